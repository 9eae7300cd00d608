from odoo import http
from odoo.http import request

from odoo.addons.http_routing.controllers.main import Routing


class ChasquiTranslations(Routing):
    @http.route()
    def get_website_translations(self, hash=None, lang=None, mods=None):
        """Send visitors the terms of the scripts that they were sent; who edits a site gets all."""
        if mods or not request.env["ir.qweb"]._get_chasqui_lean_bundle():
            return super().get_website_translations(hash=hash, lang=lang, mods=mods)
        known = {code for code, _name in request.env["res.lang"].sudo().get_installed()}
        IrHttp = request.env["ir.http"].sudo()
        modules = tuple(IrHttp.get_translation_frontend_modules())
        terms = IrHttp._get_chasqui_lean_terms(modules, lang if lang in known else request.env.lang)
        body = {"lang": terms["lang"], "hash": terms["hash"]} if terms["hash"] == hash else terms
        headers = [("Cache-Control", f"public, max-age={http.STATIC_CACHE_LONG}")]
        return request.make_json_response(body, headers)
