from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import PAGE_PART

from ..models.ir_qweb_parts import read_shown


class ChasquiParts(http.Controller):
    @http.route("/chasqui/part/<string:name>", **{**PAGE_PART, "auth": "user"})
    def part(self, name, shown="", **_kw):
        """Draw a part of a page for who arranges it in the website builder: so many of it."""
        website = request.website
        if not website.is_chasqui_platform or name not in website._get_chasqui_parts():
            raise request.not_found()
        return request.make_response(website._draw_chasqui_part(name, read_shown(shown)))
