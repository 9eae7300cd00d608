import logging
from contextlib import contextmanager

from psycopg2 import IntegrityError

from odoo import SUPERUSER_ID, Command, api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY

_logger = logging.getLogger(__name__)

AFIP_RESPONSIBILITIES_OF_COMPANIES = ("1", "4", "6")
# Charts of who is registered for VAT, and of who is exempt; the others have the country's own.
AR_CHARTS = {"1": "ar_ri", "4": "ar_ex"}


class ChasquiProvisioningMixin(models.AbstractModel):
    """An organisation that gets a company of its own, set up in the background.

    Who sets up an organisation is not an administrator of Odoo: access is checked once, in
    ``_check_provisioning_access``, and the work itself is done as the superuser.
    """

    _name = "chasqui.provisioning.mixin"
    _description = "Organisation that is set up in the background"
    _inherit = ["chasqui.identity.mixin"]

    provisioning_state = fields.Selection(
        selection=[
            ("draft", "Not set up"),
            ("queued", "Being set up"),
            ("failed", "Could not be set up"),
            ("done", "Set up"),
        ],
        required=True,
        default="draft",
        copy=False,
        readonly=True,
    )
    provisioning_error = fields.Text(copy=False, readonly=True)
    provisioning_step_ids = fields.One2many(
        comodel_name="chasqui.provisioning.step",
        inverse_name="res_id",
        domain=lambda self: [("res_model", "=", self._name)],
        readonly=True,
    )
    # As the superuser: managers see how far it is, and not the steps.
    provisioning_progress = fields.Integer(compute="_compute_provisioning_progress", compute_sudo=True)

    @api.depends("provisioning_state", "provisioning_step_ids.state")
    def _compute_provisioning_progress(self):
        for record in self:
            steps = record.provisioning_step_ids
            done = len(steps.filtered(lambda step: step.state == "done"))
            if record.provisioning_state == "done":
                record.provisioning_progress = 100
            else:
                record.provisioning_progress = 100 * done // len(steps) if steps else 0

    # === ACTIONS === #

    def action_provision(self):
        """Queue the work; a worker does it, so that no request waits for it."""
        self._check_provisioning_access()
        self.check_access("write")
        for record in self:
            record._check_ready_for_provisioning()
        self.sudo()._queue_provisioning()

    # === WHAT MODELS FILL IN === #

    @api.model
    def _get_workflow_fields(self):
        return super()._get_workflow_fields() | {
            "provisioning_error",
            "provisioning_state",
            "provisioning_step_ids",
        }

    @api.model
    def _get_provisioning_steps(self):
        """Return ``[(code, label)]``; ``_provision_<code>`` does the step."""
        return [
            ("company", self.env._("Company and its fiscal data")),
            ("books", self.env._("Chart of accounts, taxes and journals")),
        ]

    def _get_waiting_steps(self):
        """Return the steps of the work that this organisation waits for."""
        self.ensure_one()
        return self._get_provisioning_steps()

    @api.model
    def _get_step_labels(self):
        """Return the label of each step that there may be, by its code."""
        return dict(self._get_provisioning_steps())

    def _check_ready_for_provisioning(self):
        """Refuse, with a sentence, what is known beforehand to fail."""
        self.ensure_one()
        if self.company_id or self.provisioning_state in ("queued", "done"):
            raise UserError(self.env._("“%s” is already set up, or being set up.", self.name))
        self.country_id._check_chasqui_localization()

    # === BUSINESS === #

    @api.model
    def _check_provisioning_access(self):
        if not self._is_platform_staff():
            raise AccessError(self.env._("Only incubator staff can set up an organisation."))

    def _provision(self):
        """Set up these organisations in the current transaction; each wholly or not at all."""
        self._check_provisioning_access()
        for record in self:
            record._check_ready_for_provisioning()
            record.sudo()._provision_in_savepoint()

    def _provision_in_savepoint(self):
        worker = self._get_provisioning_worker()
        with self.env.cr.savepoint():
            worker._run_provisioning_steps()
        self.invalidate_recordset()

    def _get_provisioning_worker(self):
        """Return this record as the superuser, speaking the organisation's language."""
        return self.with_user(SUPERUSER_ID).with_context(
            chasqui_provisioning=True,
            disable_company_pricelist_creation=True,
            lang=self.country_id._get_chasqui_lang().code,
            mail_create_nolog=True,
            mail_create_nosubscribe=True,
            no_reset_password=True,
            tracking_disable=True,
        )

    def _run_provisioning_steps(self):
        record = self
        for code, _label in self._get_provisioning_steps():
            with record._provisioning_step(code):
                getattr(record, f"_provision_{code}")()
            record = record.with_context(allowed_company_ids=record.company_id.ids)
        record._finish_provisioning()

    def _finish_provisioning(self):
        self.write({"provisioning_state": "done", "provisioning_error": False})
        self.env.flush_all()

    # === STEPS === #

    def _provision_company(self):
        self.company_id = self.env["res.company"].create(self._prepare_company_vals())

    def _prepare_company_vals(self):
        """Values of the company; its contact is made first, since its fiscal data belong there."""
        partner = self.env["res.partner"].create(self._prepare_company_partner_vals())
        return {
            "name": self.name,
            "partner_id": partner.id,
            "country_id": self.country_id.id,
            "currency_id": self.country_id.currency_id.id,
            "email": self.email,
            "phone": self.phone,
            # what goods are worth is what was paid for them, on average: producers' prices change often
            "cost_method": "average",
        }

    def _prepare_company_partner_vals(self):
        vals = {
            "name": self.name,
            "is_company": True,
            "lang": self.env.lang,
            "country_id": self.country_id.id,
            "state_id": self.state_id.id,
            "street": self.street,
            "zip": self.zip,
            "city": self.city,
            "email": self.email,
            "phone": self.phone,
            "vat": self.vat,
        }
        if self.country_code == "AR":
            vals["l10n_latam_identification_type_id"] = self.env.ref("l10n_ar.it_cuit").id
            vals["l10n_ar_afip_responsibility_type_id"] = self.l10n_ar_afip_responsibility_type_id.id
        return vals

    def _provision_books(self):
        localization = self.country_id._get_chasqui_localization().with_env(self.env)
        localization._load_books(self._get_chart_template(), self.company_id)
        self._provision_sale_taxes()
        self._provision_cash_journal()
        self._provision_sale_journal()

    def _get_chart_template(self):
        """Return the chart of accounts: in Argentina who charges VAT needs another than who does not."""
        responsibility = self.country_code == "AR" and self.l10n_ar_afip_responsibility_type_id
        return (
            AR_CHARTS.get(responsibility and responsibility.code)
            or self.country_id._get_chasqui_localization().chart_template
        )

    def _provision_sale_taxes(self):
        """Make the price that is asked the price that is paid: Odoo's charts add taxes on top of it.

        Producers' prices stay as they are quoted, without tax.
        """
        taxes = self.env["account.tax"].with_context(active_test=False)
        taxes.search([("company_id", "=", self.company_id.id), ("type_tax_use", "=", "sale")]).write(
            {"price_include_override": "tax_included"}
        )

    def _provision_sale_journal(self):
        """Number Argentine invoices as those that the authority's web page makes.

        Odoo's own choice, stationery printed beforehand, leaves who sells off the printed invoice.
        """
        if self.country_code == "AR":
            journals = self.env["account.journal"].search(
                [("company_id", "=", self.company_id.id), ("l10n_ar_is_pos", "=", True)]
            )
            journals.write({"l10n_ar_afip_pos_system": "RLI_RLM", "name": self.env._("Sales")})

    def _provision_cash_journal(self):
        self.env["account.journal"].create(
            {
                "name": self.env._("Cash"),
                "type": "cash",
                "company_id": self.company_id.id,
                "show_on_dashboard": True,
            }
        )

    # === QUEUE === #

    def _queue_provisioning(self):
        self.provisioning_step_ids.unlink()
        for record in self:
            record.write(
                {
                    "provisioning_state": "queued",
                    "provisioning_error": False,
                    "provisioning_step_ids": [
                        Command.create({"res_model": self._name, "sequence": number, "code": code})
                        for number, (code, _label) in enumerate(record._get_waiting_steps())
                    ],
                }
            )
        self.env.ref("chasqui_store.ir_cron_provision")._trigger()

    @api.model
    def _run_provisioning_queue(self):
        """Set up what is queued, one after the other; called by the scheduled action."""
        cron = self.env["ir.cron"]
        queued = self.search([("provisioning_state", "=", "queued")], order="id")
        cron._commit_progress(remaining=len(queued))
        for record in queued:
            # another worker, or a person, may have come first
            if record.try_lock_for_update(allow_referencing=True).filtered(
                lambda locked: locked.provisioning_state == "queued"
            ):
                record._provision_queued()
            if not cron._commit_progress(1):
                break

    def _provision_queued(self):
        """Set up one organisation; whatever goes wrong leaves nothing but the reason."""
        try:
            self.with_context(chasqui_report_progress=True)._provision_in_savepoint()
        except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
            self.env.cr.rollback()
            self.env.ref("chasqui_store.ir_cron_provision")._trigger()
        except Exception as error:
            self.env.cr.rollback()
            self._fail_provisioning(self._explain_failure(error))

    def _explain_failure(self, error):
        """Return in plain words why the work failed; what nobody foresaw is logged."""
        if isinstance(error, UserError):
            return str(error).strip()
        if isinstance(error, IntegrityError):
            models_by_table = {model._table: model for model in self.env.values()}
            return models_by_table.get(error.diag.table_name, self)._sql_error_to_message(error)
        _logger.error("Setting up %s failed", self, exc_info=error)
        return self.env._(
            "Something unexpected went wrong. Nothing was left half-made: try again, and if it happens"
            " again tell the platform's administrators."
        )

    def _fail_provisioning(self, reason):
        self.write({"provisioning_state": "failed", "provisioning_error": reason})
        self.provisioning_step_ids.filtered(lambda step: step.state == "running").state = "failed"

    @contextmanager
    def _provisioning_step(self, code):
        """Do a step of the work, and tell those who watch."""
        self._report_provisioning_step(code, "running")
        yield
        self._report_provisioning_step(code, "done")

    def _report_provisioning_step(self, code, state):
        """Tell, in a transaction of its own, how far the work is."""
        if not self.env.context.get("chasqui_report_progress"):
            return
        with self.env.registry.cursor() as cr:
            steps = self.with_env(self.env(cr=cr)).provisioning_step_ids
            steps.filtered(lambda step: step.code == code).state = state
