from odoo import api, models
from odoo.fields import Domain
from odoo.http import request


class ProductPublicCategory(models.Model):
    """Stores share the categories: a store's shop shows those that it has something in.

    Odoo shows those in which any company has published a product, and counts through them all.
    """

    _inherit = "product.public.category"

    # === COMPUTE METHODS === #

    @api.depends_context("website_id")
    def _compute_has_published_products(self):
        website = self.env["website"]._get_chasqui_shop()
        if not website:
            return super()._compute_has_published_products()
        shown_ids = set(self._get_chasqui_shown_ids(website))
        for category in self:
            category.has_published_products = category.id in shown_ids

    @api.model
    def _search_has_published_products(self, operator, value):
        website = self.env["website"]._get_chasqui_shop()
        if operator != "in" or not website:
            return super()._search_has_published_products(operator, value)
        return [("id", "in", self._get_chasqui_shown_ids(website))]  # Odoo turns it round for False

    # === BUSINESS METHODS === #

    @api.model
    def _get_chasqui_shown_ids(self, website):
        """Return the ids of the categories that a shop has something in: a page asks several times."""
        if not request:
            return self._read_chasqui_shown_ids(website)
        kept = request.__dict__.setdefault("chasqui_shown_ids", {})
        if website.id not in kept:
            kept[website.id] = self._read_chasqui_shown_ids(website)
        return kept[website.id]

    @api.model
    def _read_chasqui_shown_ids(self, website):
        """Return the ids of the categories that a shop has published something in, or below."""
        published = Domain("is_published", "=", True) & website._get_chasqui_company_domain()
        groups = self.env["product.template"].sudo()._read_group(published, ["public_categ_ids"])
        categories_sudo = self.browse().sudo().union(*(category for [category] in groups))
        return categories_sudo.parents_and_self.ids
