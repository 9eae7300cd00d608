from odoo import models


class AccountMove(models.Model):
    _inherit = "account.move"

    def _is_missing_electronic_authorization(self):
        """Tell whether the tax authority must still authorise this document (CAE).

        Its electronic authorisation needs a service outside, and none is connected: an addon that
        connects one overrides this.
        """
        self.ensure_one()
        return bool(self.country_code == "AR" and self.journal_id.l10n_ar_is_pos)
