from odoo import api, models


class ProductPublicCategory(models.Model):
    """Products are found by the names of their categories, and of those above."""

    _inherit = "product.public.category"

    @api.model_create_multi
    def create(self, vals_list):
        categories = super().create(vals_list)
        categories._queue_products()
        return categories

    def write(self, vals):
        is_shown = vals.keys() & {"name", "parent_id", "product_tmpl_ids"}
        if is_shown:
            self._queue_products()
        res = super().write(vals)
        if is_shown:
            self._queue_products()
        return res

    def unlink(self):
        self._queue_products()
        return super().unlink()

    def _update_field_translations(self, field_name, translations, digest=None, source_lang=""):
        res = super()._update_field_translations(field_name, translations, digest, source_lang)
        self._queue_products()
        return res

    def _queue_products(self):
        """Queue the products of these categories and of those below, whosever they are."""
        categories_sudo = self.sudo()
        below = categories_sudo.search([("id", "child_of", self.ids)])
        products_sudo = self.env["product.template"].sudo().with_context(active_test=False)
        self.env["chasqui.portal.product"]._queue(
            products_sudo.search([("public_categ_ids", "in", below.ids)]).ids if below else ()
        )
