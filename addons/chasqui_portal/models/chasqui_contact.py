from odoo import api, fields, models

KEPT_DAYS = 365  # after it was answered; the privacy page says so


class ChasquiContact(models.Model):
    """What somebody writes to the incubator from the portal: a question, or something that is not right."""

    _name = "chasqui.contact"
    _description = "Message to the incubator"
    _inherit = ["chasqui.public.request.mixin"]
    _order = "create_date desc, id desc"
    _rec_name = "subject"

    kind = fields.Selection(
        selection=[
            ("question", "A question"),
            ("store", "A store does not answer"),
            ("wrong", "Something on the site is not true"),
            ("product", "A product could do harm"),
            ("access", "Something blocks me on the site"),
            ("other", "Something else"),
        ],
        string="About",
        required=True,
        default="question",
    )
    subject = fields.Char(compute="_compute_subject", store=True)
    body = fields.Text(string="Message", required=True)
    page = fields.Char(help="The page that it is about.")
    state = fields.Selection(
        selection=[("new", "To answer"), ("done", "Answered")],
        required=True,
        default="new",
        tracking=True,
        group_expand=True,
    )

    _token_unique = models.UniqueIndex("(token)")

    # === COMPUTE METHODS === #

    @api.depends("body")
    def _compute_subject(self):
        for contact in self:
            contact.subject = " ".join((contact.body or "").split())[:80]

    # === ACTIONS === #

    def action_done(self):
        self.state = "done"

    def action_reopen(self):
        self.state = "new"

    # === BUSINESS METHODS === #

    @api.model
    def _write_to_us(self, values):
        """Take in a message, as sudo, and tell the incubator."""
        contact_sudo = self.sudo()._create_quietly(values)
        contact_sudo._send("chasqui_portal.mail_template_contact")
        return contact_sudo

    @api.autovacuum
    def _gc_answered(self):
        limit = fields.Datetime.subtract(fields.Datetime.now(), days=KEPT_DAYS)
        self.search([("state", "=", "done"), ("write_date", "<", limit)]).unlink()
