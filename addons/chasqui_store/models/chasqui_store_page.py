from markupsafe import Markup

from odoo import api, fields, models
from odoo.exceptions import ValidationError

from ..looks import colors, pictures

HTML_OPTIONS = {
    "translate": True,
    "sanitize": True,
    "sanitize_overridable": False,
    "sanitize_attributes": True,
    "sanitize_style": True,
    "sanitize_form": True,
    "sanitize_conditional_comments": True,
    "strip_classes": True,
}
FONT_STACKS = {
    "humanist": 'Rosario, "Rosario Meanwhile", sans-serif',
    "slab": 'Bitter, "Bitter Meanwhile", serif',
    "old_style": '"Iowan Old Style", "Palatino Linotype", "URW Palladio L", P052, Georgia, serif',
}


class ChasquiStore(models.Model):
    """What a store says on its site: content on the record, drawn by templates all stores share."""

    _name = "chasqui.store"
    _inherit = ["chasqui.store", "chasqui.pictured.mixin"]

    # Look
    logo = fields.Image(max_width=512, max_height=512)
    has_logo = fields.Boolean(
        compute="_compute_has_logo", store=True, help="Told on every page, without looking for the picture."
    )
    accent_color = fields.Char(default=colors.DEFAULT_ACCENT, help="Buttons and links, as in #a8442a.")
    ground_color = fields.Char(
        string="Second color", default=colors.DEFAULT_GROUND, help="The banner's ground."
    )
    heading_font = fields.Selection(
        selection=[
            ("slab", "Slab, like a printed poster"),
            ("humanist", "Plain and friendly"),
            ("old_style", "Bookish"),
        ],
        required=True,
        default="slab",
    )

    # Home
    headline = fields.Char(translate=True, help="The first thing a visitor reads.")
    tagline = fields.Char(translate=True, help="One sentence under the headline.")
    banner = fields.Image(string="Banner picture", max_width=1600, max_height=1200)
    section_ids = fields.One2many(
        comodel_name="chasqui.store.section", inverse_name="store_id", string="Sections"
    )
    how_to_buy = fields.Html(**HTML_OPTIONS)

    # About
    story = fields.Html(**HTML_OPTIONS)
    team_ids = fields.One2many(comodel_name="chasqui.store.team", inverse_name="store_id")
    place = fields.Char(string="Where we are", translate=True, help="Town and province.")
    opening_hours = fields.Char(translate=True)
    public_email = fields.Char()
    public_phone = fields.Char()

    # Small print
    terms = fields.Html(string="Terms of sale", **HTML_OPTIONS)
    footer_text = fields.Char(translate=True)

    @api.depends("logo")
    def _compute_has_logo(self):
        for store in self:
            store.has_logo = bool(store.logo)

    @api.constrains("accent_color", "ground_color")
    def _check_colors(self):
        for store in self:
            for color in (store.accent_color, store.ground_color):
                if color and not colors.is_hex(color):
                    raise ValidationError(self.env._("“%s” is not a color: write it as in #a8442a.", color))

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._clean_pictures(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._clean_pictures(vals))

    def _clean_pictures(self, vals):
        return pictures.clean(self.env, vals, ("logo", "banner"))

    # === ACTIONS === #

    def action_preview_site(self):
        """Open the store's pages as its staff sees them, before anybody else does."""
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": self._get_preview_url(), "target": "new"}

    # === BUSINESS METHODS === #

    def _can_edit_pages(self):
        """Tell whether the user may see and change this store's pages before others see them."""
        return (
            len(self) == 1
            and self.has_access("write")
            and bool(self.website_id)
            and (
                self.company_id in self.env.user.company_ids
                or self.env.user.has_groups("chasqui_store.group_incubator,base.group_system")
            )
        )

    def _get_preview_url(self, page="home"):
        return f"/chasqui/preview/{self.id}/{page}"

    def _get_description(self, title=""):
        """Return a sentence about a page of the store that has none of its own, for search engines."""
        self.ensure_one()
        store = ": ".join(filter(None, (self.name, self.tagline)))
        return ". ".join(filter(None, (str(title or ""), store)))

    def _get_theme_css(self):
        """Return the CSS variables that tint the shared look with this store's colors.

        Every value comes from a checked color or a fixed list, so none can carry other CSS.
        """
        self.ensure_one()
        variables = {
            **colors.get_theme(self.accent_color, self.ground_color),
            "heading-font": FONT_STACKS[self.heading_font],
        }
        dark = colors.get_theme(self.accent_color, self.ground_color, dark=True)
        return Markup("%s@media screen and (prefers-color-scheme:dark){%s}") % (
            self._format_css_rule(variables),
            self._format_css_rule(dark),
        )

    @api.model
    def _format_css_rule(self, variables):
        body = "".join(f"--chasqui-{name}:{value};" for name, value in variables.items())
        return Markup(".o_chasqui{%s}") % Markup(body)  # noqa: S704 checked values only

    def _get_swatch(self):
        """Return this store's color for pages of the platform."""
        self.ensure_one()
        return colors.get_theme(self.accent_color, self.ground_color)["accent"]
