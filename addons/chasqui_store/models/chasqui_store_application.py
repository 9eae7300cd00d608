from odoo import api, fields, models
from odoo.exceptions import UserError

ANSWERED = ("accepted", "refused")
KEPT_DAYS = 365  # of what was refused


class ChasquiStoreApplication(models.Model):
    """A group that wants a store: what it says of itself, and what the incubator answers."""

    _name = "chasqui.store.application"
    _description = "Application for a store"
    _inherit = ["chasqui.public.request.mixin"]
    _order = "create_date desc, id desc"

    name = fields.Char(string="Organisation", required=True, tracking=True)
    kind = fields.Selection(
        selection=[
            ("cooperative", "Cooperative"),
            ("recovered", "Recovered factory"),
            ("family", "Family farm"),
            ("association", "Association or mutual society"),
            ("group", "Group without legal form"),
            ("other", "Something else"),
        ],
        string="Kind of organisation",
        required=True,
        default="cooperative",
    )
    state = fields.Selection(
        selection=[
            ("new", "To read"),
            ("asked", "Waiting for their answer"),
            ("accepted", "Accepted"),
            ("refused", "Refused"),
        ],
        required=True,
        default="new",
        readonly=True,
        copy=False,
        tracking=True,
        group_expand=True,
    )
    country_id = fields.Many2one(
        comodel_name="res.country",
        required=True,
        default=lambda self: self.env["chasqui.localization"]._get_default_country(),
    )
    state_id = fields.Many2one(
        comodel_name="res.country.state", string="Province", domain="[('country_id', '=', country_id)]"
    )
    city = fields.Char(required=True)
    products = fields.Text(string="What they make", required=True)
    people = fields.Integer(string="People who work there")
    story = fields.Text(string="What else they tell")
    consent_date = fields.Datetime(readonly=True, help="When they agreed to how we keep what they wrote.")
    answer = fields.Text(copy=False, help="What they are told, by mail and on their page.")
    store_id = fields.Many2one(comodel_name="chasqui.store", readonly=True, copy=False)

    _token_unique = models.UniqueIndex("(token)")

    # === ACTIONS === #

    def action_ask(self):
        """Ask them what is not clear yet."""
        self._answer("asked")

    def action_refuse(self):
        self._answer("refused")

    def action_reopen(self):
        self.filtered(lambda application: application.state == "refused").state = "new"

    def action_accept(self):
        """Tell them, and open the form of a new store filled in with what they wrote."""
        self.ensure_one()
        if not self.store_id:
            self.store_id = self.env["chasqui.store"].create(self._prepare_store_vals())
            self._tell(
                "accepted", self.answer or self.env._("Welcome! We write to you to set up your store.")
            )
        return self.action_open_store()

    def action_open_store(self):
        self.ensure_one()
        return {
            "type": "ir.actions.act_window",
            "res_model": "chasqui.store",
            "res_id": self.store_id.id,
            "view_mode": "form",
        }

    # === BUSINESS METHODS === #

    @api.model
    def _apply(self, values):
        """Take in an application, as sudo; tell the applicants and the incubator."""
        application_sudo = self.sudo()._create_quietly({**values, "consent_date": fields.Datetime.now()})
        application_sudo._send("chasqui_store.mail_template_application_received")
        application_sudo._send("chasqui_store.mail_template_application_new")
        return application_sudo

    def _add_words(self, text):
        """Note what the applicants add on their page; it is theirs to read again there."""
        self.ensure_one()
        if self.state in ANSWERED:
            raise UserError(self.env._("This application has been answered already."))
        self._say(text, author_id=False, email_from=self.contact_email)
        if self.state == "asked":
            self.state = "new"

    def _answer(self, state):
        for application in self:
            if not (application.answer or "").strip():
                raise UserError(self.env._("Write first what they are told, in “Answer”."))
            if application.state in ANSWERED:
                raise UserError(self.env._("This application has been answered already."))
            application._tell(state, application.answer)

    def _tell(self, state, text):
        """Take a step and say why, where the applicants read it."""
        self._say(text)
        self.write({"state": state, "answer": False})
        self._send("chasqui_store.mail_template_application_answer")

    def _say(self, text, **values):
        self.message_post(body=text, message_type="comment", subtype_xmlid="mail.mt_comment", **values)

    def _get_conversation(self):
        """Return, as sudo, what both sides said, oldest first; notes of the incubator stay inside."""
        comment = self.env.ref("mail.mt_comment")
        return (
            self.sudo()
            .message_ids.filtered(lambda msg: msg.message_type == "comment" and msg.subtype_id == comment)
            .sorted("id")
        )

    def _get_last_words(self):
        """Return the incubator's last answer, as HTML."""
        answers = self._get_conversation().filtered("author_id")
        return answers[-1:].body

    def _get_url(self):
        """Return the address at which the applicants follow it; whoever has it can."""
        self.ensure_one()
        return f"{self.env['chasqui.store']._get_platform_url()}/apply/{self.sudo().token}"

    def _prepare_store_vals(self):
        return {
            "name": self.name,
            "country_id": self.country_id.id,
            "state_id": self.state_id.id,
            "city": self.city,
            "phone": self.contact_phone,
            "email": self.contact_email,
            "manager_name": self.contact_name,
            "manager_email": self.contact_email,
        }

    @api.autovacuum
    def _gc_refused(self):
        """Forget who was refused a year ago."""
        limit = fields.Datetime.subtract(fields.Datetime.now(), days=KEPT_DAYS)
        self.search([("state", "=", "refused"), ("write_date", "<", limit)]).unlink()
