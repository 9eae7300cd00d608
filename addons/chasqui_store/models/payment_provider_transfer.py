from odoo import models


class PaymentProvider(models.Model):
    _inherit = "payment.provider"

    def action_recompute_pending_msg(self):
        """Override: a store's accounts are shown as they are that day, so its message does not copy them."""
        of_stores = self.filtered(
            lambda provider: (
                provider.custom_mode == "wire_transfer" and provider.company_id.sudo().chasqui_store_ids
            )
        )
        for provider in of_stores:
            provider.pending_msg = self.env._("We keep your order while your transfer arrives.")
        return super(PaymentProvider, self - of_stores).action_recompute_pending_msg()

    def _get_transfer_accounts_sudo(self):
        """Return the bank accounts that a shopper may pay into."""
        self.ensure_one()
        if self.custom_mode != "wire_transfer":
            return self.env["res.partner.bank"]
        journals_sudo = self.env["account.journal"].sudo()
        return journals_sudo.search(
            [("company_id", "=", self.company_id.id), ("type", "=", "bank"), ("bank_account_id", "!=", False)]
        ).bank_account_id
