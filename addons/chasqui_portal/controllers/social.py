from odoo import http
from odoo.http import STATIC_CACHE, request

from odoo.addons.chasqui_store.controllers.routes import PAGE_PART


class ChasquiSocial(http.Controller):
    @http.route("/chasqui/social/<string:name>.png", **PAGE_PART)
    def social_picture(self, name, **_kw):
        """Draw what goes with a link to a page of the platform; only pages that there are."""
        picture = request.website.is_chasqui_platform and request.website._draw_chasqui_social(name)
        if not picture:
            raise request.not_found()
        headers = [("Content-Type", "image/png"), ("Cache-Control", f"public, max-age={STATIC_CACHE}")]
        return request.make_response(picture, headers)
