from odoo import models
from odoo.exceptions import MissingError
from odoo.http import request
from odoo.tools import consteq

from odoo.addons.website_sale.models.website import CART_SESSION_CACHE_KEY, PRICELIST_SESSION_CACHE_KEY

# Which purchases somebody takes part in, by id: the token that was given to them
PARTICIPATIONS_KEY = "chasqui_participations"
# In whose basket the shop puts things now, if not in the cart
BASKET_KEY = "chasqui_basket"
CART_QUANTITY_KEY = "website_sale_cart_quantity"


class Website(models.Model):
    """While somebody fills their basket in a collective purchase, the shop's cart is that basket."""

    _inherit = "website"

    def _get_and_cache_current_cart(self):
        """Return the basket that is being filled, and never take one for an abandoned cart."""
        if basket_sudo := self._get_chasqui_basket():
            return basket_sudo.order_id
        self._drop_chasqui_basket_as_cart()
        website = self.with_context(chasqui_carts_only=True)
        cart_sudo = super(Website, website)._get_and_cache_current_cart()
        return self.env["sale.order"].sudo().browse(cart_sudo.id)

    def _drop_chasqui_basket_as_cart(self):
        """Forget a basket that was made the cart by a link for abandoned carts."""
        order_sudo = self.env["sale.order"].sudo().browse(request.session.get(CART_SESSION_CACHE_KEY) or [])
        try:
            # read as Odoo does next, so that it costs no query of its own
            is_basket = bool(order_sudo.chasqui_collective_id)
        except MissingError:
            return
        if is_basket:
            self.sale_reset()

    def _get_and_cache_current_pricelist(self):
        """Show the group's prices to who buys with the group."""
        if basket_sudo := self._get_chasqui_basket():
            return basket_sudo.order_id.pricelist_id
        return super()._get_and_cache_current_pricelist()

    # === BUSINESS METHODS === #

    def _get_chasqui_basket(self):
        """Return, as sudo, as whom somebody fills a basket now; nobody when they buy alone."""
        participants_sudo = self.env["chasqui.collective.participant"].sudo()
        if not request or not request.session.get(BASKET_KEY):
            return participants_sudo
        participant_sudo = participants_sudo.browse(request.session[BASKET_KEY]).exists()
        if (
            participant_sudo.is_inside
            and participant_sudo.collective_id.state == "choosing"
            and participant_sudo.order_id.website_id == self
        ):
            return participant_sudo
        self._leave_chasqui_basket()
        self._keep_chasqui_released(participant_sudo)
        return participants_sudo

    def _enter_chasqui_basket(self, participant_sudo):
        """Let the shop fill this person's basket from now on."""
        request.session[BASKET_KEY] = participant_sudo.id
        request.session[CART_QUANTITY_KEY] = participant_sudo.order_id.cart_quantity
        request.session.pop(PRICELIST_SESSION_CACHE_KEY, None)
        request.cart = participant_sudo.order_id
        request.pricelist = participant_sudo.order_id.pricelist_id

    def _leave_chasqui_basket(self):
        """Let the shop fill the visitor's own cart again."""
        for key in (BASKET_KEY, CART_QUANTITY_KEY, PRICELIST_SESSION_CACHE_KEY):
            request.session.pop(key, None)

    def _get_chasqui_own_cart(self):
        """Return, as sudo, the cart of who buys alone, whatever they are doing now."""
        self._leave_chasqui_basket()
        return self._get_and_cache_current_cart()

    def _get_chasqui_participant(self, collective_sudo):
        """Return, as sudo, as whom the visitor takes part in a purchase; nobody if they do not."""
        inside_sudo = collective_sudo.participant_ids.filtered(lambda p: p._may_look())
        token = request.session.get(PARTICIPATIONS_KEY, {}).get(str(collective_sudo.id), "")
        mine_sudo = inside_sudo.filtered(lambda participant: consteq(participant.token, token))
        if not mine_sudo and not self.env.user._is_public():
            partner = self.env.user.partner_id
            mine_sudo = inside_sudo.filtered(lambda participant: participant.partner_id == partner)
        return mine_sudo[:1]

    def _get_chasqui_removed(self, collective_id):
        """Return, as sudo, as whom the visitor took part in a purchase before they were removed."""
        token = request.session.get(PARTICIPATIONS_KEY, {}).get(str(collective_id))
        return (
            self.env["chasqui.collective.participant"]
            .sudo()
            .search([("token", "=", token), ("collective_id", "=", collective_id), ("state", "=", "removed")])
        )

    def _remember_chasqui_participant(self, participant_sudo):
        """Let this browser take part as that person."""
        known = request.session.get(PARTICIPATIONS_KEY, {})
        key = str(participant_sudo.collective_id.id)
        request.session[PARTICIPATIONS_KEY] = {**known, key: participant_sudo.token}

    def _get_chasqui_participations(self):
        """Return, as sudo, as whom the visitor takes part in purchases of this site that are under way."""
        participants_sudo = self.env["chasqui.collective.participant"].sudo()
        tokens = list(request.session.get(PARTICIPATIONS_KEY, {}).values())
        mine_sudo = participants_sudo.search([("token", "in", tokens)]) if tokens else participants_sudo
        if not self.env.user._is_public():
            mine_sudo |= participants_sudo.search([("partner_id", "=", self.env.user.partner_id.id)])
        return mine_sudo.filtered(
            lambda participant: (
                participant.is_inside
                and participant.collective_id._is_open()
                and participant.collective_id.store_id.website_id == self
            )
        )

    def _keep_chasqui_released(self, participant_sudo):
        """Make the basket that somebody was filling their cart, when the group let go of it."""
        if participant_sudo._is_released() and not request.session.get(CART_SESSION_CACHE_KEY):
            request.session[CART_SESSION_CACHE_KEY] = participant_sudo.order_id.id

    def _adopt_chasqui_basket(self, participant_sudo):
        """Put what is in the basket of who was removed, or left out, into the cart of this browser."""
        own_sudo = self._get_chasqui_own_cart()
        if not participant_sudo._is_released() or participant_sudo.order_id == own_sudo:
            return
        if own_sudo:
            participant_sudo.order_id._move_chasqui_lines_to(own_sudo)
        else:
            request.session[CART_SESSION_CACHE_KEY] = participant_sudo.order_id.id
        request.session.pop(CART_QUANTITY_KEY, None)

    def _forget_chasqui_participant(self, participant_sudo):
        known = dict(request.session.get(PARTICIPATIONS_KEY, {}))
        known.pop(str(participant_sudo.collective_id.id), None)
        request.session[PARTICIPATIONS_KEY] = known
