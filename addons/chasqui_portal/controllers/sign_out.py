from odoo import SUPERUSER_ID, http
from odoo.http import request, route

from odoo.addons.http_routing.controllers.main import SessionWebsite


class ChasquiSignOut(SessionWebsite):
    def _writes(self, rule, args):
        """Return whether signing out only reads: it does not, as it does at Odoo."""
        return False

    @route(readonly=_writes)
    def logout(self, redirect="/odoo"):
        """End the sessions of this browser at the portal and at every store.

        Else whoever uses the same computer next would be let in by the portal as who has just left.
        """
        if request.session.uid:
            request.env(user=SUPERUSER_ID)["chasqui.sign.in"]._end_browser(request.session.sid)
        return super().logout(redirect=redirect)

    @http.route(
        "/my/sign-out-everywhere",
        type="http",
        auth="user",
        methods=["POST"],
        website=True,
        sitemap=False,
    )
    def sign_out_everywhere(self, **_kw):
        request.env.user._chasqui_sign_out_everywhere()
        return request.redirect("/chasqui/signed-out")

    @http.route("/chasqui/signed-out", type="http", auth="public", website=True, sitemap=False)
    def signed_out(self, **_kw):
        return request.render("chasqui_portal.signed_out")
