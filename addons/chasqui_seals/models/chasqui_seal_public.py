from collections import defaultdict

from odoo import api, fields, models
from odoo.fields import Domain

from .. import search_words
from .chasqui_seal import SLUG
from .chasqui_seal_shelf import CARRY_ALL


class ChasquiSeal(models.Model):
    """How the public finds a seal: by its address, former ones too, and by what people call it."""

    _inherit = "chasqui.seal"

    former_slug_ids = fields.One2many(
        comodel_name="chasqui.seal.slug", inverse_name="seal_id", string="Former addresses"
    )
    icon_path = fields.Char(
        compute="_compute_icon_path", store=True, help="Where its picture is, without reading it."
    )

    # === COMPUTE METHODS === #

    @api.depends("icon", "code")
    def _compute_icon_path(self):
        """Kept, because every page of a shop shows icons; with a stamp, because browsers keep them."""
        stamp = int(fields.Datetime.now().timestamp())
        for seal in self:
            if seal.icon:
                seal.icon_path = f"/chasqui/picture/chasqui.seal/{seal.id}/icon?unique={stamp}"
            else:
                seal.icon_path = f"/chasqui_seals/static/src/icons/{seal.code or 'seal'}.svg"

    # === CRUD METHODS === #

    def write(self, vals):
        """Remember the address that a seal leaves."""
        leaving = self.filtered(lambda seal: seal.slug != vals["slug"]) if "slug" in vals else self.browse()
        former = [{"slug": seal.slug, "seal_id": seal.id} for seal in leaving if seal.slug]
        res = super().write(vals)
        if former:
            slugs_sudo = self.env["chasqui.seal.slug"].sudo()
            slugs_sudo.search([("slug", "in", [vals["slug"], *(row["slug"] for row in former)])]).unlink()
            slugs_sudo.create(former)
        return res

    # === BUSINESS METHODS === #

    def _get_icon_url(self):
        self.ensure_one()
        return self.icon_path

    def _get_public_url(self):
        """Return the address of what this seal means, on the platform's site."""
        self.ensure_one()
        return f"{self.env['chasqui.store']._get_platform_url()}/seals/{self.slug}"

    @api.model
    def _find_by_slugs(self, slugs):
        """Return, as sudo, the seals to be had at these addresses; what is none is passed over."""
        slugs = [slug for slug in slugs if isinstance(slug, str) and SLUG.fullmatch(slug)]
        if not slugs:
            return self.sudo().browse()
        return self.sudo().search([("slug", "in", slugs)])

    @api.model
    def _find_by_former_slug(self, slug):
        """Return, as sudo, where a former address leads: renamed, or merged into another."""
        if not SLUG.fullmatch(slug):
            return self.sudo().browse()
        seals_sudo = self.sudo().with_context(active_test=False)
        seal = seals_sudo.search(
            Domain("former_slug_ids.slug", "=", slug) | Domain("slug", "=", slug), limit=1
        )
        return (seal.merged_into_id or seal).filtered("active")

    @api.model
    def _split_search(self, text):
        """Return the seals that a search mentions, a recordset for each mention, and the other words.

        “miel agroecológica” is the seal and “miel”; “sin agrotóxicos” is the seal alone.
        """
        if not text:
            return [], ""
        phrases = defaultdict(set)
        for seal in self.sudo().search([]):
            for phrase in (seal.name, *(seal.synonyms or "").split(",")):
                if stems := tuple(search_words.split(phrase)[1]):
                    phrases[stems].add(seal.id)
        found, rest = search_words.find(text, phrases)
        return [self.sudo().browse(ids) for ids in found], rest

    @api.model
    def _get_products_domain(self, seals, match_all):
        """Return the domain of products that carry all of these seals, or any of them."""
        if not seals:
            return Domain.TRUE
        if not match_all:
            return Domain("chasqui_seal_ids", "in", seals.ids)
        by_distance = seals & self._get_by_distance()
        granted = self.env["chasqui.seal.shelf"]._get_products_sql(seals - by_distance, CARRY_ALL)
        conditions = [Domain("id", "in", granted)] if seals - by_distance else []
        conditions += [Domain("chasqui_seal_ids", "in", seal.ids) for seal in by_distance]
        return Domain.AND(conditions)
