from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import format_date, formatLang

from ..tools.book_table import COUNT, DATE, MONEY, QUANTITY

# The books that say how things are on a day; the others say what happened in a period.
BOOKS_OF_A_DAY = ("receivable", "payable", "balance", "stock")
BOOKS_OF_A_YEAR = ("trial", "profit")
WIDE_BOOKS = ("vat_sale", "vat_purchase", "ledger")


class ChasquiBook(models.TransientModel):
    """A page of a store's books: one table, on the screen, on paper or as a spreadsheet.

    Each kind has a ``_get_<kind>_table`` that says its columns and rows; showing them is the same for all.
    Only posted entries count. Record rules decide whose: an umbrella's accountant reads the branches that
    are switched on, staff of a branch their own.
    """

    _name = "chasqui.book"
    _description = "Books"

    kind = fields.Selection(
        selection=[
            ("money", "Bank and cash"),
            ("receivable", "Who owes us"),
            ("payable", "What we owe"),
            ("vat_sale", "VAT book: sales"),
            ("vat_purchase", "VAT book: purchases"),
            ("ledger", "General ledger"),
            ("trial", "Trial balance"),
            ("profit", "Profit and loss"),
            ("balance", "Balance sheet"),
            ("stock", "Stock valuation"),
        ],
        required=True,
        readonly=True,
    )
    company_id = fields.Many2one(
        comodel_name="res.company", required=True, readonly=True, default=lambda self: self.env.company
    )
    is_of_a_day = fields.Boolean(compute="_compute_is_of_a_day")
    period = fields.Selection(
        selection=[
            ("month", "This month"),
            ("last_month", "Last month"),
            ("year", "This fiscal year"),
            ("last_year", "Last fiscal year"),
            ("custom", "Other dates"),
        ],
        required=True,
        default="month",
    )
    date_from = fields.Date(
        string="From", compute="_compute_dates", store=True, readonly=False, precompute=True
    )
    date_to = fields.Date(string="To", compute="_compute_dates", store=True, readonly=False, precompute=True)
    table_html = fields.Html(compute="_compute_table_html", sanitize=False)

    # === COMPUTE === #

    @api.depends("kind")
    @api.depends_context("lang")
    def _compute_display_name(self):
        labels = dict(self._fields["kind"]._description_selection(self.env))
        for book in self:
            book.display_name = labels[book.kind]

    @api.depends("kind")
    def _compute_is_of_a_day(self):
        for book in self:
            book.is_of_a_day = book.kind in BOOKS_OF_A_DAY

    @api.depends("period")
    def _compute_dates(self):
        for book in self:
            today = book.company_id._get_today()
            if book.period == "custom":
                book.date_from = book.date_from or today
                book.date_to = book.date_to or today
            else:
                book.date_from, book.date_to = book._get_period(today)

    def _get_period(self, today):
        """Return the first and last day of the period that was chosen."""
        if self.period in ("year", "last_year"):
            day = today if self.period == "year" else today - relativedelta(years=1)
            year = self.company_id.compute_fiscalyear_dates(day)
            return year["date_from"], year["date_to"]
        day = today if self.period == "month" else today - relativedelta(months=1)
        return day + relativedelta(day=1), day + relativedelta(day=31)

    @api.depends("kind", "date_from", "date_to")
    @api.depends_context("lang", "tz", "uid", "allowed_company_ids")
    def _compute_table_html(self):
        for book in self:
            book.table_html = book.date_to and self.env["ir.qweb"]._render(
                "chasqui_store.book_table", {"book": book, "table": book._get_table(), "on_screen": True}
            )

    # === ACTIONS === #

    @api.model
    def action_open_book(self, kind):
        """Open a book on what people most often look for."""
        period = "year" if kind in BOOKS_OF_A_YEAR else "custom" if kind in BOOKS_OF_A_DAY else "month"
        book = self.create({"kind": kind, "period": period})
        return {
            "type": "ir.actions.act_window",
            "name": book.display_name,
            "res_model": self._name,
            "res_id": book.id,
            "views": [(False, "form")],
        }

    def action_print(self):
        return self.env.ref("chasqui_store.action_report_book").report_action(self, config=False)

    def action_export(self):
        return self.env.ref("chasqui_store.action_report_book_xlsx").report_action(self, config=False)

    # === CONTENT === #

    def _get_table(self):
        """Return the table of this book; what it reads stays within the rights of who asks."""
        self.ensure_one()
        if self.company_id not in self.env.companies:
            raise AccessError(self.env._("These are the books of another organisation."))
        book = self.with_company(self.company_id)
        return getattr(book, f"_get_{self.kind}_table")()

    def _get_entries_domain(self, date_from=None, date_to=None):
        """Return which entry lines count in these books."""
        domain = [
            ("company_id", "child_of", self.company_id.id),
            ("parent_state", "=", "posted"),
            ("date", "<=", date_to or self.date_to),
        ]
        return [*domain, ("date", ">=", date_from)] if date_from else domain

    def _sum_by_account(self, domain):
        """Return the balance of each account over some entry lines, in the order of the chart."""
        groups = self.env["account.move.line"]._read_group(domain, ["account_id"], ["balance:sum"])
        return dict(sorted(groups, key=lambda group: (group[0].code or "", group[0].id)))

    def _is_zero(self, amount):
        return self.company_id.currency_id.is_zero(amount)

    # === SHOWING === #

    def _is_wide(self):
        """Tell whether paper has to lie on its side."""
        return self.kind in WIDE_BOOKS

    def _get_period_text(self):
        """Return the days that the book is about, as a title says them."""
        day_to = format_date(self.env, self.date_to)
        if self.is_of_a_day:
            return self.env._("On %s", day_to)
        return self.env._(
            "From %(start)s to %(end)s", start=format_date(self.env, self.date_from), end=day_to
        )

    def _get_file_name(self):
        """Return what the file is called; the company first, for who keeps those of several."""
        return f"{self.company_id.name} - {self.display_name.replace(':', '')} - {self.date_to}"

    def _get_company_text(self):
        """Return whose books these are, with the tax ID and the branches that are counted in."""
        names = self.company_id._accessible_branches().mapped("name") or [self.company_id.name]
        return " · ".join(filter(None, [", ".join(names), self.company_id.vat]))

    def _format_cell(self, value, column, is_line=True):
        """Return how a cell is written on a screen or on paper; in a line, nothing is left empty."""
        if value is None or value is False or (is_line and not value):
            return ""
        if column.kind == MONEY:
            currency = self.company_id.currency_id
            return formatLang(self.env, currency.round(value) + 0.0, digits=currency.decimal_places)
        if column.kind == QUANTITY:
            return formatLang(self.env, value, dp="Product Unit")
        if column.kind == DATE:
            return format_date(self.env, value)
        return str(value) if column.kind == COUNT else value
