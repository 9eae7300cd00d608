from odoo import api, models
from odoo.exceptions import UserError


class ChasquiSeal(models.Model):
    """The taxonomy changes, its history stays: seals are retired or merged, not deleted."""

    _inherit = "chasqui.seal"

    # === CRUD METHODS === #

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_history(self):
        for seal_sudo in self.sudo():
            if seal_sudo.grant_ids or seal_sudo.merged_ids:
                raise UserError(
                    self.env._("“%s” has been claimed: retire it, and its history stays.", seal_sudo.name)
                )
        self.env["chasqui.seal.version"].sudo().search([("seal_id", "in", self.ids)]).unlink()

    # === ACTIONS === #

    def action_retire(self):
        """Take the seal out of use from today: nothing shows it, its history stays."""
        self.write({"active": False})

    def action_restore(self):
        if self.filtered("merged_into_id"):
            raise UserError(self.env._("A seal that was merged into another one cannot come back."))
        self.write({"active": True})

    # === BUSINESS METHODS === #

    def _merge_into(self, target):
        """Let another seal stand for these from today on; what was granted stays granted as it was."""
        self.check_access("write")
        if target in self or target.merged_into_id or not target.active:
            raise UserError(self.env._("Choose another seal to merge into, one that is in use."))
        merged = self | self.with_context(active_test=False).merged_ids
        merged.write({"merged_into_id": target.id, "active": False})
        for seal in self:
            seal.message_post(body=self.env._("Merged into “%s”.", target.name))

    def _is_organic(self):
        """Tell whether this is the seal of whose words Argentina's Law 25.127 speaks."""
        self.ensure_one()
        return self.code == "organic"

    def _needs_certificate(self):
        """Tell whether this seal is nothing without a certificate.

        Organic is so by law, whatever its settings say.
        """
        self.ensure_one()
        return self.granting == "certificate" or self._is_organic()
