from odoo import models


class SaleOrder(models.Model):
    """What a shopper who pays by transfer is told."""

    _inherit = "sale.order"

    def _get_pending_transfer_sudo(self):
        """Return the transfer that this order waits for, if it does."""
        self.ensure_one()
        transaction_sudo = self.get_portal_last_transaction()
        is_transfer = transaction_sudo.provider_id.custom_mode == "wire_transfer"
        return transaction_sudo.filtered(lambda tx: is_transfer and tx.state == "pending")

    def _send_payment_succeeded_for_order_mail(self):
        """Override: who must still transfer the money is told where to, not that a payment was made."""
        to_pay = self.filtered("website_id").filtered(lambda order: order._get_pending_transfer_sudo())
        for order in to_pay:
            order._send_order_notification_mail(self.env.ref("chasqui_store.mail_template_order_to_pay"))
        return super(SaleOrder, self - to_pay)._send_payment_succeeded_for_order_mail()

    def _render_how_to_pay(self):
        """Return the account and the amount, as HTML for a mail; nothing if no transfer is awaited.

        Odoo draws the mail with any order, a cart too, to check it when the addon is updated.
        """
        transaction_sudo = self._get_pending_transfer_sudo()
        if not transaction_sudo:
            return ""
        return self.env["ir.qweb"]._render(
            "chasqui_store.transfer_details",
            {"order": self, "transaction_sudo": transaction_sudo},
            lang=self.env.lang,
        )
