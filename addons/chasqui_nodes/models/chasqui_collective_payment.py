from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import format_datetime

REMIND_BEFORE = timedelta(days=1)
AFTER_CONFIRMING = ("confirmed", "accepted", "prepared", "on_way", "delivered")


class ChasquiCollectiveOrder(models.Model):
    """Who owes what to whom, until when, and who is reminded of it."""

    _inherit = "chasqui.collective.order"

    pay_until = fields.Datetime(
        string="To be paid until", copy=False, help="Until when everybody pays; no deadline when empty."
    )

    # === WHO OWES WHAT === #

    def _get_amount_left(self):
        """Return what is left to pay the store of all confirmed baskets."""
        return self.currency_id.round(
            sum(order._get_chasqui_amount_left() for order in self._get_confirmed_orders())
        )

    def _get_debtors(self):
        """Return who has yet to pay: the store, or the coordinator who pays it for them."""
        people = self._get_inside().filtered(lambda person: person.order_id.state == "sale")
        if self.payer == "coordinator":
            return people.filtered(lambda person: not person.is_coordinator and not person.cash_received)
        return people.filtered(
            lambda person: not person.cash_received and person.order_id._get_chasqui_amount_left() > 0
        )

    def _get_cash_in_hand(self):
        """Return what the coordinator was given in cash and owes the store."""
        if self.payer == "coordinator":
            return 0.0
        givers = self._get_inside().filtered("cash_received")
        return self.currency_id.round(sum(person.order_id._get_chasqui_amount_left() for person in givers))

    def _get_money_summary(self):
        """Return, for the coordinator, who owes what, and what they carry for the store."""
        debtors = self._get_debtors() if self.state in AFTER_CONFIRMING else self._get_inside()[:0]
        owed = {person: person._get_amount_owed() for person in debtors}
        return {"owed": owed, "owed_total": sum(owed.values()), "cash": self._get_cash_in_hand()}

    # === UNTIL WHEN === #

    def _set_pay_until(self):
        for collective in self.filtered("pay_days"):
            collective.pay_until = fields.Datetime.add(fields.Datetime.now(), days=collective.pay_days)

    def _is_pay_late(self):
        return bool(self.pay_until and self.pay_until < fields.Datetime.now())

    def _format_pay_until(self):
        return format_datetime(self.env, self.pay_until, tz=self._get_tz(), dt_format="EEEE d/M, HH:mm")

    @api.model
    def _cron_remind_payments(self):
        """Remind whoever has not paid: a day before the deadline, and when it is over."""
        cron = self.env["ir.cron"]
        due = self._search_payments_due()
        cron._commit_progress(remaining=len(due))
        for collective in due:
            collective._remind_payments()
            if not cron._commit_progress(1):
                break

    @api.model
    def _search_payments_due(self):
        soon = fields.Datetime.now() + REMIND_BEFORE
        return self.search([("state", "in", AFTER_CONFIRMING), ("pay_until", "<=", soon)])

    def _remind_payments(self):
        """Remind once at each of the two moments; the second time the store is told too."""
        for collective in self:
            moment = 2 if collective._is_pay_late() else 1
            people = collective._get_payers_to_remind().filtered(
                lambda person, moment=moment: person.pay_reminders < moment
            )
            people.pay_reminders = moment
            people._mail("pay")
            if people and moment == 2:
                names = ", ".join(people.mapped("name"))
                collective._ask_store(self.env._("Not paid in time: %s", names))

    def _get_payers_to_remind(self):
        """Return who pays the store and has not."""
        if self.payer == "coordinator":
            return self.coordinator_id.filtered(lambda _person: self._get_amount_left() > 0)
        return self._get_debtors()


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    pay_reminders = fields.Integer(copy=False, readonly=True)

    def _get_amount_owed(self):
        """Return what this person has yet to pay to whom they pay."""
        if self.collective_id.payer == "coordinator" and not self.is_coordinator:
            return self.order_id.amount_total
        return self.order_id._get_chasqui_amount_left()

    def _get_orders_to_pay(self):
        """Return the baskets that this person can pay the store for now: theirs, all, or none."""
        collective = self.collective_id
        if collective.payer == "coordinator":
            orders = collective._get_confirmed_orders() if self.is_coordinator else self.order_id[:0]
        elif collective.state == "choosing":
            orders = self.order_id.filtered(lambda _order: self.state == "ready")
        else:
            orders = self.order_id.filtered(lambda order: order.state == "sale")
        return orders.filtered(lambda order: order._get_chasqui_amount_left() > 0)

    def _get_why_not_to_pay(self):
        """Return why there is nothing to pay now, to whoever had the page of paying open."""
        if self.collective_id.state == "cancelled":
            return self.env._("The purchase was called off meanwhile: nothing is charged.")
        if not self.is_inside:
            return self.env._("You do not take part any more: nothing is charged.")
        if self.collective_id.state == "choosing" and self.state == "choosing":
            return self.env._("Say first that you are ready: then you can pay what you chose.")
        return self.env._("There is nothing left to pay.")

    def _get_amount_to_pay(self):
        orders = self._get_orders_to_pay()
        return self.currency_id.round(sum(order._get_chasqui_amount_left() for order in orders))
