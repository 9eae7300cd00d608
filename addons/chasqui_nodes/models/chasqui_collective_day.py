from odoo import fields, models
from odoo.exceptions import UserError


class ChasquiCollectiveOrder(models.Model):
    """Another day than the group wanted: the store proposes, whoever coordinates says yes or no."""

    _inherit = "chasqui.collective.order"

    proposed_day = fields.Date(copy=False, help="Another day that the store could deliver on.")
    proposed_why = fields.Char(string="Why another day", copy=False)
    is_day_asked = fields.Boolean(
        copy=False, readonly=True, help="The group was asked, and has not answered."
    )

    # === ACTIONS === #

    def action_propose_day(self):
        """Ask the group; everybody is told, and its coordinator answers."""
        for collective in self:
            if collective.state not in ("confirmed", "accepted"):
                raise UserError(self.env._("The day is agreed on before the baskets are packed."))
            if not collective.proposed_day or collective.proposed_day < fields.Date.today():
                raise UserError(self.env._("Write the day that you propose: one that is still to come."))
            if collective.proposed_day == collective.day:
                raise UserError(self.env._("That is the day that the group asked for."))
        self.is_day_asked = True
        self._tell_day()

    # === BUSINESS METHODS === #

    def _answer_day(self, accepts):
        """Take the coordinator's answer; asked twice, it is taken once."""
        self.ensure_one()
        if not self.is_day_asked:
            return
        if self.state not in ("confirmed", "accepted"):
            raise UserError(self.env._("“%s” is not at that step.", self.name))
        if accepts:
            self.write({"day": self.proposed_day, "is_day_asked": False})
            self.message_post(body=self.env._("The group accepts the %s.", self._format_day()))
            self._tell_day()
        else:
            self.is_day_asked = False
            self._ask_store(self.env._("The group cannot on the day that you proposed: agree on another."))
        self._tell()

    def _ask_store(self, summary):
        """Put something on the desk of the store's manager."""
        manager = self.store_id.sudo().manager_id or self.env.ref("base.user_admin")
        self.sudo().activity_schedule("mail.mail_activity_data_todo", user_id=manager.id, summary=summary)

    def _tell_day(self):
        self._tell()
        self._get_inside()._mail("day")

    def _format_proposed_day(self):
        return self._format_date(self.proposed_day)
