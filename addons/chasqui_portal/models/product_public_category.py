from odoo import models


class ProductPublicCategory(models.Model):
    """Products are found by the names of their categories, and of those above."""

    _name = "product.public.category"
    _inherit = ["chasqui.indexed.mixin", "product.public.category"]

    _chasqui_indexed_fields = frozenset({"name", "parent_id", "product_tmpl_ids"})

    def _queue_products(self):
        """Queue the products of these categories and of those below, whosever they are."""
        categories_sudo = self.sudo()
        below = categories_sudo.search([("id", "child_of", self.ids)])
        products_sudo = self.env["product.template"].sudo().with_context(active_test=False)
        self.env["chasqui.portal.product"]._queue(
            products_sudo.search([("public_categ_ids", "in", below.ids)]).ids if below else ()
        )
