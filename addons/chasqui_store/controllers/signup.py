from odoo.exceptions import UserError
from odoo.http import request, route

from odoo.addons.auth_signup.controllers.main import AuthSignupHome


class ChasquiSignup(AuthSignupHome):
    """Signing up and resetting a password tell nobody who has an account here."""

    def get_auth_signup_qcontext(self):
        """Fill in the address that a link brings, without looking up whose it is.

        Odoo sends those who have an account elsewhere than those who have none.
        """
        qcontext = super().get_auth_signup_qcontext()
        if email := qcontext.pop("signup_email", None):
            qcontext.setdefault("login", email)
        return qcontext

    @route()
    def web_auth_signup(self, *args, **kw):
        response = super().web_auth_signup(*args, **kw)
        qcontext = getattr(response, "qcontext", {})
        if qcontext.get("error") and not qcontext.get("token") and self._is_known(qcontext.get("login")):
            qcontext["error"] = request.env._(
                "We could not open an account with this address. If you already have one, sign in or "
                "ask for a new password."
            )
        return response

    def do_signup(self, qcontext, *args, **kw):
        """Ask for what a form lacks; an invitation brings the name and the address along."""
        if not qcontext.get("token") and not (qcontext.get("login") and qcontext.get("name")):
            raise UserError(request.env._("Write your name and your e-mail address."))
        return super().do_signup(qcontext, *args, **kw)

    def _is_known(self, login):
        users_sudo = request.env["res.users"].sudo().with_context(active_test=False)
        return bool(users_sudo.search_count(users_sudo._get_login_domain(login), limit=1))

    @route()
    def web_auth_reset_password(self, *args, **kw):
        response = super().web_auth_reset_password(*args, **kw)
        qcontext = getattr(response, "qcontext", {})
        if qcontext.get("message") and not qcontext.get("token"):
            qcontext["message"] = request.env._(
                "If there is an account with this address, we have sent it a link to choose a new password."
            )
        return response
