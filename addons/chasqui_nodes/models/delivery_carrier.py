from odoo import models


class DeliveryCarrier(models.Model):
    _inherit = "delivery.carrier"

    def _is_available_for_order(self, order):
        """Offer what the way of buying offers."""
        chosen = order._get_chasqui_buying_way().carrier_ids
        return (not chosen or self in chosen) and super()._is_available_for_order(order)

    def _get_price_available(self, order):
        """Price what travels together as one delivery: it is what the truck carries that costs."""
        together_sudo = order._get_chasqui_rated_orders_sudo()
        if not together_sudo:
            return super()._get_price_available(order)
        amount = self._compute_currency(
            order, together_sudo._get_chasqui_goods_amount(), "pricelist_to_company"
        )
        weight, volume, quantity = together_sudo._get_chasqui_measures()
        return self.sudo()._get_price_from_picking(amount, weight, volume, quantity)
