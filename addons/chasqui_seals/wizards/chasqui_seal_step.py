from odoo import fields, models


class ChasquiSealStep(models.TransientModel):
    """Says why, where a step in the life of a grant needs a reason."""

    _name = "chasqui.seal.step"
    _description = "Reason of a Step"

    grant_ids = fields.Many2many(comodel_name="chasqui.seal.grant", required=True)
    step = fields.Selection(
        selection=[
            ("asked_back", "Ask back"),
            ("transition", "Put in transition"),
            ("refused", "Refuse"),
            ("withdrawn", "Withdraw"),
        ],
        required=True,
    )
    reason = fields.Text(required=True)
    deadline = fields.Date(string="To be done by")

    def action_confirm(self):
        grants, reason = self.grant_ids, self.reason
        if self.step == "asked_back":
            grants._ask_back(reason)
        elif self.step == "transition":
            grants._put_in_transition(reason, self.deadline)
        elif self.step == "refused":
            grants._refuse(reason)
        else:
            grants._withdraw(reason)
        return {"type": "ir.actions.act_window_close"}
