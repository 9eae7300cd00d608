from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import lead_to_platform
from odoo.addons.chasqui_store.shop_input import parse_id

from .node_actions import ChasquiNodeActions
from .node_pages import LAST_PURCHASES
from .person_input import parse_person

# Who may do what; whatever is in none of them is for every member.
GENERAL = {
    "accept",
    "refuse",
    "remove",
    "role",
    "add",
    "open",
    "link",
    "ask_store",
    "offer",
    "take_back",
    "key",
    "save",
    "point",
    "photo",
    "drop_photo",
    "wind_down",
    "resume",
    "close",
}
COORDINATORS = {"nudge", "cash", "received", "basket"}
IN_SETTINGS = {
    "save",
    "point",
    "photo",
    "drop_photo",
    "key",
    "wind_down",
    "resume",
    "close",
    "offer",
    "take_back",
}


class ChasquiNodeCoordinator(ChasquiNodeActions):
    """The page of who looks after a node, made for a phone: all that they do is done here."""

    # === ROUTES === #

    @http.route("/my/nodes/<string:slug>/coordinate", type="http", auth="user", website=True, sitemap=False)
    def coordinate(self, slug, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        member_sudo = self._get_member(slug)
        if not member_sudo.is_coordinator:
            raise request.not_found()
        return request.render("chasqui_nodes.coordinate", self._prepare_coordinator_values(member_sudo))

    # === BUSINESS METHODS === #

    def _may(self, member_sudo, action):
        if action in GENERAL:
            return member_sudo.is_coordinator and member_sudo.role == "coordinator"
        if action in COORDINATORS:
            return member_sudo.is_coordinator
        return super()._may(member_sudo, action)

    def _get_back(self, action):
        if action in IN_SETTINGS:
            return "/settings"
        return "/coordinate" if action in GENERAL | COORDINATORS else super()._get_back(action)

    def _prepare_coordinator_values(self, member_sudo):
        node_sudo = member_sudo.node_id
        open_sudo = node_sudo._get_open_purchases()
        over_sudo = node_sudo.collective_ids.filtered(lambda p: p.state in ("delivered", "closed"))
        last = [purchase._get_result() for purchase in over_sudo[:LAST_PURCHASES]]
        return {
            **self._prepare_values(member_sudo),
            "is_general": member_sudo.role == "coordinator",
            "people": node_sudo._get_accepted(),
            "asking": node_sudo.member_ids.filtered(lambda member: member.state in ("asked", "waiting")),
            "roles": member_sudo._fields["role"]._description_selection(request.env),
            "purchases": [purchase._get_coordinator_summary(member_sudo) for purchase in open_sudo],
            "last": last,
            "totals": node_sudo._add_up_results(last) if len(last) > 1 else [],
            "links": node_sudo.node_store_ids.filtered(lambda link: link.state in ("asked", "accepted")),
            "openable": node_sudo._get_openable_links(),
            "to_ask": self._get_stores_to_ask(node_sudo),
        }

    def _get_stores_to_ask(self, node_sudo):
        """Return the stores that sell to nodes and know nothing of this one."""
        ways_sudo = request.env["chasqui.buying.way"].sudo()
        ways_sudo = ways_sudo.search([("kind", "=", "node"), ("is_on", "=", True)])
        known = node_sudo.node_store_ids.filtered(lambda link: link.state in ("asked", "accepted"))
        return ways_sudo.store_id.filtered(lambda store: store.state == "open") - known.store_id

    # === PEOPLE === #

    def _do_accept(self, member_sudo, /, person_id=None, **_post):
        self._get_person(member_sudo, person_id)._accept()

    def _do_refuse(self, member_sudo, /, person_id=None, answer=None, **_post):
        self._get_person(member_sudo, person_id)._refuse(self._clean_note(answer))

    def _do_remove(self, member_sudo, /, person_id=None, answer=None, **_post):
        self._get_person(member_sudo, person_id)._remove(self._clean_note(answer))

    def _do_role(self, member_sudo, /, person_id=None, role=None, **_post):
        person_sudo = self._get_person(member_sudo, person_id)
        if role not in person_sudo._fields["role"].get_values(request.env):
            raise UserError(request.env._("Choose what this person looks after."))
        if role != "member" and not person_sudo.partner_id:
            raise UserError(
                request.env._("%s has no account: whoever coordinates needs one.", person_sudo.name)
            )
        person_sudo._set_role(role)

    def _do_add(self, member_sudo, /, **post):
        person = parse_person(request.env, **post)
        member_sudo.node_id._add_neighbour(**person)

    def _do_link(self, member_sudo, /, link=None, **_post):
        if link == "renew":
            member_sudo.node_id._renew_invitation()
        else:
            member_sudo.node_id._close_invitation()
        return f"/my/nodes/{member_sudo.node_id.slug}/coordinate#people"

    # === PURCHASES === #

    def _do_open(self, member_sudo, /, link_id=None, day=None, **_post):
        """Open the next purchase at a store."""
        link_sudo = self._get_link(member_sudo, link_id)
        link_sudo._open_purchase(member_sudo, day=self._parse_coming_day(day) or None)
        self._say(request.env._("The purchase is open, and everybody was told."))

    def _do_nudge(self, member_sudo, /, person_id=None, purchase_id=None, **_post):
        purchase_sudo = self._get_purchase(member_sudo, purchase_id)
        self._get_person(member_sudo, person_id)._nudge(purchase_sudo)
        self._say(request.env._("A reminder is on its way."))

    def _do_basket(self, member_sudo, /, person_id=None, purchase_id=None, **_post):
        """Fill the basket of a neighbour who has no account."""
        purchase_sudo = self._get_purchase(member_sudo, purchase_id)
        person_sudo = self._get_person(member_sudo, person_id)
        if person_sudo.partner_id:
            raise UserError(request.env._("%s fills their own basket.", person_sudo.name))
        return purchase_sudo._join_member(person_sudo)._get_token_url()

    def _do_cash(self, member_sudo, /, participant_id=None, purchase_id=None, **_post):
        """Mark that somebody gave the money, or that they did not after all."""
        purchase_sudo = self._get_purchase(member_sudo, purchase_id)
        participant_sudo = purchase_sudo._get_baskets().filtered(
            lambda participant: participant.id == parse_id(participant_id)
        )
        if not participant_sudo:
            raise UserError(request.env._("That person does not take part any more."))
        participant_sudo.cash_received = not participant_sudo.cash_received
        purchase_sudo._tell()
        return f"/my/nodes/{member_sudo.node_id.slug}/coordinate#purchase-{purchase_sudo.id}"

    def _do_received(self, member_sudo, /, purchase_id=None, **_post):
        """Say that the delivery came."""
        self._get_purchase(member_sudo, purchase_id)._step_to("delivered")

    # === STORES === #

    def _do_ask_store(self, member_sudo, /, store_id=None, note=None, **_post):
        stores_sudo = self._get_stores_to_ask(member_sudo.node_id)
        store_sudo = stores_sudo.filtered(lambda store: store.id == parse_id(store_id))
        if not store_sudo:
            raise UserError(request.env._("Choose a store from the list."))
        member_sudo.node_id._ask_store(store_sudo.with_env(member_sudo.env), self._clean_note(note))
        self._say(request.env._("The store was asked. Its answer comes by mail."))

    # === WHAT THEY NAME === #

    def _get_person(self, member_sudo, person_id):
        """Return somebody of the coordinator's own node, and of no other."""
        people_sudo = member_sudo.node_id.member_ids
        person_sudo = people_sudo.filtered(lambda person: person.id == parse_id(person_id))
        if not person_sudo:
            raise UserError(request.env._("That person is not in the node any more."))
        return person_sudo

    def _get_link(self, member_sudo, link_id):
        links_sudo = member_sudo.node_id.node_store_ids
        link_sudo = links_sudo.filtered(lambda link: link.id == parse_id(link_id))
        if not link_sudo:
            raise UserError(request.env._("Choose a store from the list."))
        return link_sudo.with_company(link_sudo.company_id)
