from odoo import SUPERUSER_ID, fields, http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import lead_to_platform
from odoo.addons.chasqui_store.shop_input import parse_id

from ..models.chasqui_node_member import LIVE_STATES
from .person_input import parse_person

WRONG_INVITATIONS_PER_HOUR = 30
FLASH_KEY = "chasqui_node_flash"
LAST_PURCHASES = 3
HISTORY = 12


class ChasquiNodePages(http.Controller):
    """The nodes of who has signed in, on the platform's site: what each buys, owes, and looks after.

    On a store's site the same addresses lead there.
    """

    # === ROUTES === #

    @http.route("/my/nodes", type="http", auth="user", website=True, sitemap=False)
    def my_nodes(self, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        partner = request.env.user.partner_id
        memberships_sudo = self._get_nodes_sudo()._get_nodes_of(partner)
        requests_sudo = request.env["chasqui.node.request"].sudo()
        return request.render(
            "chasqui_nodes.my_nodes",
            {
                "memberships": memberships_sudo,
                "asked": requests_sudo.search([("partner_id", "=", partner.id)], limit=3),
                "flash": request.session.pop(FLASH_KEY, None),
            },
        )

    @http.route("/my/nodes/<string:slug>", type="http", auth="user", website=True, sitemap=False)
    def my_node(self, slug, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        member_sudo = self._get_member(slug, *LIVE_STATES)
        if member_sudo.state != "accepted":
            return request.render("chasqui_nodes.my_node_waiting", self._prepare_values(member_sudo))
        return request.render("chasqui_nodes.my_node", self._prepare_member_values(member_sudo))

    @http.route("/nodes/invitation/<string:token>", type="http", auth="user", website=True, sitemap=False)
    def invitation(self, token, **post):
        """Show to whom the link leads, and take them in at once."""
        if elsewhere := lead_to_platform():
            return elsewhere
        node_sudo = self._get_invited(token)
        member_sudo = node_sudo._get_member_of(request.env.user.partner_id)
        values = {"node": node_sudo, "partner": request.env.user.partner_id.sudo(), "values": post}
        if member_sudo.state == "accepted":
            return request.redirect(f"/my/nodes/{node_sudo.slug}")
        if request.httprequest.method == "POST":
            try:
                with request.env.cr.savepoint():
                    self._join_invited(node_sudo, post)
                return request.redirect(f"/my/nodes/{node_sudo.slug}")
            except UserError as error:
                values["error"] = str(error)
        return request.render("chasqui_nodes.node_invitation", values)

    # === BUSINESS METHODS === #

    def _get_nodes_sudo(self):
        """Return the model as the superuser: who may see what is looked at here, person by person."""
        return request.env["chasqui.node"].with_user(SUPERUSER_ID)

    def _get_member(self, slug, *states):
        """Return, as sudo, as whom the visitor is in a node; not found where they are not."""
        node_sudo = self._get_nodes_sudo()._find_by_slug(slug)
        member_sudo = node_sudo and node_sudo._get_member_of(request.env.user.partner_id)
        if not member_sudo or member_sudo.state not in (states or ("accepted",)):
            raise request.not_found()
        return member_sudo

    def _get_invited(self, token):
        """Return the node that an invitation is good for; links that open nothing are counted."""
        attempts_sudo = request.env["chasqui.attempt"].sudo()
        key = f"node invitation {request.httprequest.remote_addr}"
        count, last = attempts_sudo._get(key)
        hour_ago = fields.Datetime.subtract(fields.Datetime.now(), hours=1)
        if count > WRONG_INVITATIONS_PER_HOUR and last > hour_ago:
            raise request.not_found()
        node_sudo = self._get_nodes_sudo()._find_by_invitation(token)
        if not node_sudo:
            attempts_sudo._add(key)
            raise request.not_found()
        return node_sudo

    def _join_invited(self, node_sudo, post):
        partner_sudo = request.env.user.partner_id.sudo()
        person = parse_person(
            request.env,
            **{"name": partner_sudo.name, "email": partner_sudo.email, "phone": post.get("phone")},
        )
        node_sudo._ask_to_join(partner_sudo, is_invited=True, **person)

    def _prepare_values(self, member_sudo):
        return {
            "node": member_sudo.node_id,
            "me": member_sudo,
            "flash": request.session.pop(FLASH_KEY, None),
        }

    def _prepare_member_values(self, member_sudo):
        node_sudo = member_sudo.node_id
        participations_sudo = member_sudo._get_participations()
        over_sudo = participations_sudo.filtered(
            lambda participant: participant.collective_id.state in ("delivered", "closed")
        )
        return {
            **self._prepare_values(member_sudo),
            "purchases": [
                self._prepare_purchase(purchase, participations_sudo)
                for purchase in node_sudo._get_open_purchases()
            ],
            "history": over_sudo[:HISTORY],
            "owed": self._get_owed(participations_sudo),
            "people": node_sudo._get_accepted()._get_shown_to(member_sudo),
            "handover": node_sudo._get_offered_handover(member_sudo),
            "visibilities": member_sudo._fields["visibility"]._description_selection(request.env),
        }

    def _prepare_purchase(self, purchase_sudo, participations_sudo):
        """Return a purchase with the basket that the visitor has in it."""
        mine_sudo = participations_sudo.filtered(lambda p: p.collective_id == purchase_sudo)[:1]
        return {"purchase": purchase_sudo, "mine": mine_sudo}

    def _get_owed(self, participations_sudo):
        """Return what somebody owes or is owed: ``[(participant, amount)]``."""
        return [
            (participant, amount)
            for participant in participations_sudo
            if (amount := participant.collective_id._get_owed(participant))
        ]

    def _get_purchase(self, member_sudo, purchase_id):
        """Return a purchase of the node, at home in its store's company."""
        purchases_sudo = member_sudo.node_id.collective_ids
        purchase_sudo = purchases_sudo.filtered(lambda purchase: purchase.id == parse_id(purchase_id))
        if not purchase_sudo:
            raise UserError(request.env._("That purchase is not there any more."))
        return purchase_sudo.with_company(purchase_sudo.company_id)
