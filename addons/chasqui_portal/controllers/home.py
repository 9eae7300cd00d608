from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.pages import ChasquiPages


class ChasquiPortalPages(ChasquiPages):
    """The platform's own pages are those that its editors write with the website builder."""

    @http.route()
    def index(self, **kw):
        return self._serve_platform_page() or super().index(**kw)

    @http.route()
    def about(self, **_kw):
        return self._serve_platform_page() or super().about()

    @http.route()
    def contact(self, **kw):
        """Lead from Odoo's own address to the platform's form."""
        if request.website.is_chasqui_platform:
            return request.redirect("/contact", code=301)
        return super().contact(**kw)

    def _serve_platform_page(self):
        """Return the platform's page at the address that is asked for; nothing on other sites."""
        return request.website.is_chasqui_platform and request.env["ir.http"]._serve_page()
