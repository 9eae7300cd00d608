import werkzeug.exceptions

from odoo import models
from odoo.http import request


class IrHttp(models.AbstractModel):
    """Odoo's blog is the platform's news; on a store's host there is none."""

    _inherit = "ir.http"

    @classmethod
    def _pre_dispatch(cls, rule, arguments):
        """Find no news at a store, before Odoo looks whether they may be read there."""
        if rule.rule.startswith("/blog") and cls._is_store_host():
            raise werkzeug.exceptions.NotFound
        return super()._pre_dispatch(rule, arguments)

    @classmethod
    def _is_store_host(cls):
        return bool(request.env["website"].get_current_website()._get_chasqui_store_id())
