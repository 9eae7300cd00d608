from odoo.exceptions import UserError
from odoo.http import request


class PublicForm:
    """What forms that anybody may send have in common: how often one place may send them."""

    def _check_rate(self, kind, limit):
        """Refuse, in a sentence, what comes more than so often in an hour from one place."""
        key = f"form {kind} {request.httprequest.remote_addr}"
        if request.env["chasqui.attempt"].sudo()._add(key) > limit:
            raise UserError(request.env._("That is a lot at once. Please try again in an hour."))
