from datetime import timedelta

from odoo import api, models
from odoo.fields import Domain

from .chasqui_seal_grant import GOING_STATES
from .chasqui_seal_grant_expiry import REMINDERS

SOON = timedelta(days=REMINDERS[1])


class ChasquiToday(models.AbstractModel):
    """What seals ask for: of the store that claims them, and of those who review the claims."""

    _inherit = "chasqui.today"

    @api.model
    def _get_cards(self):
        return [*super()._get_cards(), *self._get_seal_claim_cards(), *self._get_seal_review_cards()]

    @api.model
    def _get_own_domain(self, model):
        """Claims are counted by who is asked: a review goes beyond the stores that one works for."""
        return Domain.TRUE if model == "chasqui.seal.grant" else super()._get_own_domain(model)

    # === CARDS === #

    @api.model
    def _get_seal_claim_cards(self):
        """Return what the managers of a store have to see to."""
        if not self.env.user.has_group("chasqui_store.group_manager"):
            return []
        own = Domain("company_id", "in", self.env.companies.ids)
        today = self.env["chasqui.store"]._get_today()
        in_force, unfinished = Domain("state", "=", "granted"), Domain("state", "=", "transition")
        ends_soon = Domain("expiring_on", ">=", today) & Domain("expiring_on", "<=", today + SOON)
        handed_in = Domain("state", "in", GOING_STATES) & Domain("state", "!=", "draft")
        return [
            self._prepare_card(
                "chasqui.seal.grant",
                own & Domain("state", "=", "asked_back"),
                self.env._("Seals: questions to answer"),
                sequence=40,
                urgent=True,
                icon="fa-question-circle-o",
            ),
            self._prepare_card(
                "chasqui.seal.grant",
                own & unfinished,
                self.env._("Seals in transition: what is still to be done"),
                sequence=41,
                icon="fa-hourglass-half",
            ),
            self._prepare_card(
                "chasqui.seal.grant",
                own & in_force & ends_soon & Domain("renewal_ids", "not any", handed_in),
                self.env._("Seals that end within 30 days: renew them"),
                sequence=42,
                icon="fa-leaf",
            ),
        ]

    @api.model
    def _get_seal_review_cards(self):
        """Return the claims that wait for the person who looks, never those of their own people."""
        waiting = self.env["chasqui.seal.grant"]._get_to_review_domain()
        if waiting.is_false():
            return []
        late = Domain("due_on", "<", self.env["chasqui.store"]._get_today())
        return [
            self._prepare_card(
                "chasqui.seal.grant",
                waiting & late,
                self.env._("Claims of seals whose answer is overdue"),
                sequence=43,
                urgent=True,
                icon="fa-hourglass-end",
            ),
            self._prepare_card(
                "chasqui.seal.grant",
                waiting & ~late,
                self.env._("Claims of seals to review"),
                sequence=44,
                icon="fa-search",
            ),
        ]
