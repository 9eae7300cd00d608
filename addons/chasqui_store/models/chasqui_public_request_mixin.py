import secrets

from odoo import api, fields, models


class ChasquiPublicRequestMixin(models.AbstractModel):
    """Something that a person without an account asks for, and follows by a link of their own."""

    _name = "chasqui.public.request.mixin"
    _description = "Request of somebody without an account"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _primary_email = "contact_email"

    token = fields.Char(
        required=True,
        readonly=True,
        copy=False,
        groups="base.group_system",
        default=lambda self: secrets.token_urlsafe(24),
    )
    contact_name = fields.Char(string="Name", required=True)
    contact_email = fields.Char(string="E-mail", required=True)
    contact_phone = fields.Char(string="Phone")
    lang = fields.Char(string="Language", readonly=True, help="In which they are answered.")

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        """Keep the language of the page on which it was asked."""
        for vals in vals_list:
            vals.setdefault("lang", self.env.lang)
        return super().create(vals_list)

    # === BUSINESS METHODS === #

    @api.model
    def _create_quietly(self, values):
        """Create what a visitor asks for: they follow it by their link, not by Odoo's notifications."""
        return self.with_context(mail_create_nosubscribe=True, mail_create_nolog=True).create(values)

    @api.model
    def _get_incubator_email(self):
        """Return where the incubator reads what comes from outside."""
        company_sudo = self.env["website"]._get_chasqui_platform().company_id
        return company_sudo.email or ""

    @api.model
    def _find_by_token(self, token):
        """Return, as sudo, what a link opens; nothing if it opens nothing."""
        requests_sudo = self.sudo()
        if not isinstance(token, str) or not 20 <= len(token) <= 64 or not token.isascii():
            return requests_sudo
        return requests_sudo.search([("token", "=", token)], limit=1)

    def _send(self, template):
        """Write to the person by a mail template; a mail that fails is tried again by the queue."""
        self.env.ref(template).sudo()._send_soon(self.ids)
