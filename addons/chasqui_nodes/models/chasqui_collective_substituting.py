from odoo import fields, models


class ChasquiCollectiveOrder(models.Model):
    """The store's substitutions in a group that was confirmed."""

    _inherit = "chasqui.collective.order"

    substitution_ids = fields.One2many(
        comodel_name="chasqui.collective.substitution", inverse_name="collective_id"
    )

    # === ACTIONS === #

    def action_substitute(self):
        self.ensure_one()
        return {
            "name": self.env._("Substitute a product"),
            "type": "ir.actions.act_window",
            "res_model": "chasqui.collective.substitute",
            "view_mode": "form",
            "target": "new",
            "context": {"default_collective_id": self.id},
        }

    # === BUSINESS METHODS === #

    def _after_substitution(self, substitutions):
        """Bring what comes into the group's one delivery, and tell whom it is for."""
        orders = substitutions.participant_id.order_id
        orders._chasqui_give_back_excess()
        self._gather_transfers()
        substitutions.participant_id._mail("substituted")
        self._tell()


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    substitution_ids = fields.One2many(
        comodel_name="chasqui.collective.substitution", inverse_name="participant_id"
    )
