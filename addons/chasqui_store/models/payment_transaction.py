from odoo import SUPERUSER_ID, api, fields, models


class PaymentTransaction(models.Model):
    """Payments that come when what they pay for is no longer there."""

    _inherit = "payment.transaction"

    def _post_process(self):
        """Hold again what an order without money yet is about to confirm or to wait for."""
        for tx in self.filtered(lambda tx: tx.state == "pending" and tx.provider_code == "custom"):
            tx._chasqui_hold_promised_orders()
        return super()._post_process()

    def _chasqui_hold_promised_orders(self):
        """Keep the goods of those who will pay in cash, or by a transfer that takes days.

        A promise for goods that are gone is cancelled: no money has moved.
        """
        orders = self._chasqui_get_quotations()
        if self.provider_id.custom_mode == "wire_transfer":
            until = fields.Datetime.now() + max(
                orders[:1]._get_chasqui_transfer_time(), orders[:1]._get_chasqui_hold_time()
            )
        else:
            until = None
        hold = orders._chasqui_take_hold(until=until)
        if hold.shortages:
            message = orders._chasqui_explain_shortages(hold.shortages)
            self._set_canceled(state_message=message, extra_allowed_states=("pending",))

    def _check_amount_and_confirm_order(self):
        """Confirm what is still there; give back the money of what is not."""
        ready = self.browse()
        for tx in self:
            order = tx._chasqui_get_quotations()
            if len(order) == 1 and order._is_confirmation_amount_reached():
                hold = order._chasqui_take_hold()
                if hold.shortages:
                    order._chasqui_give_back_payment(tx, hold.shortages)
                    continue
            ready |= tx
        return super(PaymentTransaction, ready)._check_amount_and_confirm_order()

    def _chasqui_get_quotations(self):
        return self.sale_order_ids.filtered(lambda order: order.state in ("draft", "sent"))

    def _chasqui_can_give_back(self):
        """Return whether the provider sends the money back by itself."""
        return self.state == "authorized" or self.provider_id.support_refund != "none"

    def _chasqui_give_back_after_commit(self):
        """Ask the provider to send the money back, once, when nothing can be rolled back."""
        registry, tx_id = self.env.registry, self.id

        @self.env.cr.postcommit.add
        def give_back():
            with registry.cursor() as cr:
                tx = api.Environment(cr, SUPERUSER_ID, {})["payment.transaction"].browse(tx_id)
                tx._void() if tx.state == "authorized" else tx._refund()
