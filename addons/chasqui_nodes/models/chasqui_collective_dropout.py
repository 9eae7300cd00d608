from odoo import fields, models
from odoo.exceptions import UserError

from ..tools.turns import take_turns

# Until which states people may drop out, by the rule that the group began with.
DROP_OUT_STATES = {
    "never": (),
    "confirmed": ("confirmed",),
    "accepted": ("confirmed", "accepted"),
}


class ChasquiCollectiveParticipant(models.Model):
    """Somebody who cannot go on after all: the others keep what they confirmed, at what it costs."""

    _inherit = "chasqui.collective.participant"

    state = fields.Selection(
        selection_add=[("dropped_out", "Dropped out")], ondelete={"dropped_out": "set default"}
    )

    def _can_drop_out(self):
        """Tell whether the store's rule lets this person go now."""
        collective = self.collective_id
        return (
            self.is_inside
            and self.order_id.state == "sale"
            and collective.state in DROP_OUT_STATES[collective.drop_out]
            and not (self.is_coordinator and collective.payer == "coordinator")
        )

    def _drop_out(self):
        """Leave a confirmed group: goods go back to the store, money as its rule says."""
        self.ensure_one()
        take_turns(self.collective_id)
        if not self._can_drop_out():
            raise UserError(self.env._("It is too late to drop out: talk to the store."))
        self.state = "dropped_out"
        order = self.order_id
        if self.collective_id.drop_out_freight and order.amount_delivery:
            order._chasqui_give_goods_back()
        else:
            order._action_cancel()
        order._chasqui_give_back_excess()
        self.collective_id._after_drop_out(self)

    def _mark_dropped_out(self):
        """Note that the store, or somebody in their account, cancelled the basket alone."""
        for participant in self.filtered("is_inside"):
            participant.state = "dropped_out"
            participant.collective_id._after_drop_out(participant)


class ChasquiCollectiveOrder(models.Model):
    _inherit = "chasqui.collective.order"

    def _after_drop_out(self, participant):
        """Tell the store and the others; a group of which nobody is left is over."""
        self.message_post(body=self.env._("%s dropped out.", participant.name))
        if not self._get_baskets():
            self.state = "cancelled"
        self._tell()
        people = participant | self.coordinator_id
        people.with_context(chasqui_dropped=participant.name)._mail("dropped_out")
