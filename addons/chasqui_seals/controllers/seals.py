from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import lead_to_platform

NOT_FOUND = 404


class ChasquiSeals(http.Controller):
    """What each seal means, who carries it, and the proof of each grant: on the platform's site.

    On a store's site the same addresses lead there, so that a link or a label works from anywhere.
    """

    # === ROUTES === #

    @http.route("/seals", type="http", auth="public", website=True, readonly=True, sitemap=True)
    def seals(self, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        seals_sudo = request.env["chasqui.seal"].sudo().search([])
        return request.render(
            "chasqui_seals.seals",
            {"seals_by_category": seals_sudo.grouped("category_id"), "is_public_page": True},
        )

    @http.route(
        "/seals/<string:slug>", type="http", auth="public", website=True, readonly=True, sitemap=False
    )
    def seal(self, slug, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        seal_sudo = request.env["chasqui.seal"]._find_by_slugs([slug])
        if seal_sudo:
            return request.render("chasqui_seals.seal", seal_sudo._prepare_page_values())
        if present_sudo := request.env["chasqui.seal"]._find_by_former_slug(slug):
            return request.redirect(f"/seals/{present_sudo.slug}", code=301)
        return self._render_not_found()

    @http.route(
        "/seals/grant/<string:slug>",
        type="http",
        auth="public",
        website=True,
        readonly=True,
        sitemap=False,
    )
    def proof(self, slug, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        grant_sudo = self._find_proved_grant(slug)
        if not grant_sudo:
            return self._render_not_found()
        if present_sudo := grant_sudo._get_successor():
            return request.redirect(present_sudo._get_proof_url())
        values = grant_sudo._prepare_proof_values()
        headers = {"X-Robots-Tag": "noindex"} if values["ending"] else {}
        return request.render("chasqui_seals.proof", values, headers=headers)

    # === BUSINESS METHODS === #

    def _find_proved_grant(self, slug):
        """Return, as sudo, a grant that is or was in force; claims and refusals are nobody's."""
        grant_id = request.env["ir.http"]._unslug(slug)[1]
        grants_sudo = request.env["chasqui.seal.grant"].sudo()
        if not grant_id or not 0 < grant_id < 2**31:
            return grants_sudo
        return grants_sudo.search([("id", "=", grant_id), *grants_sudo._get_proved_domain()])

    def _render_not_found(self):
        """Say the same of what never was and what is not yet."""
        return request.render("chasqui_seals.not_found", status=NOT_FOUND)
