import math

from odoo import api, models
from odoo.exceptions import UserError


class SaleOrder(models.Model):
    """What a cart accepts: the product's own units, whole or in fractions as the unit says."""

    _inherit = "sale.order"

    @api.depends("order_line.product_uom_id")
    def _compute_cart_info(self):
        """Count half a kilo as one thing in the cart: zero would mean an empty cart."""
        super()._compute_cart_info()
        for order in self:
            lines = order.website_order_line
            if lines.product_uom_id.filtered("chasqui_fractional"):
                order.cart_quantity = sum(math.ceil(line.product_uom_qty) for line in lines)

    def _cart_add(self, product_id, quantity=1.0, *, uom_id=None, exact_quantity=None, **kwargs):
        """Take the exact quantity, which Odoo's controller truncates, and refuse foreign units.

        What comes along with another product (``linked_line_id``) has a quantity of its own.
        """
        if exact_quantity is not None and not kwargs.get("linked_line_id"):
            quantity = exact_quantity
        product = self.env["product.product"].browse(product_id)
        uom = self.env["uom.uom"].browse(uom_id) if uom_id else product.uom_id
        if uom not in product.product_tmpl_id._get_available_uoms():
            raise UserError(self.env._("“%s” is not sold in that unit.", product.name))
        return super()._cart_add(product_id, uom._round_shop_quantity(quantity), uom_id=uom_id, **kwargs)

    def _cart_update_line_quantity(self, line_id, quantity, *, exact_quantity=None, **kwargs):
        if exact_quantity is not None:
            quantity = exact_quantity
        line = self.order_line.filtered(lambda sol: sol.id == line_id)
        if line:
            quantity = line.product_uom_id._round_shop_quantity(quantity)
        return super()._cart_update_line_quantity(line_id, quantity, **kwargs)

    def _verify_updated_quantity(self, order_line, product_id, new_qty, uom_id, **kwargs):
        """Compare fractions with the stock that there is; Odoo would round it down to units."""
        product = self.env["product.product"].browse(product_id)
        uom = self.env["uom.uom"].browse(uom_id)
        if not uom.chasqui_fractional or not product.is_storable or product.allow_out_of_stock_order:
            return super()._verify_updated_quantity(order_line, product_id, new_qty, uom_id, **kwargs)
        in_cart, free = self._get_cart_and_free_qty(product)
        left = product.uom_id._compute_quantity(free - in_cart, uom, rounding_method="DOWN")
        available = max(left + order_line.product_uom_qty, 0.0)
        if uom.compare(new_qty, available) <= 0:
            return new_qty, ""
        return available, self.env._(
            "There are only %(quantity)s %(unit)s of %(product)s left.",
            quantity=f"{available:g}",
            unit=uom.name,
            product=product.name,
        )
