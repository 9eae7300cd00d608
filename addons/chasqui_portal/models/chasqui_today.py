from odoo import api, models


class ChasquiToday(models.AbstractModel):
    _inherit = "chasqui.today"

    @api.model
    def _get_cards(self):
        return [
            *super()._get_cards(),
            self._prepare_card(
                "chasqui.contact",
                [("state", "=", "new")],
                self.env._("Messages to answer"),
                sequence=17,
                icon="fa-envelope-o",
            ),
        ]
