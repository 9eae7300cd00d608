import logging
from contextlib import contextmanager
from datetime import datetime

from odoo import api, fields, models
from odoo.exceptions import AccessDenied, UserError
from odoo.http import request

_logger = logging.getLogger(__name__)
RESETS_PER_HOUR = 5


class ResUsers(models.Model):
    """Signing in and asking for a password: counted over all workers, telling nothing of others."""

    _inherit = "res.users"

    @contextmanager
    def _assert_can_auth(self, user=None):
        """Refuse after too many failures from one address, whichever workers saw them.

        Odoo's own count is not asked: it is of one worker, and would hold against people there what
        they made good at another.
        """
        if not request:
            with super()._assert_can_auth(user=user):
                yield
            return
        key = f"login {request.httprequest.remote_addr}"
        attempts = self.env["chasqui.attempt"]
        failures, last = attempts._get(key)
        if failures and self._on_login_cooldown(failures, self._to_local_time(last)):
            _logger.info("Sign-in of %r not tried: %s failures from its address", user, failures)
            raise AccessDenied(self.env._("Too many login failures, please wait a bit before trying again."))
        try:
            yield
        except AccessDenied:
            attempts._add(key)
            raise
        if failures:
            attempts._forget(key)

    @api.model
    def _to_local_time(self, moment):
        """Return a moment as Odoo's cooldown compares it: naive, in the server's own time zone."""
        return datetime.now() - (fields.Datetime.now() - moment)

    @api.model
    def reset_password(self, login):
        """Do not tell whether there is such an account, nor send one person mail after mail."""
        users = self.search(self._get_login_domain(login)) or self.search(self._get_email_domain(login))
        if len(users) != 1:
            _logger.info("Password reset asked for %r, which %s accounts have", login, len(users))
            return None
        if self.env["chasqui.attempt"]._add(f"reset {users.id}") > RESETS_PER_HOUR:
            return None
        try:
            return super().reset_password(login)
        except UserError as error:
            _logger.info("Password reset of %r failed: %s", login, error)
            return None
