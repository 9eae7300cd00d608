from odoo import http
from odoo.fields import Domain
from odoo.http import request

from ..shop_input import parse_id


class ChasquiDecisions(http.Controller):
    """What the network decides, for everybody to read, on the platform's site."""

    @http.route("/decisions", type="http", auth="public", website=True, readonly=True, sitemap=True)
    def decisions(self, **_kw):
        decisions_sudo = self._get_public_decisions([])
        return request.render("chasqui_store.decisions", {"decisions": decisions_sudo})

    @http.route(
        "/decisions/<string:number>",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        readonly=True,
    )
    def decision(self, number, **_kw):
        decision_sudo = self._get_public_decisions([("id", "=", parse_id(number))])
        if not decision_sudo:
            raise request.not_found()
        return request.render("chasqui_store.decision", {"decision": decision_sudo})

    # === BUSINESS METHODS === #

    def _get_public_decisions(self, domain):
        if not request.website.is_chasqui_platform:
            raise request.not_found()
        decisions_sudo = request.env["chasqui.decision"].sudo()
        return decisions_sudo.search(decisions_sudo._get_public_domain() & Domain(domain))
