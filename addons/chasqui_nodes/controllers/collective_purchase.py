from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.shop_input import parse_id, parse_quantity

from .collective import ChasquiCollective
from .once import is_repeated
from .person_input import clean

FLASH_KEY = "chasqui_flash"
CHAT_PER_HOUR = 120
MAX_CHAT = 500
COORDINATORS_ONLY = {"nudge", "remove", "link", "confirm", "shorten", "cancel", "cash"}


class ChasquiCollectivePurchase(ChasquiCollective):
    """The page of a purchase, for those who take part in it."""

    # === ROUTES === #

    @http.route(
        "/collective/purchase/<int:collective_id>", type="http", auth="public", website=True, sitemap=False
    )
    def purchase(self, collective_id, **_kw):
        participant_sudo = self._find_participant(collective_id)
        if not participant_sudo:
            return self._send_off(collective_id)
        if participant_sudo._is_released():
            request.website._adopt_chasqui_basket(participant_sudo)
        return request.render("chasqui_nodes.purchase", self._prepare_purchase_values(participant_sudo))

    @http.route(
        "/collective/purchase/<int:collective_id>/live",
        type="http",
        auth="public",
        website=True,
        multilang=False,
        sitemap=False,
        readonly=True,
    )
    def live(self, collective_id, **_kw):
        """Return what moves on the page, for browsers that heard that something did."""
        participant_sudo = self._get_participant(collective_id)
        return request.render("chasqui_nodes.purchase_parts", self._prepare_purchase_values(participant_sudo))

    @http.route(
        "/collective/purchase/<int:collective_id>/<string:action>",
        type="http",
        auth="public",
        website=True,
        methods=["POST"],
        sitemap=False,
    )
    def act(self, collective_id, action, **post):
        """Do what a button of the page says, and go back to it with a sentence if it cannot be done."""
        participant_sudo = self._get_participant(collective_id)
        do = getattr(self, f"_do_{action}", None)
        if not do or (action in COORDINATORS_ONLY and not participant_sudo.is_coordinator):
            raise request.not_found()
        url = participant_sudo.collective_id._get_url()
        try:
            with request.env.cr.savepoint():
                url = do(participant_sudo, **post) or url
        except UserError as error:
            request.session[FLASH_KEY] = str(error)
        return request.redirect(url)

    # === WHAT THE BUTTONS DO === #

    def _do_shop(self, participant_sudo, **_post):
        participant_sudo.collective_id._check_choosing()
        request.website._enter_chasqui_basket(participant_sudo)
        return "/shop"

    def _do_alone(self, _participant_sudo, **_post):
        request.website._leave_chasqui_basket()
        return "/shop"

    def _do_ready(self, participant_sudo, **_post):
        participant_sudo._set_ready()

    def _do_unready(self, participant_sudo, **_post):
        participant_sudo._set_ready(False)

    def _do_bring(self, participant_sudo, **_post):
        """Put one's own cart into the basket."""
        participant_sudo.collective_id._check_choosing()
        own_sudo = self._get_own_cart()
        if own_sudo.transaction_ids:
            raise UserError(request.env._("Your cart is being paid: it stays your own."))
        request.website._enter_chasqui_basket(participant_sudo)
        own_sudo._move_chasqui_lines_to(participant_sudo.order_id)

    def _do_take(self, participant_sudo, **_post):
        """Take one's basket out of the group, into a cart of one's own."""
        participant_sudo.collective_id._check_choosing()
        own_sudo = self._get_own_cart() or request.website._create_cart()
        participant_sudo.order_id._move_chasqui_lines_to(own_sudo)
        participant_sudo.state = "choosing"
        return "/shop/cart"

    def _do_leave(self, participant_sudo, **_post):
        """Leave the group with what is in the basket."""
        participant_sudo._remove()
        request.website._adopt_chasqui_basket(participant_sudo)
        request.website._forget_chasqui_participant(participant_sudo)
        return "/shop/cart"

    def _do_claim(self, participant_sudo, **_post):
        """Let the account of who signed in own this part."""
        if partner_sudo := self._get_signed_in_partner():
            participant_sudo._take_over(partner_sudo)

    def _do_chat(self, participant_sudo, text=None, **_post):
        self._check_rate("chat", CHAT_PER_HOUR)
        text = clean(text, MAX_CHAT)
        if text and not is_repeated("chat", text):
            participant_sudo.collective_id._post_chat(participant_sudo, text)
        return f"{participant_sudo.collective_id._get_url()}#chat"

    def _do_nudge(self, participant_sudo, person_id=None, **_post):
        self._get_person(participant_sudo, person_id)._nudge()
        request.session[FLASH_KEY] = request.env._("A reminder is on its way.")

    def _do_remove(self, participant_sudo, person_id=None, **_post):
        self._get_person(participant_sudo, person_id)._remove()

    def _do_cash(self, participant_sudo, person_id=None, received=None, **_post):
        person_sudo = self._get_person(participant_sudo, person_id)
        person_sudo.cash_received = received == "yes"
        participant_sudo.collective_id._tell()

    def _do_link(self, participant_sudo, link=None, **_post):
        collective_sudo = participant_sudo.collective_id
        if link == "renew":
            collective_sudo._renew_link()
        else:
            collective_sudo.is_link_open = link == "open"
        return f"{collective_sudo._get_url()}#invite"

    def _do_confirm(self, participant_sudo, **post):
        """Confirm; asked again, by who did not see the answer, it is as it was."""
        collective_sudo = participant_sudo.collective_id
        if collective_sudo.state in ("confirming", "confirmed"):
            return
        decisions = {
            parse_id(key.removeprefix("decision_")): value
            for key, value in post.items()
            if key.startswith("decision_")
        }
        collective_sudo._close(decisions)
        request.website._leave_chasqui_basket()

    def _do_shorten(self, participant_sudo, **post):
        quantities = {
            parse_id(key.removeprefix("line_")): parse_quantity(value)
            for key, value in post.items()
            if key.startswith("line_")
        }
        if None in quantities.values():
            raise UserError(request.env._("Please enter a quantity in numbers."))
        replacements = {
            parse_id(key.removeprefix("instead_")): parse_id(value)
            for key, value in post.items()
            if key.startswith("instead_") and value
        }
        participant_sudo.collective_id._shorten(quantities, replacements, decider=participant_sudo)

    def _do_cancel(self, participant_sudo, **_post):
        if participant_sudo.collective_id.state != "cancelled":
            participant_sudo.collective_id._cancel()

    # === BUSINESS METHODS === #

    def _find_participant(self, collective_id):
        """Return, as sudo, as whom the visitor takes part; nobody where they do not."""
        collective_sudo = self._get_collectives_sudo().browse(collective_id).exists()
        if not self._is_here(collective_sudo):
            return collective_sudo.participant_ids.browse()
        return request.website._get_chasqui_participant(collective_sudo)

    def _get_participant(self, collective_id):
        participant_sudo = self._find_participant(collective_id)
        if not participant_sudo:
            raise request.not_found()
        return participant_sudo

    def _get_person(self, participant_sudo, person_id):
        """Return somebody else of the same purchase."""
        people_sudo = participant_sudo.collective_id._get_inside()
        person_sudo = people_sudo.filtered(lambda person: person.id == parse_id(person_id))
        if not person_sudo:
            raise UserError(request.env._("That person does not take part any more."))
        return person_sudo

    def _get_own_cart(self):
        own_sudo = request.website._get_chasqui_own_cart()
        request.cart = own_sudo
        return own_sudo

    def _send_off(self, collective_id):
        """Tell who was removed, with their basket in hand; to anybody else there is no such page."""
        removed_sudo = request.website._get_chasqui_removed(collective_id)
        if not removed_sudo:
            raise request.not_found()
        request.website._adopt_chasqui_basket(removed_sudo)
        request.website._forget_chasqui_participant(removed_sudo)
        return request.render(
            "chasqui_nodes.purchase_removed", {"purchase_name": removed_sudo.collective_id.name}
        )

    def _prepare_purchase_values(self, participant_sudo):
        collective_sudo = participant_sudo.collective_id
        partner = self._get_signed_in_partner()
        return {
            "collective": collective_sudo,
            "me": participant_sudo,
            "people": self._get_shown_people(collective_sudo),
            "summary": collective_sudo._get_summary(),
            "chat": collective_sudo._get_chat(),
            "flash": request.session.pop(FLASH_KEY, None) if not request.env.cr.readonly else None,
            "money": collective_sudo._get_money_summary() if participant_sudo.is_coordinator else None,
            "can_claim": bool(partner) and participant_sudo.partner_id != partner,
        }

    def _get_shown_people(self, collective_sudo):
        if collective_sudo.state in ("choosing", "confirming"):
            return collective_sudo._get_inside()
        return collective_sudo._get_sheet_people()
