from odoo import api, models


class AccountMoveSend(models.AbstractModel):
    """Invoices leave by mail; Odoo's paid post, which would get their text, is not offered."""

    _inherit = "account.move.send"

    @api.model
    def _is_applicable_to_company(self, method, company):
        return method != "snailmail" and super()._is_applicable_to_company(method, company)

    @api.model
    def _is_applicable_to_move(self, method, move, **move_data):
        return method != "snailmail" and super()._is_applicable_to_move(method, move, **move_data)
