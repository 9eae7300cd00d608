from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import lead_to_platform
from odoo.addons.chasqui_store.shop_input import parse_id

from .node_site import FORM, PUBLIC, NodeSite
from .person_input import clean, clean_text

STARTS_PER_HOUR = 10
MAX_NUMBER = 999


class ChasquiNodeStart(NodeSite, http.Controller):
    """Ask for a node where there is none, and see what becomes of it."""

    # === ROUTES === #

    @http.route("/nodes/start", **PUBLIC, sitemap=True)
    def start(self, **post):
        if elsewhere := lead_to_platform():
            return elsewhere
        partner_sudo = self._get_partner()
        if not partner_sudo:
            return request.render("chasqui_nodes.node_start_welcome")
        values = {"values": post}
        if request.httprequest.method == "POST":
            try:
                with request.env.cr.savepoint():
                    self._ask(partner_sudo, post)
                return request.redirect("/nodes/start")
            except UserError as error:
                values["error"] = str(error)
        return request.render(
            "chasqui_nodes.node_start", {**values, **self._prepare_start_values(partner_sudo)}
        )

    @http.route("/nodes/start/withdraw", **FORM)
    def withdraw(self, **_post):
        self._check_platform()
        partner_sudo = self._get_partner()
        if partner_sudo:
            request.env["chasqui.node.request"]._get_pending(partner_sudo)._withdraw()
        return request.redirect("/nodes/start")

    # === BUSINESS METHODS === #

    def _prepare_start_values(self, partner_sudo):
        requests_sudo = request.env["chasqui.node.request"].sudo()
        node_fields = request.env["chasqui.node"].sudo()._fields
        return {
            "pending": requests_sudo._get_pending(partner_sudo),
            "last": requests_sudo.search(
                [("partner_id", "=", partner_sudo.id), ("state", "!=", "asked")], limit=1
            ),
            "user_partner": partner_sudo,
            "stores": self._get_stores(),
            "chosen_stores": request.httprequest.form.getlist("store_ids"),
            "states": request.env.ref("base.ar").sudo().state_ids,
            "options": {
                name: node_fields[name]._description_selection(request.env)
                for name in ("host_kind", "rhythm_unit", "join_policy")
            },
        }

    def _get_stores(self):
        """Return, as sudo, the stores that one may ask: open ones that sell to nodes."""
        ways_sudo = request.env["chasqui.buying.way"].sudo()
        ways_sudo = ways_sudo.search([("kind", "=", "node"), ("is_on", "=", True)])
        return ways_sudo.store_id.filtered(lambda store: store.state == "open").sorted("name")

    def _ask(self, partner_sudo, post):
        self._check_rate("start", STARTS_PER_HOUR)
        chosen = {parse_id(value) for value in request.httprequest.form.getlist("store_ids")}
        stores_sudo = self._get_stores().filtered(lambda store: store.id in chosen)
        request.env["chasqui.node.request"]._ask(partner_sudo, stores_sudo, **self._parse(post))

    def _parse(self, post):
        """Return what somebody says of the node to be."""
        values = {key: clean(post.get(key)) for key in ("host_name", "street", "zip", "neighbourhood")}
        values.update(name=clean(post.get("node_name"), 60), city=clean(post.get("city"), 60))
        values.update(
            phone=clean(post.get("phone"), 40) or False,
            languages=clean(post.get("languages")),
            note=clean_text(post.get("note"), 1000),
        )
        values.update({key: _to_number(post.get(key)) for key in ("people", "capacity")})
        values["rhythm_number"] = _to_number(post.get("rhythm_number")) or 2
        return {**values, **self._parse_choices(post), **self._parse_where(values["city"], post)}

    def _parse_choices(self, post):
        node_fields = request.env["chasqui.node"].sudo()._fields
        return {
            name: post[name]
            for name in ("host_kind", "rhythm_unit", "join_policy")
            if post.get(name) in node_fields[name].get_values(request.env)
        }

    def _parse_where(self, city, post):
        """Return the province, and where on the map the town is: the door is nobody's to look up."""
        states_sudo = request.env.ref("base.ar").sudo().state_ids
        state_sudo = states_sudo.filtered(lambda state: state.id == parse_id(post.get("state_id")))
        values = {"country_id": states_sudo.country_id.id, "state_id": state_sudo.id}
        if meant := self._locate(f"{city}, {state_sudo.name}" if state_sudo else city):
            values["latitude"], values["longitude"] = meant[0][1]
        return values


def _to_number(value):
    """Return a number of people or weeks that somebody could mean; 0 for all else."""
    return min(int(value), MAX_NUMBER) if str(value or "").isdecimal() else 0
