from odoo import api, models


class ChasquiToday(models.AbstractModel):
    """What groups and nodes wait for: a store's answer, or the incubator's."""

    _inherit = "chasqui.today"

    @api.model
    def _get_cards(self):
        return [
            *super()._get_cards(),
            self._prepare_card(
                "chasqui.collective.order",
                [("state", "=", "confirmed")],
                self.env._("Collective purchases to accept"),
                sequence=9,
                urgent=True,
                icon="fa-users",
            ),
            self._prepare_card(
                "chasqui.node.request",
                [("state", "=", "asked")],
                self.env._("Requests for nodes to decide"),
                sequence=18,
                urgent=True,
                icon="fa-home",
            ),
            self._prepare_card(
                "chasqui.node.store",
                [("state", "=", "asked")],
                self.env._("Nodes that would like to buy"),
                sequence=19,
                urgent=True,
                icon="fa-handshake-o",
            ),
        ]
