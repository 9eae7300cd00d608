from odoo import models


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    def _get_shop_step(self):
        """Return by how much the cart's plus and minus buttons move this line."""
        return self.product_uom_id._get_shop_step()
