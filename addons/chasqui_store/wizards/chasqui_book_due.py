from collections import defaultdict

from odoo import models

from ..tools.book_table import MONEY, Column, Table

# Days late up to which each column counts; what is later goes in the last one.
LATENESS = (0, 30, 60, 90)


class ChasquiBook(models.TransientModel):
    """Who owes us, and what we owe: what was open on a day, by person and by how late it is."""

    _inherit = "chasqui.book"

    def _get_receivable_table(self):
        return self._get_due_table("asset_receivable", 1, self.env._("Nobody owes us anything on this day."))

    def _get_payable_table(self):
        return self._get_due_table("liability_payable", -1, self.env._("We owe nothing on this day."))

    def _get_due_table(self, account_type, sign, empty):
        _ = self.env._
        table = Table(
            [
                Column(_("Who")),
                Column(_("Total"), MONEY),
                Column(_("Not due yet"), MONEY),
                *(
                    Column(_("%(a)s to %(b)s days late", a=a, b=b), MONEY)
                    for a, b in ((1, 30), (31, 60), (61, 90))
                ),
                Column(_("Over 90 days"), MONEY),
            ],
            empty=empty,
        )
        for partner, amounts in self._get_due_by_partner(account_type, sign):
            url = partner and f"/odoo/res.partner/{partner.id}"
            table.add(partner.display_name or _("Nobody in particular"), sum(amounts), *amounts, url=url)
        if table.rows:
            table.add_total(_("Total"))
        return table

    def _get_due_by_partner(self, account_type, sign):
        """Return pairs of a person and what is open by lateness, the greatest amounts first."""
        due = defaultdict(lambda: [0] * (len(LATENESS) + 1))
        for line, residual in self._get_open_lines(account_type):
            due[line.partner_id][self._get_lateness(line)] += sign * residual
        return sorted(due.items(), key=lambda item: -sum(item[1]))

    def _get_lateness(self, line):
        days = (self.date_to - (line.date_maturity or line.date)).days
        return sum(days > limit for limit in LATENESS)

    def _get_open_lines(self, account_type):
        """Return entry lines with what was open of each at the end of the day.

        Today's residual says nothing of a day that is past: what was matched later is counted back.
        """
        lines = self.env["account.move.line"].search(
            [
                *self._get_entries_domain(),
                ("account_id.account_type", "=", account_type),
                "|",
                ("reconciled", "=", False),
                "|",
                ("matched_debit_ids.max_date", ">", self.date_to),
                ("matched_credit_ids.max_date", ">", self.date_to),
            ]
        )
        matched = self._get_matched(lines)
        open_lines = ((line, line.balance - matched[line.id]) for line in lines)
        return [(line, residual) for line, residual in open_lines if not self._is_zero(residual)]

    def _get_matched(self, lines):
        """Return how much of each line's balance had been matched by the end of the day."""
        matched = defaultdict(float)
        for side, sign in (("debit_move_id", 1), ("credit_move_id", -1)):
            groups = self.env["account.partial.reconcile"]._read_group(
                [(side, "in", lines.ids), ("max_date", "<=", self.date_to)], [side], ["amount:sum"]
            )
            for line, amount in groups:
                matched[line.id] += sign * amount
        return matched
