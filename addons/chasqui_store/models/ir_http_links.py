from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    """Addresses in the visitor's language.

    Odoo looks each link of a page up among all routes, with what follows its `?`: the links of one list,
    which differ in nothing else, are as many look-ups, and as many entries of a cache that all sites share.
    """

    _inherit = "ir.http"

    @classmethod
    def _url_for(cls, url_from, lang_code=None):
        """Look up what is before the `?` alone, and once in a request."""
        path, mark, asked = (url_from or "").partition("?")
        if not path.startswith("/") or path.startswith("//"):
            return super()._url_for(url_from, lang_code)
        env = request.env
        known = env.cr.cache.setdefault("chasqui_addresses", {})
        key = (path, lang_code, env.lang, request.httprequest.host)
        if key not in known:
            known[key] = super()._url_for(path, lang_code)
        return f"{known[key]}{mark}{asked}"
