from collections import defaultdict

from odoo import models

from ..tools.book_table import CODE, DATE, MONEY, Column, Table

# The authority's codes (ARCA) of VAT that is none, and of taxes that are advance payments.
UNTAXED_CODES = ("0", "1")
EXEMPT_CODE = "2"
PERCEPTION_CODES = ("06", "07", "08", "09")
MOVE_TYPES = {
    "sale": ("out_invoice", "out_refund", "out_receipt"),
    "purchase": ("in_invoice", "in_refund", "in_receipt"),
}
# What is owed for a document is the sum of all its lines but these.
NOT_PART_OF_THE_TOTAL = ("payment_term", "cogs", "line_section", "line_subsection", "line_note")


class ChasquiBook(models.TransientModel):
    """The VAT book: each document of a period with its net amounts and taxes by rate.

    Amounts come from the entries, not from the documents, so that the book agrees with the ledger to the
    cent; credit notes are negative by themselves. Each amount is kept under a key: ``("net", rate)``,
    ``("vat", rate)``, ``exempt``, ``untaxed``, ``perceptions`` or ``other``.
    """

    _inherit = "chasqui.book"

    def _get_vat_sale_table(self):
        return self._get_vat_table("sale", -1, self.env._("No sales documents in this period."))

    def _get_vat_purchase_table(self):
        return self._get_vat_table("purchase", 1, self.env._("No purchase documents in this period."))

    def _get_vat_table(self, side, sign, empty):
        documents = self._get_vat_documents(side, sign)
        keys = self._get_vat_keys(documents)
        table = Table([*self._get_vat_text_columns(), *self._get_vat_money_columns(keys)], empty=empty)
        for move, amounts in documents.items():
            numbers = [amounts.get(key, 0) for key in keys]
            table.add(
                *self._get_vat_texts(move),
                *numbers,
                sum(amounts.values()),
                url=f"/odoo/account.move/{move.id}",
            )
        if documents:
            table.add_total(self.env._("Total"))
        return table

    # === AMOUNTS === #

    def _get_vat_documents(self, side, sign):
        """Return the amounts of each document by key, in the order of dates and numbers."""
        lines = self.env["account.move.line"].search(
            [
                *self._get_entries_domain(date_from=self.date_from),
                ("move_id.move_type", "in", MOVE_TYPES[side]),
                ("display_type", "not in", NOT_PART_OF_THE_TOTAL),
            ]
        )
        documents = defaultdict(lambda: defaultdict(float))
        for line in lines:
            documents[line.move_id][self._get_vat_key(line)] += sign * line.balance
        return dict(sorted(documents.items(), key=lambda item: (item[0].date, item[0].name)))

    def _get_vat_key(self, line):
        """Return under which key the amount of an entry line goes."""
        if line.tax_line_id:
            return self._get_tax_key(line.tax_line_id)
        vat_keys = (self._get_base_key(tax) for tax in line.tax_ids)
        return next(filter(None, vat_keys), "untaxed")

    def _get_tax_key(self, tax):
        group = tax.tax_group_id
        if group.l10n_ar_tribute_afip_code in PERCEPTION_CODES:
            return "perceptions"
        is_vat = group.l10n_ar_vat_afip_code or (group.country_id.code != "AR" and tax.amount > 0)
        return ("vat", tax.amount) if is_vat and tax.amount_type == "percent" else "other"

    def _get_base_key(self, tax):
        """Return under which key goes what this tax is charged on; none if the tax is not a VAT."""
        code = tax.tax_group_id.l10n_ar_vat_afip_code
        if code in UNTAXED_CODES:
            return "untaxed"
        if code == EXEMPT_CODE or (not code and tax.country_id.code != "AR" and not tax.amount):
            return "exempt"
        key = self._get_tax_key(tax)
        return ("net", tax.amount) if key[0] == "vat" else None

    def _get_vat_keys(self, documents):
        """Return the keys in use, in the order of the columns."""
        used = {key for amounts in documents.values() for key in amounts}
        rates = sorted({key[1] for key in used if isinstance(key, tuple)})
        ordered = [
            *(("net", rate) for rate in rates),
            "exempt",
            "untaxed",
            *(("vat", rate) for rate in rates if rate),
            "perceptions",
            "other",
        ]
        return [key for key in ordered if key in used or isinstance(key, tuple)]

    # === COLUMNS === #

    def _get_vat_text_columns(self):
        _ = self.env._
        return [
            Column(_("Document"), CODE),
            Column(_("Date"), DATE),
            Column(_("Who")),
            Column(_("Tax ID"), CODE),
            Column(_("Responsibility")),
        ]

    def _get_vat_money_columns(self, keys):
        _ = self.env._
        labels = {
            "exempt": _("Exempt"),
            "untaxed": _("Untaxed"),
            "perceptions": _("Perceptions"),
            "other": _("Other taxes"),
        }
        columns = [Column(labels.get(key) or self._get_rate_label(*key), MONEY) for key in keys]
        return [*columns, Column(_("Total"), MONEY)]

    def _get_rate_label(self, kind, rate):
        if kind == "net":
            return self.env._("Net at %s%%", f"{rate:g}")
        return self.env._("VAT %s%%", f"{rate:g}")

    def _get_vat_texts(self, move):
        partner = move.commercial_partner_id
        responsibility = (
            move.l10n_ar_afip_responsibility_type_id or partner.l10n_ar_afip_responsibility_type_id
        )
        return move.name, move.invoice_date, partner.name, partner.vat, responsibility.name
