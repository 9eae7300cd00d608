import werkzeug.exceptions

from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _match(cls, path):
        """Lead who asks for a store's former address to the present one, path and query kept."""
        moved_url = request.env["chasqui.store"]._get_moved_url(request.httprequest.host)
        if moved_url:
            code = 301 if request.httprequest.method in ("GET", "HEAD") else 308
            target = moved_url + request.httprequest.full_path.rstrip("?")
            response = request.redirect(target, code=code, local=False)
            response.headers["Cache-Control"] = "no-cache"  # the store may move back one day
            werkzeug.exceptions.abort(response)
        return super()._match(path)
