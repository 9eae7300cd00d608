from odoo import api, models
from odoo.exceptions import ValidationError

from ..tools.sharing import share_out


class PaymentTransaction(models.Model):
    _inherit = "payment.transaction"

    @api.model_create_multi
    def create(self, vals_list):
        """No way to pay a basket leads around its group."""
        transactions = super().create(vals_list)
        for order in transactions.sale_order_ids.filtered("chasqui_collective_id"):
            if order.state in ("draft", "sent"):
                raise ValidationError("\n".join(order._get_chasqui_refusals()))
        return transactions

    def _get_chasqui_part(self, order):
        """Return how much of one payment for many baskets is for one of them."""
        orders = self.sale_order_ids.sorted("id")
        parts = share_out(self.amount, orders.mapped("amount_total"), self.currency_id.rounding)
        return dict(zip(orders.ids, parts, strict=True)).get(order.id, 0.0)

    def _check_amount_and_confirm_order(self):
        """A payment of one basket confirms nothing: the group confirms, and the payment is kept."""
        baskets = self.filtered("sale_order_ids.chasqui_collective_id")
        baskets._chasqui_give_back_for_called_off()
        return super(PaymentTransaction, self - baskets)._check_amount_and_confirm_order()

    def _chasqui_give_back_for_called_off(self):
        """Return a payment that was on its way while the group was called off."""
        for tx in self:
            called_off = tx.sale_order_ids.filtered(lambda order: order.state == "cancel")
            if called_off == tx.sale_order_ids:
                called_off._chasqui_give_back_payments()
