from odoo import http
from odoo.http import request


class PlatformController(http.Controller):
    """Pages of the platform's site; a store's leads there from the same addresses, others have none."""

    def _lead_to_platform(self):
        """Return where to look instead, or nothing on the platform's own site."""
        if request.website.is_chasqui_platform:
            return None
        if not request.website._get_chasqui_store():
            raise request.not_found()
        url = request.env["chasqui.store"]._get_platform_url() + request.httprequest.path
        return request.redirect(url, code=301, local=False)
