import werkzeug.exceptions

from odoo import models
from odoo.exceptions import UserError
from odoo.http import request

AWAY_STATUS = {"building": 503, "closed": 410}
# staff sign in where they work, also while nobody else can come in
DOORS = ("/web/login", "/web/reset_password", "/web/signup", "/web/session/logout")


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, arguments):
        """Keep visitors out of a store that is being built or has closed."""
        super()._pre_dispatch(rule, arguments)
        if not request.is_frontend or not cls._is_store_away():
            return
        if request.dispatcher.routing_type == "jsonrpc":
            raise UserError(request.website._get_chasqui_refusal())
        werkzeug.exceptions.abort(cls._get_away_response())

    @classmethod
    def _serve_fallback(cls):
        """Pages are served here, not by a route."""
        if getattr(request, "is_frontend", False):
            cls._frontend_pre_dispatch()
            if cls._is_store_away():
                return cls._get_away_response()
        return super()._serve_fallback()

    @classmethod
    def _is_store_away(cls):
        return request.website._is_chasqui_away() and request.httprequest.path not in DOORS

    @classmethod
    def _get_away_response(cls):
        store_sudo = request.website._get_chasqui_store()
        response = request.render(
            "chasqui_store.store_away",
            {"store": store_sudo, "platform_url": store_sudo._get_platform_url()},
            status=AWAY_STATUS[store_sudo.state],
        )
        response.flatten()
        return response
