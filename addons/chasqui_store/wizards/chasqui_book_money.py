from odoo import models

from ..tools.book_table import COUNT, MONEY, Column, Table


class ChasquiBook(models.TransientModel):
    """Bank and cash: what there was, came in, went out and is left in each journal."""

    _inherit = "chasqui.book"

    def _get_money_table(self):
        _ = self.env._
        table = Table(
            [
                Column(_("Account")),
                Column(_("At the end"), MONEY),
                Column(_("Lines to reconcile"), COUNT),
                Column(_("At the start"), MONEY),
                Column(_("Came in"), MONEY),
                Column(_("Went out"), MONEY),
            ],
            empty=_("There is no bank or cash journal yet."),
        )
        journals = self._get_money_journals()
        opening = self._sum_money(journals, [("date", "<", self.date_from)])
        moves = self._sum_money(journals, [("date", ">=", self.date_from)])
        pending = self._count_unreconciled(journals)
        for journal in journals:
            start, _debit, _credit = opening.get(journal.default_account_id, (0, 0, 0))
            balance, debit, credit = moves.get(journal.default_account_id, (0, 0, 0))
            table.add(journal.name, start + balance, pending.get(journal, 0), start, debit, credit)
        if len(journals) > 1:
            table.add_total(_("Total"))
        return table

    def _get_money_journals(self):
        """Return the journals of money that are the store's own, not those of its umbrella."""
        return self.env["account.journal"].search(
            [("company_id", "child_of", self.company_id.id), ("type", "in", ("bank", "cash", "credit"))]
        )

    def _sum_money(self, journals, domain):
        """Return balance, debit and credit of the account of each journal."""
        groups = self.env["account.move.line"]._read_group(
            [
                *self._get_entries_domain(),
                *domain,
                ("account_id", "in", journals.default_account_id.ids),
            ],
            ["account_id"],
            ["balance:sum", "debit:sum", "credit:sum"],
        )
        return {account: sums for account, *sums in groups}

    def _count_unreconciled(self, journals):
        return dict(
            self.env["account.bank.statement.line"]._read_group(
                [
                    ("journal_id", "in", journals.ids),
                    ("is_reconciled", "=", False),
                    ("date", "<=", self.date_to),
                ],
                ["journal_id"],
                ["__count"],
            )
        )

    def action_reconcile(self):
        """Open the lines of the bank and the till that wait for their counterpart."""
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "account_reconcile_oca.action_bank_statement_line_reconcile_all"
        )
        journals = self._get_money_journals()
        return action | {
            "domain": [("journal_id", "in", journals.ids)],
            "context": {
                "search_default_not_reconciled": True,
                "default_journal_id": journals[:1].id,
                "view_ref": "account_reconcile_oca.bank_statement_line_form_reconcile_view",
            },
        }
