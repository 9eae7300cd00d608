from datetime import timedelta

from odoo import models

from ..tools.book_table import CODE, DATE, MONEY, Column, Table

RESULT_TYPES = (
    "income",
    "income_other",
    "expense_direct_cost",
    "expense",
    "expense_other",
    "expense_depreciation",
)


class ChasquiBook(models.TransientModel):
    """What accounts add up to: ledger, trial balance, profit and loss, balance sheet.

    They go by the types of accounts, which every country's chart has, and not by their numbers.
    """

    _inherit = "chasqui.book"

    # === LEDGER AND TRIAL BALANCE === #

    def _get_ledger_table(self):
        _ = self.env._
        table = Table(
            [
                Column(_("Entry"), CODE),
                Column(_("Date"), DATE),
                Column(_("Who")),
                Column(_("What")),
                Column(_("Debit"), MONEY),
                Column(_("Credit"), MONEY),
                Column(_("Balance"), MONEY),
            ],
            empty=_("No entries in this period."),
        )
        opening = self._get_opening()
        for account, lines in self._get_lines_by_account().items():
            self._add_ledger_account(table, account, lines, opening.get(account, 0))
        return table

    def _get_lines_by_account(self):
        lines = self.env["account.move.line"].search(
            self._get_entries_domain(date_from=self.date_from), order="date, move_name, id"
        )
        by_account = lines.grouped("account_id")
        return dict(sorted(by_account.items(), key=lambda item: (item[0].code or "", item[0].id)))

    def _add_ledger_account(self, table, account, lines, balance):
        table.add_section(account.display_name)
        table.add(self.env._("At the start"), None, None, None, None, None, balance, kind="subtotal")
        for line in lines:
            balance += line.balance
            table.add(
                line.move_name,
                line.date,
                line.partner_id.name,
                line.name,
                line.debit,
                line.credit,
                balance,
                url=f"/odoo/account.move/{line.move_id.id}",
            )
        debit, credit = sum(lines.mapped("debit")), sum(lines.mapped("credit"))
        table.add(self.env._("At the end"), None, None, None, debit, credit, balance, kind="subtotal")

    def _get_trial_table(self):
        _ = self.env._
        table = Table(
            [
                Column(_("Account")),
                Column(_("At the start"), MONEY),
                Column(_("Debit"), MONEY),
                Column(_("Credit"), MONEY),
                Column(_("At the end"), MONEY),
            ],
            empty=_("No entries until this day."),
        )
        opening, turnover = self._get_opening(), self._get_turnover()
        for account in (self.env["account.account"].union(*opening, *turnover)).sorted(
            lambda a: (a.code or "", a.id)
        ):
            start = opening.get(account, 0)
            debit, credit = turnover.get(account, (0, 0))
            table.add(account.display_name, start, debit, credit, start + debit - credit)
        self._add_former_results(table)
        if table.rows:
            table.add_total(_("Total"))
        return table

    def _add_former_results(self, table):
        """Say the results of former years that nobody carried to the capital, so that it adds up."""
        former = self._get_former_results(self.date_from)
        if not self._is_zero(former):
            table.add(self.env._("Results of former years"), former, 0, 0, former)

    def _get_turnover(self):
        groups = self.env["account.move.line"]._read_group(
            self._get_entries_domain(date_from=self.date_from), ["account_id"], ["debit:sum", "credit:sum"]
        )
        return {account: (debit, credit) for account, debit, credit in groups}

    def _get_opening(self):
        """Return the balance of each account before the period; results begin with their fiscal year."""
        before = self._get_entries_domain(date_to=self.date_from - timedelta(days=1))
        year_start = self._get_year_start(self.date_from)
        lasting = self._sum_by_account([*before, ("account_id.account_type", "not in", RESULT_TYPES)])
        results = self._sum_by_account(
            [*before, ("account_id.account_type", "in", RESULT_TYPES), ("date", ">=", year_start)]
        )
        return {account: sum_ for account, sum_ in (lasting | results).items() if not self._is_zero(sum_)}

    def _get_year_start(self, day):
        return self.company_id.compute_fiscalyear_dates(day)["date_from"]

    def _get_former_results(self, day):
        """Return the balance of the results of all fiscal years before that of a day."""
        last_day = self._get_year_start(day) - timedelta(days=1)
        return self._sum_results(self._get_entries_domain(date_to=last_day))

    def _sum_results(self, domain):
        return sum(self._sum_by_account([*domain, ("account_id.account_type", "in", RESULT_TYPES)]).values())

    # === PROFIT AND LOSS, BALANCE SHEET === #

    def _get_profit_table(self):
        _ = self.env._
        table = Table([Column(_("Account")), Column(_("Amount"), MONEY)])
        table.empty = _("Neither income nor expenses in this period.")
        sections = {
            _("Income"): ["income", "income_other"],
            _("Cost of what was sold"): ["expense_direct_cost"],
            _("Expenses"): ["expense", "expense_other", "expense_depreciation"],
        }
        balances = self._sum_by_account(
            [
                *self._get_entries_domain(date_from=self.date_from),
                ("account_id.account_type", "in", RESULT_TYPES),
            ]
        )
        for label, types in sections.items():
            self._add_account_section(table, label, balances, tuple(types), -1)
        if table.rows:
            table.add(_("Result of the period"), -sum(balances.values()), kind="total")
        return table

    def _get_balance_table(self):
        _ = self.env._
        table = Table([Column(_("Account")), Column(_("Amount"), MONEY)])
        table.empty = _("Nothing is in the books until this day.")
        balances = self._sum_by_account(
            [
                *self._get_entries_domain(),
                ("account_id.account_type", "not in", (*RESULT_TYPES, "off_balance")),
            ]
        )
        self._add_account_section(table, _("What we have"), balances, "asset", 1)
        liabilities = self._add_account_section(table, _("What we owe"), balances, "liability", -1)
        equity = self._add_account_section(
            table, _("Own capital"), balances, "equity", -1, more=self._get_results_rows()
        )
        if table.rows:
            table.add(_("What we owe and own capital"), liabilities + equity, kind="total")
        return table

    def _get_results_rows(self):
        """Return the results that belong to the capital though nobody carried them there yet."""
        year_start = self._get_year_start(self.date_to)
        rows = [
            (self.env._("Results of former years"), -self._get_former_results(self.date_to)),
            (
                self.env._("Result of this fiscal year"),
                -self._sum_results(self._get_entries_domain(date_from=year_start)),
            ),
        ]
        return [(label, amount) for label, amount in rows if not self._is_zero(amount)]

    def _add_account_section(self, table, label, balances, types, sign, more=()):
        """Add the accounts of some types, or of an internal group, with their sum; return it."""
        rows = [
            (account.display_name, sign * balance)
            for account, balance in balances.items()
            if (
                account.account_type in types if isinstance(types, tuple) else account.internal_group == types
            )
            and not self._is_zero(balance)
        ]
        rows += more
        if not rows:
            return 0
        table.add_section(label)
        for name, amount in rows:
            table.add(name, amount)
        total = sum(amount for _name, amount in rows)
        table.add(self.env._("Total: %s", label), total, kind="subtotal")
        return total
