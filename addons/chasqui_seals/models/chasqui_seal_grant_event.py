from odoo import fields, models

from .chasqui_seal_grant import STATES

PUBLIC_STEPS = ("granted", "transition", "withdrawn", "expired", "visit")


class ChasquiSealGrantEvent(models.Model):
    """A step in the life of a grant: who, when, why. It is written once and never changed."""

    _name = "chasqui.seal.grant.event"
    _description = "Step of a Grant"
    _order = "id desc"

    grant_id = fields.Many2one(
        comodel_name="chasqui.seal.grant", required=True, ondelete="cascade", index=True
    )
    date = fields.Datetime(required=True, default=fields.Datetime.now)
    step = fields.Selection(
        selection=[*STATES, ("visit", "Peer visit"), ("evidence", "Evidence by the producer")],
        required=True,
    )
    actor = fields.Selection(
        selection=[
            ("store", "The store"),
            ("producer", "The producer"),
            ("review", "Those who verify"),
            ("system", "By itself"),
        ],
        string="Acting as",
        required=True,
    )
    user_id = fields.Many2one(comodel_name="res.users", string="Who", ondelete="restrict")
    author = fields.Char(help="Who it was, where nobody had signed in.")
    reason = fields.Text(string="Why")

    def _get_public_lines(self):
        steps = dict(self._fields["step"]._description_selection(self.env))
        actors = dict(self._fields["actor"]._description_selection(self.env))
        return [
            {
                "date": self.env["chasqui.store"]._get_day(event.date),
                "step": event.step,
                "label": steps[event.step],
                "by": event.grant_id.verifier
                if event.step == "granted" and event.grant_id.verifier
                else actors[event.actor],
            }
            for event in self
            if event.step in PUBLIC_STEPS and (event.step != "withdrawn" or event.grant_id.date_from)
        ]
