from odoo import api, models


class ChasquiToday(models.AbstractModel):
    """What people without an account asked for, and nobody has answered."""

    _inherit = "chasqui.today"

    @api.model
    def _get_cards(self):
        return [
            *super()._get_cards(),
            self._prepare_card(
                "chasqui.withdrawal",
                [("state", "=", "new")],
                self.env._("Withdrawals to answer"),
                sequence=15,
                urgent=True,
                icon="fa-undo",
            ),
            self._prepare_card(
                "chasqui.store.application",
                [("state", "=", "new")],
                self.env._("Applications to read"),
                sequence=16,
                icon="fa-envelope-open-o",
            ),
        ]
