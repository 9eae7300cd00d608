from odoo import api, fields, models


class AccountMove(models.Model):
    """The place of the tax authority's electronic authorisation (in Argentina, the CAE).

    It needs a service outside, and none is connected: an addon that connects one overrides
    ``_get_electronic_authorization``, and form and paper say what it returns.
    """

    _inherit = "account.move"

    is_missing_authorization = fields.Boolean(compute="_compute_is_missing_authorization")

    @api.depends("state", "journal_id", "company_id", "move_type")
    def _compute_is_missing_authorization(self):
        for move in self:
            move.is_missing_authorization = move._is_missing_electronic_authorization()

    def _is_missing_electronic_authorization(self):
        """Tell whether the tax authority must still authorise this document."""
        self.ensure_one()
        return self._needs_electronic_authorization() and not self._get_electronic_authorization()

    def _needs_electronic_authorization(self):
        return bool(
            self.country_code == "AR"
            and self.journal_id.l10n_ar_is_pos
            and self.move_type in ("out_invoice", "out_refund")
        )

    def _get_electronic_authorization(self):
        """Return the authority's ``number`` and the day it is ``valid_until``, or nothing."""
        return {}
