import werkzeug.exceptions

from odoo import models
from odoo.http import Response, request

# Of a path as it was decoded: browsers never send them, and what draws addresses of pages refuses them.
DOTS = {".", ".."}


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _match(cls, path):
        """Answer plainly what no browser asks for, and what ends in errors wherever it is looked up."""
        if "\0" in path or b"%00" in request.httprequest.query_string or DOTS & set(path.split("/")):
            refusal = Response("Bad Request", status=400, content_type="text/plain; charset=utf-8")
            werkzeug.exceptions.abort(refusal)
        return super()._match(path)
