from odoo import api, fields, models
from odoo.exceptions import AccessDenied
from odoo.http import request


class ResUsers(models.Model):
    """One account at all stores: coming in with the portal's code, and going out everywhere."""

    _inherit = "res.users"

    chasqui_generation = fields.Integer(
        string="Sessions ended",
        readonly=True,
        copy=False,
        groups="base.group_system",
        help="How often this person signed out everywhere. Sessions from before are worth nothing.",
    )

    def _get_session_token_fields(self):
        return super()._get_session_token_fields() | {"chasqui_generation"}

    def _check_credentials(self, credential, env):
        """Let in who brings a code of the portal; the password and the second factor were asked there."""
        if credential.get("type") != "chasqui_code":
            return super()._check_credentials(credential, env)
        sign_in_sudo = self.env["chasqui.sign.in"]._redeem(
            credential.get("code"), request.website, credential.get("challenge")
        )
        if sign_in_sudo.user_id != self.env.user:
            raise AccessDenied
        return {"uid": self.env.user.id, "auth_method": "chasqui_code", "mfa": "skip"}

    @api.model
    def _chasqui_sign_out_everywhere(self):
        """End every session of the present user, at all stores, in all browsers."""
        user_sudo = self.env.user.sudo()
        user_sudo.chasqui_generation += 1
        self.env["chasqui.sign.in"].sudo().search([("user_id", "=", user_sudo.id)]).unlink()
        user_sudo._action_revoke_all_devices()
        request.session.logout(keep_db=True)
