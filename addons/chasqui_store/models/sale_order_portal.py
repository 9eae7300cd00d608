from odoo import models
from odoo.http import request


class SaleOrder(models.Model):
    """What shoppers see of their orders, which are those of all stores on the site of each."""

    _inherit = "sale.order"

    def _get_chasqui_store_sudo(self):
        """Return the store that sold this, as sudo; a shopper has no access to the other stores' records."""
        order_sudo = self.sudo()
        return (order_sudo.website_id or order_sudo.company_id).chasqui_store_ids[:1]

    def _is_reorder_allowed(self):
        """Override: the same can be bought again where it was bought; other stores do not sell it."""
        store_sudo = self._get_chasqui_store_sudo()
        if request and store_sudo and store_sudo.website_id != request.website:
            return False
        return super()._is_reorder_allowed()
