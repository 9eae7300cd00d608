from odoo import api, fields, models

from .chasqui_decision import BALLOT_FIELDS


class ChasquiDecisionOption(models.Model):
    """One of the answers to what is to be decided, with its count."""

    _name = "chasqui.decision.option"
    _description = "Option of a Decision"
    _order = "decision_id, sequence, id"

    decision_id = fields.Many2one(
        comodel_name="chasqui.decision", required=True, ondelete="cascade", index=True
    )
    sequence = fields.Integer(default=10)
    name = fields.Char(string="Option", required=True)
    effect = fields.Selection(
        selection=[
            ("approve", "Puts the proposal into force"),
            ("reject", "Leaves all as it is"),
            ("abstain", "Counts for the quorum alone"),
        ],
        required=True,
        default="approve",
    )
    ballot_ids = fields.One2many(comodel_name="chasqui.decision.ballot", inverse_name="option_id")
    votes = fields.Integer(compute="_compute_votes", compute_sudo=True)
    can_vote = fields.Boolean(compute="_compute_can_vote")

    # === COMPUTE METHODS === #

    @api.depends("decision_id.state", "ballot_ids")
    def _compute_votes(self):
        """Count in the open once it is over, so that nobody votes by what others did."""
        groups = self.env["chasqui.decision.ballot"]._read_group(
            [("option_id", "in", self.ids)], groupby=["option_id"], aggregates=["__count"]
        )
        counts = {option.id: count for option, count in groups}
        for option in self:
            closed = option.decision_id.state == "closed"
            option.votes = counts.get(option.id, 0) if closed else 0

    @api.depends("decision_id.state", "decision_id.closes_on", "decision_id.ballot_ids")
    @api.depends_context("uid", "company")
    def _compute_can_vote(self):
        for option in self:
            option.can_vote = bool(option.decision_id._get_my_ballot()) and option.decision_id._is_voting()

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        options = super().create(vals_list)
        options._check_ballot_is_open_to_change()
        return options

    def write(self, vals):
        self._check_ballot_is_open_to_change()
        return super().write(vals)

    def unlink(self):
        self._check_ballot_is_open_to_change()
        return super().unlink()

    def _check_ballot_is_open_to_change(self):
        """The options are part of the question: they change as long as it may."""
        if not self.env.su:
            for decision in self.decision_id:
                writable = decision._get_writable_fields() & BALLOT_FIELDS
                decision._check_only({"option_ids": True}, writable)

    # === ACTIONS === #

    def action_vote(self):
        self.ensure_one()
        self.decision_id._vote(self)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
