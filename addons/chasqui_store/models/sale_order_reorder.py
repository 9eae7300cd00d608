from odoo import models


class SaleOrder(models.Model):
    """An order that is bought again, with its fractions and in its units."""

    _inherit = "sale.order"

    def _get_chasqui_ordered(self):
        """Return ``((product id, whole quantity), (quantity, unit id))`` of each line.

        Odoo asks for the first pair when somebody buys the same again.
        """
        return tuple(
            (
                (line.product_id.id, int(line.product_uom_qty)),
                (line.product_uom_qty, line.product_uom_id.id),
            )
            for line in self.order_line
        )

    def _cart_add(self, product_id, quantity=1.0, *, uom_id=None, **kwargs):
        ordered = dict(self.env.context.get("chasqui_reordered", ()))
        if not kwargs.get("linked_line_id"):
            quantity, uom_id = ordered.get((product_id, quantity), (quantity, uom_id))
        return super()._cart_add(product_id, quantity, uom_id=uom_id, **kwargs)
