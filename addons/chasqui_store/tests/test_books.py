import io
from datetime import timedelta

from openpyxl import load_workbook

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools.pdf import PdfFileReader

from .common_books import BooksCommon

BOOKS = (
    "money",
    "receivable",
    "payable",
    "vat_sale",
    "vat_purchase",
    "ledger",
    "trial",
    "profit",
    "balance",
    "stock",
)


@tagged("post_install", "-at_install")
class TestBooks(BooksCommon, HttpCase):
    """A few known amounts come out of every book to the cent, and of no other store's."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.invoice = cls._create_move(
            "out_invoice",
            cls.shop,
            (1210.12, cls._get_tax("sale", "5")),
            (50.05, cls._get_tax("sale", "2")),
        )
        cls.credit_note = cls._create_move("out_refund", cls.shop, (121.01, cls._get_tax("sale", "5")))
        perception = cls.manage["account.tax"].search(
            [("type_tax_use", "=", "purchase"), ("tax_group_id.l10n_ar_tribute_afip_code", "=", "07")],
            limit=1,
        )
        cls.bill = cls._create_move(
            "in_invoice",
            cls.mill,
            (500, cls._get_tax("purchase", "4") + perception),
            l10n_latam_document_number="00003-00000042",
            invoice_date_due=cls.today - timedelta(days=40),
        )
        cls.payment = cls._pay(cls.invoice, 600)
        cls.bank_line = cls._create_bank_line(-12.34, "Bank charges")

    # === NUMBERS === #

    def test_vat_book_of_sales_has_each_document_by_rate_and_credit_notes_negative(self):
        book = self._get_book("vat_sale")
        table = book._get_table()
        self.assertEqual(
            [column.label for column in table.columns[5:]], ["Net at 21%", "Exempt", "VAT 21%", "Total"]
        )
        rows = {row.cells[0]: row.cells for row in table.rows}
        invoice = rows[self.invoice.name]
        self.assertTrue(self.invoice.name.startswith("FA-A "))
        self.assertEqual(
            invoice[1:5],
            [self.today, "Almacén Cooperativo", "30999000173", "IVA Responsable Inscripto"],
        )
        self.assertAmounts(invoice[5:], [1000.10, 50.05, 210.02, 1260.17])
        self.assertAmounts(rows[self.credit_note.name][5:], [-100.01, 0, -21, -121.01])
        self.assertAmounts(rows["Total"][5:], [900.09, 50.05, 189.02, 1139.16])
        self.assertAlmostEqual(self.invoice.amount_total, invoice[-1], places=2)

    def test_vat_book_of_purchases_has_perceptions_apart(self):
        table = self._get_book("vat_purchase")._get_table()
        self.assertEqual(
            [column.label for column in table.columns[5:]],
            ["Net at 10.5%", "VAT 10.5%", "Perceptions", "Total"],
        )
        self.assertAmounts(table.rows[0].cells[5:], [500, 52.5, 1, 553.5])

    def test_vat_of_other_countries_goes_by_its_rate(self):
        country = self.env.ref("base.uy")
        group = self.env["account.tax.group"].create({"name": "IVA", "country_id": country.id})
        basic, exempt = self.env["account.tax"].create(
            [
                {
                    "name": f"IVA {amount}",
                    "amount": amount,
                    "country_id": country.id,
                    "tax_group_id": group.id,
                }
                for amount in (22, 0)
            ]
        )
        book = self._get_book("vat_sale")
        self.assertEqual(book._get_tax_key(basic), ("vat", 22))
        self.assertEqual(book._get_base_key(basic), ("net", 22))
        self.assertEqual(book._get_base_key(exempt), "exempt")

    def test_vat_book_is_of_its_period(self):
        before = self.today - timedelta(days=40)
        book = self._get_book("vat_sale", date_from=before, date_to=before + timedelta(days=1))
        self.assertFalse(book._get_table().rows)
        self.assertIn("No sales documents in this period.", book.table_html)

    def test_who_owes_us_is_what_is_not_paid_less_credit(self):
        rows = self._get_rows("receivable")
        self.assertAmounts(rows["Almacén Cooperativo"], [539.16, 539.16, 0, 0, 0, 0])
        self.assertAmounts(rows["Total"], [539.16, 539.16, 0, 0, 0, 0])

    def test_what_is_paid_later_was_still_owed_on_a_day_before(self):
        tomorrow = self.today + timedelta(days=1)
        self._pay(self.invoice, 100, payment_date=tomorrow)
        self.assertAmounts(self._get_rows("receivable")["Total"][:1], [539.16])
        self._pay(self.invoice, 560.17, payment_date=tomorrow + timedelta(days=1))
        self.assertEqual(self.invoice.amount_residual, 0)
        rows = self._get_rows("receivable", date_to=tomorrow)
        self.assertAmounts(rows["Almacén Cooperativo"], [439.16, 0, 439.16, 0, 0, 0])

    def test_what_we_owe_says_how_late_it_is(self):
        self.assertAmounts(self._get_rows("payable")["Molino del Sur"], [553.5, 0, 0, 553.5, 0, 0])

    def test_nobody_owed_anything_before(self):
        book = self._get_book("receivable", date_to=self.today - timedelta(days=1))
        self.assertIn("Nobody owes us anything on this day.", book.table_html)

    def test_bank_and_cash_say_what_came_in_and_what_waits(self):
        rows = self._get_rows("money")
        bank = self._get_journal("bank")
        self.assertAmounts(rows[bank.name], [-12.34, 1, 0, 0, 12.34])
        action = self._get_book("money").action_reconcile()
        lines = self.manage["account.bank.statement.line"].search(action["domain"])
        self.assertEqual(lines, self.bank_line)

    def test_trial_balance_adds_up_and_agrees_with_the_ledger(self):
        rows = self._get_rows("trial")
        total = rows.pop("Total")
        self.assertAlmostEqual(total[1], total[2], places=2)
        self.assertAlmostEqual(total[3], 0, places=2)
        ledger = self._get_book("ledger")._get_table()
        closing = [row.cells[-1] for row in ledger.rows if row.cells[0] == "At the end"]
        self.assertEqual(len(closing), len(rows))
        self.assertAlmostEqual(
            sum(abs(value) for value in closing), sum(abs(row[-1]) for row in rows.values())
        )

    def test_results_are_the_same_in_profit_and_loss_and_in_the_balance_sheet(self):
        profit = self._get_rows("profit")
        self.assertAmounts(profit["Total: Income"], [950.14])
        self.assertAmounts(profit["Result of the period"], [450.14])
        balance = self._get_rows("balance")
        self.assertAmounts(balance["Result of this fiscal year"], [450.14])
        self.assertAlmostEqual(
            balance["Total: What we have"][0], balance["What we owe and own capital"][0], places=2
        )

    def test_results_of_a_former_year_stay_in_the_balance_sheet_and_the_trial_balance(self):
        next_year = self.today.replace(year=self.today.year + 1, month=6, day=1)
        balance = self._get_rows("balance", date_to=next_year)
        self.assertAmounts(balance["Results of former years"], [450.14])
        self.assertNotIn("Result of this fiscal year", balance)
        self.assertAlmostEqual(
            balance["Total: What we have"][0], balance["What we owe and own capital"][0], places=2
        )
        trial = self._get_rows("trial", date_from=next_year, date_to=next_year)
        self.assertAmounts(trial["Results of former years"], [-450.14, 0, 0, -450.14])
        self.assertAlmostEqual(trial["Total"][-1], 0, places=2)

    def test_drafts_are_in_no_book(self):
        self._create_bank_line(5)
        draft = self.invoice.copy()
        self.assertEqual(draft.state, "draft")
        self.assertAmounts(self._get_rows("receivable")["Total"][:1], [539.16])

    # === SHOWING === #

    def test_books_print_on_paper_and_as_spreadsheets(self):
        reports = self.manage["ir.actions.report"].with_context(force_report_rendering=True)
        for kind in BOOKS:
            with self.subTest(kind):
                book = self._get_book(kind)
                pdf = reports._render_qweb_pdf("chasqui_store.report_book", book.ids)[0]
                self.assertTrue(PdfFileReader(io.BytesIO(pdf)).pages)
                xlsx, kind_of_file = reports._render_xlsx("chasqui_store.report_book_xlsx", book.ids, {})
                self.assertEqual(kind_of_file, "xlsx")
                sheet = load_workbook(io.BytesIO(xlsx)).active
                self.assertEqual(sheet["A1"].value, book.display_name)
                self.assertIn("Store a", sheet["A2"].value)

    def test_a_spreadsheet_has_numbers_and_no_formulas(self):
        self.shop.name = "=1+1"
        book = self._get_book("vat_sale")
        content = self.manage["ir.actions.report"]._render_xlsx(
            "chasqui_store.report_book_xlsx", book.ids, {}
        )[0]
        rows = {row[0].value: row for row in load_workbook(io.BytesIO(content)).active.iter_rows()}
        cells = rows[self.invoice.name]
        self.assertEqual((cells[2].value, cells[2].data_type), ("=1+1", "s"))
        self.assertEqual(cells[8].value, 1260.17)

    def test_books_of_a_period_open_on_the_month_or_the_fiscal_year(self):
        month, year = self._get_book("vat_sale"), self._get_book("profit")
        self.assertEqual(month.date_from, self.today.replace(day=1))
        self.assertEqual(month.date_to.month, self.today.month)
        self.assertEqual((year.date_from.day, year.date_from.month), (1, 1))
        self.assertEqual(self._get_book("balance").date_to, self.today)

    def test_books_have_one_menu_and_people_of_a_store_no_duplicates(self):
        def get_shown(user):
            menus = self.env["ir.ui.menu"].with_user(user)
            return {menu.get("xmlid") for menu in menus.load_menus(False).values()}

        shown = get_shown(self.manager_a)
        self.assertLessEqual({f"chasqui_store.menu_book_{kind}" for kind in BOOKS}, shown)
        self.assertNotIn("account_financial_report.menu_trial_balance_wizard", shown)
        self.assertIn("account_financial_report.menu_trial_balance_wizard", get_shown(self.incubator))
        self.assertFalse({name for name in get_shown(self.operator_a) if name and "menu_book" in name})

    # === WALLS === #

    def test_books_of_another_store_are_empty_or_refused(self):
        for kind in BOOKS:
            with self.subTest(kind):
                self.assertFalse(
                    [
                        row
                        for row in self._get_book(kind, self.manage_b)._get_table().rows
                        if any(isinstance(cell, float) and cell for cell in row.cells)
                    ]
                )
                book = self.manage_b["chasqui.book"].create(
                    {"kind": kind, "company_id": self.store_a.company_id.id}
                )
                with self.assertRaises(AccessError):
                    book._get_table()

    def test_nobody_prints_the_book_of_somebody_else(self):
        book = self._get_book("vat_sale")
        for render in ("_render_qweb_html", "_render_xlsx"):
            report = "report_book" + ("_xlsx" if render == "_render_xlsx" else "")
            reports = self.manage_b["ir.actions.report"]
            with self.subTest(render), self.assertRaises(AccessError):
                getattr(reports, render)(f"chasqui_store.{report}", book.ids, {})

    def test_operators_and_shoppers_open_no_book(self):
        for user in (self.operator_a, self.shopper):
            with self.assertRaises(AccessError):
                self._as(user, self.store_a)["chasqui.book"].action_open_book("balance")

    def test_incubator_staff_read_the_books_of_the_store_they_support(self):
        self.incubator.company_ids = [Command.link(self.store_a.company_id.id)]
        rows = self._get_rows("receivable", self._as(self.incubator, self.store_a))
        self.assertAmounts(rows["Total"][:1], [539.16])

    def assertAmounts(self, found, expected):
        self.assertEqual([round(value, 2) for value in found], expected)
