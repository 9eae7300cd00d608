from odoo import http
from odoo.http import request

from ..models.ir_http_terms import TERMS_URL
from .routes import PAGE_PART


class ChasquiTranslations(http.Controller):
    @http.route(TERMS_URL, **PAGE_PART)
    def terms(self, hash=None, lang=None, **_kw):
        """Send the terms of the scripts of a store's pages, unless the browser has them already."""
        known = {code for code, _name in request.env["res.lang"].sudo().get_installed()}
        IrHttp = request.env["ir.http"].sudo()
        modules = tuple(IrHttp.get_translation_frontend_modules())
        terms = IrHttp._get_chasqui_lean_terms(modules, lang if lang in known else request.env.lang)
        body = {"lang": terms["lang"], "hash": terms["hash"]} if terms["hash"] == hash else terms
        headers = [("Cache-Control", f"public, max-age={http.STATIC_CACHE_LONG}")]
        return request.make_json_response(body, headers)
