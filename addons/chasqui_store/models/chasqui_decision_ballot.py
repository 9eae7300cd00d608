from odoo import fields, models


class ChasquiDecisionBallot(models.Model):
    """The vote of one organisation or one person: there when the vote opens, empty until they vote."""

    _name = "chasqui.decision.ballot"
    _description = "Vote in a Decision"
    _order = "decision_id, id"

    decision_id = fields.Many2one(
        comodel_name="chasqui.decision", required=True, ondelete="cascade", index=True
    )
    store_id = fields.Many2one(comodel_name="chasqui.store", string="Organisation", ondelete="restrict")
    user_id = fields.Many2one(comodel_name="res.users", string="Person", ondelete="restrict")
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True)
    option_id = fields.Many2one(comodel_name="chasqui.decision.option", string="Vote", ondelete="restrict")
    voted_by_id = fields.Many2one(comodel_name="res.users", string="Given by", ondelete="restrict")
    voted_on = fields.Datetime()

    _one_voter = models.Constraint(
        "CHECK (num_nonnulls(store_id, user_id) = 1)", "A vote is of one organisation or of one person."
    )
    _one_vote = models.UniqueIndex(
        "(decision_id, COALESCE(store_id, 0), COALESCE(user_id, 0))", "Everybody has one vote."
    )
