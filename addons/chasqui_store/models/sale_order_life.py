from odoo import models
from odoo.exceptions import ValidationError


class SaleOrder(models.Model):
    _inherit = "sale.order"

    def _verify_updated_quantity(self, order_line, product_id, new_qty, uom_id, **kwargs):
        """A store that is not open sells nothing more; what is in the cart may stay or go."""
        refusal = self.website_id._get_chasqui_refusal()
        if refusal and new_qty > order_line.product_uom_qty:
            return order_line.product_uom_qty, refusal
        return super()._verify_updated_quantity(order_line, product_id, new_qty, uom_id, **kwargs)

    def _check_cart_is_ready_to_be_paid(self):
        self._check_store_sells()
        return super()._check_cart_is_ready_to_be_paid()

    def _check_store_sells(self):
        """Refuse to sell a cart of a store that is not open; orders made before are not touched."""
        for order in self.filtered(lambda order: order.website_id and order.state == "draft"):
            if refusal := order.website_id._get_chasqui_refusal():
                raise ValidationError(refusal)
