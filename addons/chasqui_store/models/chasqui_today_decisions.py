from odoo import api, models
from odoo.fields import Domain


class ChasquiToday(models.AbstractModel):
    """The votes that the network waits for."""

    _inherit = "chasqui.today"

    @api.model
    def _get_cards(self):
        return [
            *super()._get_cards(),
            self._prepare_card(
                "chasqui.decision",
                self._get_votes_domain(),
                self.env._("Decisions that wait for your vote"),
                sequence=18,
                icon="fa-check-square-o",
            ),
        ]

    @api.model
    def _get_votes_domain(self):
        """Return the domain of the decisions in which the user has a ballot that is still empty."""
        members_sudo = self.env["chasqui.store.member"].sudo()
        managed = members_sudo.search(
            [
                ("user_id", "=", self.env.uid),
                ("role", "=", "manager"),
                ("company_id", "in", self.env.companies.ids),
            ]
        ).store_id
        mine = Domain("user_id", "=", self.env.uid) | Domain("store_id", "in", managed.ids)
        today = self.env["chasqui.store"]._get_today()
        empty_sudo = (
            self.env["chasqui.decision.ballot"]
            .sudo()
            .search(
                mine
                & Domain("option_id", "=", False)
                & Domain("decision_id.state", "=", "open")
                & Domain("decision_id.closes_on", ">=", today)
            )
        )
        return Domain("id", "in", empty_sudo.decision_id.ids)
