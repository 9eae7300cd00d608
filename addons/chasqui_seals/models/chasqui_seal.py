import re

from odoo import api, fields, models, tools
from odoo.exceptions import ValidationError

from odoo.addons.chasqui_store.looks import pictures
from odoo.addons.chasqui_store.models.chasqui_store_page import HTML_OPTIONS

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
CODE = re.compile(r"[a-z0-9_]+")


class ChasquiSeal(models.Model):
    """A verified label on a product, on how it is produced, or on an organisation.

    It says something because it says who says it, on what evidence, and until when: that is a
    ``chasqui.seal.grant``. Which seals a product carries today is asked of the product:
    ``product.template._get_valid_seals`` and the searchable ``chasqui_seal_ids``.
    """

    _name = "chasqui.seal"
    _description = "Seal"
    _inherit = ["mail.thread"]
    _order = "category_sequence, sequence, id"

    name = fields.Char(required=True, translate=True)
    slug = fields.Char(
        compute="_compute_slug",
        store=True,
        readonly=False,
        copy=False,
        help="Last part of its public address: /seals/slug",
    )
    code = fields.Char(
        copy=False, readonly=True, help="Which of our own drawings is its icon, unless one was uploaded."
    )
    active = fields.Boolean(default=True, copy=False)
    category_id = fields.Many2one(comodel_name="chasqui.seal.category", required=True, ondelete="restrict")
    speaks_of = fields.Selection(related="category_id.speaks_of", store=True)
    category_sequence = fields.Integer(
        string="Order of the category", related="category_id.sequence", store=True
    )
    sequence = fields.Integer(default=10)

    # What it says
    icon = fields.Image(max_width=512, max_height=512, help="A picture (PNG, WebP or JPEG), drawn again.")
    short_meaning = fields.Char(string="Meaning in one line", translate=True)
    meaning = fields.Html(**HTML_OPTIONS)
    criterion_ids = fields.One2many(
        comodel_name="chasqui.seal.criterion", inverse_name="seal_id", string="Criteria", copy=True
    )
    legal_note = fields.Text(translate=True)
    synonyms = fields.Char(translate=True, help="Other words people search for, separated by commas.")
    dfc_term = fields.Char(
        string="Data Food Consortium term", help="URI of the term in the facets vocabulary, if there is one."
    )

    # How it is earned
    granting = fields.Selection(
        selection=[
            ("self", "Declared by whoever carries it"),
            ("incubator", "By the incubator"),
            ("commission", "By a commission of peers"),
            ("certificate", "By a certificate"),
        ],
        required=True,
        default="commission",
    )
    validity_months = fields.Integer(string="Valid for (months)", default=12, help="0: no end.")
    shows_on_products = fields.Boolean(
        default=True,
        help="Products show this seal of the producer who made them or the store that sells them.",
    )
    max_km = fields.Float(
        string="Computed by distance (km)",
        help="Above 0: nobody grants it. A product carries it when its producer is at most this far, in a "
        "straight line, from where the shopper collects.",
    )

    # What became of it
    retired_on = fields.Date(readonly=True, copy=False)
    merged_into_id = fields.Many2one(
        comodel_name="chasqui.seal", readonly=True, copy=False, index="btree_not_null", ondelete="restrict"
    )
    merged_ids = fields.One2many(comodel_name="chasqui.seal", inverse_name="merged_into_id")
    grant_ids = fields.One2many(comodel_name="chasqui.seal.grant", inverse_name="seal_id")

    _slug_unique = models.UniqueIndex("(slug)", "Another seal has this address.")
    _code_unique = models.UniqueIndex("(code) WHERE code IS NOT NULL", "Another seal has this code.")
    _check_validity = models.Constraint(
        "CHECK (validity_months >= 0 AND max_km >= 0)", "Months and kilometres cannot be negative."
    )

    # === COMPUTE METHODS === #

    @api.depends("name")
    def _compute_slug(self):
        for seal in self:
            seal.slug = seal.slug or self.env["ir.http"]._slugify(seal.name or "")

    # === CONSTRAINTS === #

    @api.constrains("slug", "code")
    def _check_slug(self):
        for seal in self:
            if not SLUG.fullmatch(seal.slug or "") or not CODE.fullmatch(seal.code or "x"):
                raise ValidationError(
                    self.env._(
                        "“%s” cannot be an address: use lower-case letters, digits and hyphens.", seal.slug
                    )
                )

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        seals = super().create([pictures.clean(self.env, vals, ("icon",)) for vals in vals_list])
        self.env.registry.clear_cache()
        return seals

    def write(self, vals):
        if "active" in vals:
            vals = {**vals, "retired_on": not vals["active"] and self.env["chasqui.store"]._get_today()}
        res = super().write(pictures.clean(self.env, vals, ("icon",)))
        if vals.keys() & {"active", "merged_into_id", "shows_on_products"}:
            self.env["chasqui.seal.link"]._sync_seals(self)
        if vals.keys() & {"active", "max_km"}:
            self.env.registry.clear_cache()
        return res

    def unlink(self):
        self.env.registry.clear_cache()
        return super().unlink()

    # === BUSINESS METHODS === #

    @api.model
    def _get_by_distance(self):
        """Return, as sudo, the seals that are computed for each shopper and granted to nobody."""
        return self.sudo().browse(self._get_ids_by_distance())

    @api.model
    @tools.ormcache()
    def _get_ids_by_distance(self):
        """Every page of every shop asks; the incubator changes it once in a year."""
        return tuple(self.sudo().with_context(active_test=True)._search([("max_km", ">", 0)]))

    def _get_icon_url(self):
        """Return the address of the icon: what was uploaded, else our own drawing.

        Our drawings are `static/src/icons/<code>.svg`; `seal.svg` stands for one that has none.
        """
        self.ensure_one()
        if self.icon:
            return f"/chasqui/picture/chasqui.seal/{self.id}/icon"
        return f"/chasqui_seals/static/src/icons/{self.code or 'seal'}.svg"
