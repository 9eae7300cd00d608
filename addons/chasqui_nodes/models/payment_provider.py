from odoo import models


class PaymentProvider(models.Model):
    _inherit = "payment.provider"

    def _get_compatible_providers(self, *args, sale_order_id=None, **kwargs):
        """Offer the ways of paying that the way of buying offers."""
        providers = super()._get_compatible_providers(*args, sale_order_id=sale_order_id, **kwargs)
        order_sudo = self.env["sale.order"].sudo().browse(sale_order_id or [])
        chosen = order_sudo._get_chasqui_buying_way().provider_ids
        return providers & chosen if chosen else providers
