from odoo import api, fields, models
from odoo.exceptions import UserError

# With more people nobody waits until all are written to.
MAILS_AT_ONCE = 15
# From which states the store brings a purchase to each of the others.
STEPS = {
    "confirmed": ("confirming",),
    "accepted": ("confirmed",),
    "prepared": ("accepted",),
    "on_way": ("prepared",),
    "delivered": ("prepared", "on_way"),
    "closed": ("delivered",),
}


class ChasquiCollectiveOrder(models.Model):
    """What becomes of a group that was confirmed; everybody in it is told at each step."""

    _inherit = "chasqui.collective.order"

    refusal_reason = fields.Char(copy=False, help="What everybody is told when the store cannot deliver.")

    # === ACTIONS === #

    def action_accept(self):
        self._step_to("accepted")

    def action_prepared(self):
        self._step_to("prepared")

    def action_on_way(self):
        self._step_to("on_way")

    def action_delivered(self):
        self._step_to("delivered")

    def action_close(self):
        self._step_to("closed")

    def action_refuse(self):
        """Say no to a group, with a reason; goods and money go back."""
        for collective in self:
            if collective.state not in ("confirmed", "accepted"):
                raise UserError(self.env._("Only a purchase that is not prepared yet can be refused."))
            if not collective.refusal_reason:
                raise UserError(self.env._("Write the reason: it is what everybody is told."))
        self._call_off()

    def action_view_orders(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id("sale.action_orders")
        return {**action, "domain": [("chasqui_collective_id", "=", self.id)], "context": {}}

    def action_view_batch(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "stock.picking.batch",
            "res_id": self.batch_id.id,
            "view_mode": "form",
        }

    # === BUSINESS METHODS === #

    def _step_to(self, state):
        for collective in self:
            if collective.state not in STEPS[state]:
                raise UserError(self.env._("“%s” is not at that step.", collective.name))
        self.state = state
        self._tell()
        self._mail_step()

    def _call_off(self):
        """Cancel every order of a confirmed group, and give back what was paid for it."""
        people = self._get_inside()
        self.state = "cancelled"
        orders = self.order_ids
        orders._action_cancel()
        orders._chasqui_give_back_excess()
        self._tell()
        self._mail_step(people)

    def _mail_step(self, people=None):
        """Write to everybody who left an address where the purchase is now; to many, in the background."""
        people = (people or self._get_inside()).filtered("email")
        if len(people) <= MAILS_AT_ONCE:
            people._mail("step")
        else:
            people.is_mail_due = True
            self.env.ref("chasqui_nodes.ir_cron_mail_steps")._trigger()

    @api.model
    def _cron_mail_steps(self):
        """Write what is due, some at a time."""
        cron = self.env["ir.cron"]
        participants = self.env["chasqui.collective.participant"]
        due = participants.search([("is_mail_due", "=", True)])
        cron._commit_progress(remaining=len(due))
        for start in range(0, len(due), MAILS_AT_ONCE):
            some = due[start : start + MAILS_AT_ONCE]
            some._mail_due_step()
            if not cron._commit_progress(len(some)):
                break

    def _get_step_text(self):
        """Return where the purchase is, in a sentence for those who take part."""
        self.ensure_one()
        texts = {
            "confirmed": self.env._("It is confirmed, and what you chose is kept for you."),
            "accepted": self.env._("The store accepted it and is getting it ready."),
            "prepared": self.env._("Every basket is packed."),
            "on_way": self.env._("It is on the way."),
            "delivered": self.env._("It was delivered. Enjoy!"),
            "closed": self.env._("It is over. Thank you for buying together."),
            "cancelled": self.env._("It was called off."),
        }
        if self.state == "on_way" and self.pickup_point_id:
            return self.env._("It is waiting at the pickup point.")
        return texts.get(self.state, "")


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    is_mail_due = fields.Boolean(
        copy=False, readonly=True, help="Where the purchase is has to be written to them."
    )

    _mail_due_idx = models.Index("(id) WHERE is_mail_due")

    def _mail_due_step(self):
        self._mail("step")
        self.is_mail_due = False
