from odoo import models

CHILEAN_RECEIPTS = ("39", "41")


class AccountMove(models.Model):
    """People who give no tax id get the papers that need none."""

    _inherit = "account.move"

    def _get_l10n_latam_documents_domain(self):
        """Offer receipts in Chile: an invoice to somebody without a tax id cannot be posted there."""
        domain = super()._get_l10n_latam_documents_domain()
        if self._chasqui_is_chilean_receipt():
            domain = [*domain, ("code", "in", CHILEAN_RECEIPTS)]
        return domain

    def _chasqui_is_chilean_receipt(self):
        return (
            self.company_id.account_fiscal_country_id.code == "CL"
            and self.move_type == "out_invoice"
            and not self.commercial_partner_id.vat
        )
