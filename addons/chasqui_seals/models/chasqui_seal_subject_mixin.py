from odoo import api, fields, models
from odoo.exceptions import UserError


class ChasquiSealSubjectMixin(models.AbstractModel):
    """What may carry a seal: a product, a producer, a store. Its history outlives it."""

    _name = "chasqui.seal.subject.mixin"
    _description = "Carrier of seals"

    seal_grant_ids = fields.One2many(comodel_name="chasqui.seal.grant", string="Claims of seals")

    @api.ondelete(at_uninstall=False)
    def _unlink_except_with_seal_history(self):
        """A draft goes with what it was for; what was handed in is history."""
        grants_sudo = self.sudo().seal_grant_ids
        for grant_sudo in grants_sudo.filtered(lambda grant: grant.state != "draft"):
            raise UserError(
                self.env._(
                    "“%s” has a history of seals and cannot be deleted: archive it.", grant_sudo.subject_name
                )
            )
        grants_sudo.unlink()

    def action_claim_seal(self):
        """Open the dialog that claims a seal for each of these."""
        names = {
            "product.template": "product_ids",
            "res.partner": "producer_ids",
            "chasqui.store": "store_ids",
        }
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Claim a seal"),
            "res_model": "chasqui.seal.claim",
            "view_mode": "form",
            "target": "new",
            "context": {f"default_{names[self._name]}": self.ids},
        }
