from odoo import models


class AccountMove(models.Model):
    _name = "account.move"
    _inherit = ["account.move", "chasqui.dealing.mixin"]

    def _get_dealing_partner_fields(self):
        return ["partner_id", "partner_shipping_id"]
