from odoo import api, models

RATING_VIEWS = ("website_sale.product_comment",)


class IrUiView(models.Model):
    """No star ratings: seals tell how a product was made, and by whom."""

    _inherit = "ir.ui.view"

    @api.model_create_multi
    def create(self, vals_list):
        views = super().create(vals_list)
        if any(view.key in RATING_VIEWS for view in views):
            self._keep_ratings_off()
        return views

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"active", "key"} and any(view.key in RATING_VIEWS for view in self):
            self._keep_ratings_off()
        return res

    @api.model
    def _keep_ratings_off(self):
        """Leave the views that show ratings inactive, also the copies that websites have."""
        views_sudo = self.sudo().with_context(website_id=False, no_cow=True)
        shown = views_sudo.search([("key", "in", RATING_VIEWS), ("active", "=", True)])
        if shown:
            shown.write({"active": False})
