import base64
from urllib.parse import quote

from odoo import api, fields, models
from odoo.tools.image import image_data_uri

from ..tools.tokens import make_code, make_token


class ChasquiCollectiveOrder(models.Model):
    """How people get in: a link that cannot be guessed, and a code for who types it."""

    _inherit = "chasqui.collective.order"

    token = fields.Char(
        required=True,
        copy=False,
        default=lambda self: make_token(),
        groups="base.group_system",
        help="Lets in whoever has it, until the link is closed, renewed, or the deadline is over.",
    )
    code = fields.Char(
        required=True, copy=False, default=lambda self: make_code(), groups="base.group_system"
    )
    channel = fields.Char(
        required=True,
        copy=False,
        default=lambda self: make_token(),
        groups="base.group_system",
        help="Where open pages hear that something moved.",
    )
    is_link_open = fields.Boolean(string="The link lets people in", default=True, copy=False)

    _token_unique = models.UniqueIndex("(token)")
    _code_unique = models.UniqueIndex("(code)")

    @api.model
    def _find_by_token(self, token):
        return self.search([("token", "=", token)]) if token else self.browse()

    @api.model
    def _find_by_code(self, code):
        return self.search([("code", "=", code)]) if code else self.browse()

    def _lets_people_in(self):
        return self.state == "choosing" and self.is_link_open and not self._is_deadline_passed()

    def _renew_link(self):
        """Let nobody in by what was passed on so far; who is inside stays."""
        self.write({"token": make_token(), "code": make_code(), "is_link_open": True})
        self._tell()

    def _renew_channel(self):
        """Let whoever was removed hear no more of it."""
        self._tell()
        self.channel = make_token()

    def _get_invitation_url(self):
        return f"{self.store_id.website_id.get_base_url()}/collective/{self.token}"

    def _get_code_text(self):
        """Return the code as it is dictated."""
        return f"{self.code[:4]}-{self.code[4:]}"

    def _get_invitation_text(self):
        """Return what a coordinator sends to the neighbours."""
        return self.env._(
            "We are buying together at %(store)s: “%(name)s”. Choose yours here until %(deadline)s: %(url)s",
            store=self.store_id.name,
            name=self.name,
            deadline=self._format_deadline(),
            url=self._get_invitation_url(),
        )

    def _get_whatsapp_url(self):
        return f"https://wa.me/?text={quote(self._get_invitation_text())}"

    def _get_mail_url(self):
        subject = quote(self.env._("We are buying together at %s", self.store_id.name))
        return f"mailto:?subject={subject}&body={quote(self._get_invitation_text())}"

    def _get_qr_data_uri(self):
        """Return the link as a picture to be photographed from another phone."""
        picture = self.env["ir.actions.report"].barcode(
            "QR", self._get_invitation_url(), width=280, height=280
        )
        return image_data_uri(base64.b64encode(picture))
