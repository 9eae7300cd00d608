from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import Command, api, fields, models
from odoo.exceptions import AccessError, UserError


class ChasquiMonthClose(models.TransientModel):
    """Close a month: look through what is unfinished, then let nobody change what was posted.

    It sets Odoo's own lock dates, for everything and for taxes, and takes them back as long as nobody
    locked for good.
    """

    _name = "chasqui.month.close"
    _description = "Closing of a month"

    company_id = fields.Many2one(
        comodel_name="res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    date = fields.Date(
        string="Last day of the month", required=True, default=lambda self: self._default_date()
    )
    locked_until = fields.Date(compute="_compute_locks", compute_sudo=True)
    is_closed = fields.Boolean(compute="_compute_locks", compute_sudo=True)
    can_reopen = fields.Boolean(compute="_compute_locks", compute_sudo=True)
    is_stock_in_books = fields.Boolean(compute="_compute_is_stock_in_books")
    check_ids = fields.One2many(
        comodel_name="chasqui.month.close.check",
        inverse_name="close_id",
        compute="_compute_check_ids",
        store=True,
    )

    @api.model
    def _default_date(self):
        """Return the end of the month that is over."""
        return self.env.company._get_today() + relativedelta(day=1) - timedelta(days=1)

    @api.depends("date", "company_id.fiscalyear_lock_date", "company_id.hard_lock_date")
    def _compute_locks(self):
        for close in self:
            company = close.company_id
            close.locked_until = company.fiscalyear_lock_date
            close.is_closed = bool(
                company.fiscalyear_lock_date and close.date <= company.fiscalyear_lock_date
            )
            close.can_reopen = bool(company.fiscalyear_lock_date) and (
                not company.hard_lock_date or company.hard_lock_date < company.fiscalyear_lock_date
            )

    @api.depends("date", "company_id")
    def _compute_check_ids(self):
        for close in self:
            close.check_ids = [
                Command.clear(),
                *(Command.create(vals) for vals in close._prepare_checks()),
            ]

    @api.depends("check_ids.count")
    def _compute_is_stock_in_books(self):
        for close in self:
            pending = close.check_ids.filtered(lambda check: check.kind == "valuation" and check.count)
            close.is_stock_in_books = not pending

    @api.depends("date")
    def _compute_display_name(self):
        for close in self:
            close.display_name = self.env._("Close the month")

    # === CHECKS === #

    def _prepare_checks(self):
        """Return what to look through before the month is closed, with how many there are of each."""
        return [
            {"kind": kind, "count": self.env[model].search_count(domain)}
            for kind, (model, domain) in self._get_unfinished().items()
        ] + [{"kind": "valuation", "count": int(not self._is_stock_in_books())}]

    def _get_unfinished(self):
        """Return model and domain of each kind of unfinished work."""
        own = ("company_id", "=", self.company_id.id)
        until = self.company_id._get_end_of_day(self.date)
        return {
            "bank": (
                "account.bank.statement.line",
                [own, ("is_reconciled", "=", False), ("date", "<=", self.date)],
            ),
            "draft": ("account.move", [own, ("state", "=", "draft"), ("date", "<=", self.date)]),
            "to_invoice": (
                "sale.order",
                [own, ("invoice_status", "=", "to invoice"), ("date_order", "<=", until)],
            ),
            "to_bill": (
                "purchase.order",
                [own, ("invoice_status", "=", "to invoice"), ("date_approve", "<=", until)],
            ),
            "count": (
                "stock.quant",
                [own, ("inventory_quantity_set", "=", True), ("location_id.usage", "=", "internal")],
            ),
        }

    def _is_stock_in_books(self):
        """Tell whether the accounts of stock say at the end of the month what was on the shelves."""
        company = self.company_id.with_company(self.company_id)
        on_shelves = sum(company.stock_value(at_date=self.date).values())
        in_books = sum(company.stock_accounting_value(at_date=self.date).values())
        return company.currency_id.is_zero(on_shelves - in_books)

    # === ACTIONS === #

    @api.model
    def action_open(self):
        close = self.create({})
        return close._get_action()

    def _get_action(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.display_name,
            "res_model": self._name,
            "res_id": self.id,
            "views": [(False, "form")],
        }

    def action_post_stock(self):
        """Post the stock closing of the last day of the month."""
        company = self.company_id.with_company(self.company_id)
        company.action_close_stock_valuation(at_date=self.date, auto_post=True)
        self._compute_check_ids()

    def action_close(self):
        """Lock all entries until the last day of the month; Odoo refuses while bank lines wait."""
        self._check_may_lock()
        if self.date > self.company_id._get_today():
            raise UserError(self.env._("That month is not over yet."))
        self._lock(fiscalyear_lock_date=self.date, tax_lock_date=self.date)

    def action_reopen(self):
        """Open the last closed month again."""
        self._check_may_lock()
        if not self.can_reopen:
            raise UserError(self.env._("Nothing is closed that can be opened again."))
        day = self.locked_until + relativedelta(day=1) - timedelta(days=1)
        self._lock(fiscalyear_lock_date=day, tax_lock_date=day)

    def action_lock_for_good(self):
        """Lock what is closed in a way that nobody can take back."""
        self._check_may_lock()
        if not self.locked_until:
            raise UserError(self.env._("Close the month first."))
        self._lock(hard_lock_date=self.locked_until)

    def _check_may_lock(self):
        self.ensure_one()
        self.check_access("write")
        if self.company_id not in self.env.companies:
            raise AccessError(self.env._("These are the books of another organisation."))

    def _lock(self, **dates):
        """Set lock dates of the company, which managers may not otherwise change."""
        company_sudo = self.company_id.sudo()
        company_sudo.write(dates)
        self.invalidate_recordset(["locked_until", "is_closed", "can_reopen"])


class ChasquiMonthCloseCheck(models.TransientModel):
    """One kind of unfinished work, with how much of it there is."""

    _name = "chasqui.month.close.check"
    _description = "Check before a month is closed"

    close_id = fields.Many2one(comodel_name="chasqui.month.close", required=True, ondelete="cascade")
    kind = fields.Selection(
        selection=[
            ("bank", "Bank and cash lines to reconcile"),
            ("draft", "Entries and invoices in draft"),
            ("to_invoice", "Sales to invoice"),
            ("to_bill", "Purchases whose bill is missing"),
            ("count", "Stock counts to apply"),
            ("valuation", "Stock closing to post"),
        ],
        required=True,
        string="What",
    )
    count = fields.Integer(string="How many")

    def action_see(self):
        """Open what is unfinished."""
        self.ensure_one()
        if self.kind == "valuation":
            return self.env["chasqui.book"].action_open_book("stock")
        if self.kind == "bank":
            return self.env["chasqui.book"].new({"kind": "money"}).action_reconcile()
        model, domain = self.close_id._get_unfinished()[self.kind]
        return {
            "type": "ir.actions.act_window",
            "name": dict(self._fields["kind"]._description_selection(self.env))[self.kind],
            "res_model": model,
            "domain": domain,
            "views": [(False, "list"), (False, "form")],
        }
