from odoo import fields, models


class SaleOrder(models.Model):
    """What becomes of an order that was paid when its goods were gone."""

    _inherit = "sale.order"

    chasqui_late_payment = fields.Selection(
        selection=[("refund", "Money given back"), ("credit", "Kept as credit")],
        copy=False,
        readonly=True,
        help="The payment came after the goods were kept for it, and they were sold meanwhile.",
    )
    chasqui_late_reason = fields.Text(copy=False, readonly=True)

    def _chasqui_give_back_payment(self, tx, shortages):
        """Cancel the order, return its money or keep it as credit, and tell both sides."""
        self.ensure_one()
        gives_back = tx._chasqui_can_give_back()
        self.write(
            {
                "chasqui_late_payment": "refund" if gives_back else "credit",
                "chasqui_late_reason": self._chasqui_explain_shortages(shortages),
            }
        )
        self._action_cancel()
        if gives_back:
            tx._chasqui_give_back_after_commit()
        self._send_order_notification_mail(self.env.ref("chasqui_store.mail_template_late_payment"))
        self._chasqui_warn_store_of_late_payment(tx)

    def _chasqui_warn_store_of_late_payment(self, tx):
        user = self.user_id or self.company_id.sudo().chasqui_store_ids.manager_id
        self.activity_schedule(
            "mail.mail_activity_data_todo",
            user_id=user.id or self.env.ref("base.user_admin").id,
            summary=self.env._("Paid, but sold out: %s", self.name),
            note=self._get_chasqui_late_note(tx),
        )

    def _get_chasqui_late_note(self, tx):
        if self.chasqui_late_payment == "refund":
            return self.env._(
                "The order was cancelled and %s asked to give the money back: check that it does.",
                tx.provider_id.name,
            )
        return self.env._(
            "The order was cancelled. The payment is the customer's credit: agree with them"
            " whether to give it back or to use it for another order."
        )

    def _send_payment_succeeded_for_order_mail(self):
        """Whoever was told that the goods are gone is not thanked for the payment too."""
        return super(
            SaleOrder, self.filtered(lambda order: not order.chasqui_late_payment)
        )._send_payment_succeeded_for_order_mail()
