from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.shop_input import parse_id

from . import collective_purchase
from .collective_purchase import FLASH_KEY, ChasquiCollectivePurchase

collective_purchase.COORDINATORS_ONLY.update({"day"})


class ChasquiCollectiveAfterwards(ChasquiCollectivePurchase):
    """What the buttons do once a purchase is confirmed."""

    def _do_drop_out(self, participant_sudo, **_post):
        paid = participant_sudo.order_id._has_chasqui_payment()
        participant_sudo._drop_out()
        request.session[FLASH_KEY] = (
            request.env._("You are out of it. What you paid is on its way back.")
            if paid
            else request.env._("You are out of it, and the store was told. You had paid nothing yet.")
        )

    def _do_refuse(self, participant_sudo, substitution_id=None, **_post):
        """Do not want what came instead of something."""
        mine_sudo = participant_sudo.substitution_ids.filtered(
            lambda one: one.id == parse_id(substitution_id)
        )
        if not mine_sudo:
            raise UserError(request.env._("That is not in your basket."))
        mine_sudo._refuse()

    def _do_day(self, participant_sudo, answer=None, **_post):
        participant_sudo.collective_id._answer_day(answer == "yes")
