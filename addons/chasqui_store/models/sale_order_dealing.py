from odoo import models


class SaleOrder(models.Model):
    _name = "sale.order"
    _inherit = ["sale.order", "chasqui.dealing.mixin"]

    def _get_dealing_partner_fields(self):
        return ["partner_id", "partner_invoice_id", "partner_shipping_id"]
