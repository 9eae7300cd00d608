from odoo import http

from ..models.website_map import OUTLINES, OUTLINES_URL


class ChasquiOutlines(http.Controller):
    @http.route(OUTLINES_URL, type="http", auth="none", readonly=True, sitemap=False)
    def outlines(self, **_kw):
        """Send what maps are drawn on: compressed, and once to each browser."""
        return http.Stream.from_path(OUTLINES, public=True).get_response(immutable=True)
