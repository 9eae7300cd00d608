from collections import Counter

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date


class ChasquiDecision(models.Model):
    """The vote: opened and closed by the incubator, or by its dates; counted; put into force."""

    _inherit = "chasqui.decision"

    my_vote = fields.Char(compute="_compute_my_vote")
    can_cancel = fields.Boolean(compute="_compute_can_cancel", help="Whoever looks may withdraw it.")
    entitled_count = fields.Integer(string="Entitled", compute="_compute_turnout", compute_sudo=True)
    vote_count = fields.Integer(string="Voted", compute="_compute_turnout", compute_sudo=True)

    # === COMPUTE METHODS === #

    @api.depends("ballot_ids.option_id")
    @api.depends_context("uid", "company")
    def _compute_my_vote(self):
        for decision in self:
            decision.my_vote = decision._get_my_ballot().option_id.name

    @api.depends("ballot_ids.option_id")
    def _compute_turnout(self):
        for decision in self:
            decision.entitled_count = len(decision.ballot_ids)
            decision.vote_count = len(decision.ballot_ids.filtered("option_id"))

    @api.depends("state", "store_id")
    @api.depends_context("uid", "allowed_company_ids")
    def _compute_can_cancel(self):
        states = self._get_cancellable_states()
        for decision in self:
            timely = bool(decision.id) and decision.state in states
            decision.can_cancel = timely and decision.has_access("write")

    # === ACTIONS === #

    def action_propose(self):
        """Show the proposal to all stores, to talk about it."""
        self.check_access("write")
        self._go("draft", "discussion")

    def action_open(self):
        """Let those entitled vote from now on: one ballot each."""
        self._check_staff()
        today = self.env["chasqui.store"]._get_today()
        for decision in self:
            if not decision.closes_on or decision.closes_on < today:
                raise UserError(self.env._("Say until when one can vote."))
            if "approve" not in decision.option_ids.mapped("effect"):
                raise UserError(self.env._("One of the options has to put the proposal into force."))
        self._go("discussion", "open", opens_on=today)
        for decision in self:
            decision._hand_out_ballots()

    def action_close(self):
        """Count."""
        self._check_staff()
        self._close()

    def action_cancel(self):
        """Withdraw it: whoever proposed it until the vote opens, the incubator until it is counted."""
        self.check_access("write")
        for decision in self:
            if decision.state not in decision._get_cancellable_states():
                raise UserError(self.env._("It is too late to withdraw “%s”.", decision.name))
        self.sudo().state = "cancelled"

    # === BUSINESS METHODS === #

    @api.model
    def _get_cancellable_states(self):
        staff = self.env["chasqui.store"]._is_platform_staff()
        return ("draft", "discussion", "open") if staff else ("draft", "discussion")

    def _check_staff(self):
        if not self.env["chasqui.store"]._is_platform_staff():
            raise AccessError(self.env._("Only incubator staff run a vote."))

    def _go(self, source, target, **values):
        for decision in self:
            if decision.state != source:
                raise UserError(self.env._("“%s” is not at this step any more.", decision.name))
        self.sudo().write({"state": target, **values})

    def _hand_out_ballots(self):
        voters_sudo = self._get_entitled()
        name = "user_id" if voters_sudo._name == "res.users" else "store_id"
        if not voters_sudo:
            raise UserError(self.env._("Nobody is entitled to vote: say who is."))
        self.env["chasqui.decision.ballot"].sudo().create(
            [{"decision_id": self.id, name: voter.id} for voter in voters_sudo]
        )

    def _is_voting(self):
        """Tell whether votes count now, by the dates, whether or not anybody has closed it yet."""
        today = self.env["chasqui.store"]._get_today()
        return self.state == "open" and bool(self.closes_on) and self.closes_on >= today

    def _get_my_ballot(self):
        """Return, as sudo, the ballot that the user fills: their own, or of the store they manage.

        Who manages several stores votes for the one they are working in.
        """
        user = self.env.user
        stores_sudo = self.env.company.sudo().chasqui_store_ids.filtered(
            lambda store: any(
                member.user_id == user and member.role == "manager" for member in store.member_ids
            )
        )
        return self.sudo().ballot_ids.filtered(
            lambda ballot: ballot.user_id == user or ballot.store_id in stores_sudo
        )[:1]

    def _vote(self, option):
        """Give one's vote, or change it, while voting is on."""
        self.ensure_one()
        self.check_access("read")
        if not self._is_voting():
            raise UserError(self.env._("One cannot vote on “%s” now.", self.name))
        ballot_sudo = self._get_my_ballot()
        if not ballot_sudo or option.decision_id != self:
            raise AccessError(self.env._("You have no vote in this decision."))
        ballot_sudo.write(
            {"option_id": option.id, "voted_by_id": self.env.uid, "voted_on": fields.Datetime.now()}
        )

    def _close(self):
        for decision_sudo in self.sudo():
            decision_sudo._go("open", "closed", result=decision_sudo._count())
        self._put_approved_in_force()

    def _count(self):
        """Return the result: more votes for what approves than for each other option that counts."""
        ballots = self.ballot_ids.filtered("option_id")
        if not ballots or len(ballots) * 100 < self.quorum * len(self.ballot_ids):
            return "no_quorum"
        votes = Counter(ballot.option_id for ballot in ballots if ballot.option_id.effect != "abstain")
        first, *others = [*votes.most_common(2), (self.env["chasqui.decision.option"], 0)]
        won = first[0].effect == "approve" and first[1] > others[0][1]
        return "approved" if won else "rejected"

    def _get_winner(self):
        """Return the option that won, if the proposal was approved."""
        self.ensure_one()
        if self.result != "approved":
            return self.env["chasqui.decision.option"]
        return max(
            self.sudo().option_ids.filtered(lambda option: option.effect != "abstain"),
            key=lambda option: len(option.ballot_ids),
        )

    def _describe_dates(self):
        """Return the sentence that tells from when to when one votes, or voted."""
        self.ensure_one()
        return self.env._(
            "Voting from %(start)s to %(end)s.",
            start=format_date(self.env, self.opens_on),
            end=format_date(self.env, self.closes_on),
        )

    def _describe_turnout(self):
        self.ensure_one()
        return self.env._(
            "%(votes)s of %(entitled)s entitled have voted; the quorum is %(quorum)s %%.",
            votes=self.vote_count,
            entitled=self.entitled_count,
            quorum=self.quorum,
        )

    # === INTO FORCE === #

    @api.model
    def _cron_follow_dates(self):
        """Count what is over, and put into force what its day has come for."""
        today = self.env["chasqui.store"]._get_today()
        self.search([("state", "=", "open"), ("closes_on", "<", today)])._close()
        self.search([("result", "=", "approved"), ("in_force", "=", False)])._put_approved_in_force()

    def _put_approved_in_force(self):
        today = self.env["chasqui.store"]._get_today()
        for decision_sudo in self.sudo():
            starts = decision_sudo.in_force_from or today
            if decision_sudo.result == "approved" and not decision_sudo.in_force and starts <= today:
                decision_sudo.write({"in_force": True, "in_force_from": starts})
                decision_sudo._put_in_force()

    def _put_in_force(self):
        """Do what was decided: `_put_in_force_<kind>` of the addon that brings the kind.

        Matters of the platform are put into force by people.
        """
        self.ensure_one()
        put = getattr(self, f"_put_in_force_{self.kind}", None)
        if put:
            put()
