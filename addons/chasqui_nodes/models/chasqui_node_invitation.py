from datetime import timedelta
from urllib.parse import quote

from odoo import api, fields, models

from ..tools.tokens import make_token

LINK_DAYS = 14


class ChasquiNode(models.Model):
    """The link that takes neighbours in without asking: it cannot be guessed, and ends by itself."""

    _inherit = "chasqui.node"

    invitation_token = fields.Char(copy=False, groups="base.group_system")
    invitation_until = fields.Datetime(copy=False, groups="base.group_system")

    _invitation_token_unique = models.UniqueIndex("(invitation_token)")

    @api.model
    def _find_by_invitation(self, token):
        """Return, as sudo, the node that a link which is still good leads into."""
        if not token:
            return self.sudo().browse()
        return self.sudo().search(
            [
                ("invitation_token", "=", token),
                ("invitation_until", ">", fields.Datetime.now()),
                ("state", "=", "running"),
            ]
        )

    def _renew_invitation(self):
        """Make a new link; what was passed on so far lets nobody in any more."""
        self.write(
            {
                "invitation_token": make_token(),
                "invitation_until": fields.Datetime.now() + timedelta(days=LINK_DAYS),
            }
        )

    def _close_invitation(self):
        self.write({"invitation_token": False, "invitation_until": False})

    def _has_invitation(self):
        return bool(self.invitation_token and self.invitation_until > fields.Datetime.now())

    def _get_invitation_url(self):
        return f"{self.env['chasqui.store']._get_platform_url()}/nodes/invitation/{self.invitation_token}"

    def _get_invitation_whatsapp_url(self):
        text = self.env._(
            "Join us in “%(name)s”: we buy together %(rhythm)s. %(url)s",
            name=self.name,
            rhythm=self._get_rhythm_text(),
            url=self._get_invitation_url(),
        )
        return f"https://wa.me/?text={quote(text)}"
