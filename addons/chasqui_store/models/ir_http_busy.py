from psycopg2 import OperationalError

from odoo import models
from odoo.exceptions import ConcurrencyError
from odoo.http import request
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY

BUSY = 503
# What is not shown, and so not sent again either.
SECRETS = ("password", "confirm_password", "csrf_token")


class IrHttp(models.AbstractModel):
    """What a person reads when so many change the same that Odoo's five tries were not enough."""

    _inherit = "ir.http"

    @classmethod
    def _get_exception_code_values(cls, exception):
        code, values = super()._get_exception_code_values(exception)
        if cls._is_chasqui_busy(exception):
            code = BUSY
            values["sent"] = cls._get_chasqui_sent()
        return code, values

    @classmethod
    def _get_error_html(cls, env, code, values):
        if code == BUSY and "sent" in values:
            return code, env["ir.ui.view"]._render_template("chasqui_store.busy", values)
        return super()._get_error_html(env, code, values)

    @classmethod
    def _is_chasqui_busy(cls, exception):
        """Tell whether others were quicker every time; nothing of this request was saved."""
        return isinstance(exception, (*PG_CONCURRENCY_EXCEPTIONS_TO_RETRY, ConcurrencyError)) or (
            isinstance(exception, OperationalError)
            and exception.pgcode == "55P03"  # a lock was not to be had
        )

    @classmethod
    def _get_chasqui_sent(cls):
        """Return what the form said, to be sent again with one press; nothing of a page that was only read.

        Files and passwords have to be given again on the form's own page.
        """
        asked = request.httprequest
        if asked.method != "POST" or asked.files or any(name in asked.form for name in SECRETS[:-1]):
            return None
        return [(name, text) for name, texts in asked.form.lists() if name not in SECRETS for text in texts]
