from datetime import date, timedelta

from odoo.tests import BaseCase, tagged

from ..tools import demo_plan
from .common_demo import DemoCommon


@tagged("post_install", "-at_install")
class TestDemoPlan(BaseCase):
    """What is drawn by lot, before any record of it is made."""

    rows = [{"code": f"p{i}", "producer": f"m{i % 3}", "stock": "20"} for i in range(12)]

    def _get_plan(self, slug="monte", today=date(2026, 11, 22), sales=16):
        return demo_plan.Plan(slug, self.rows, sales, 9, date(2026, 5, 1), today)

    def test_the_same_is_drawn_for_everybody(self):
        first, second = self._get_plan(), self._get_plan()
        self.assertEqual(first.sales, second.sales)
        self.assertEqual(first.purchases, second.purchases)

    def test_stores_live_differently(self):
        self.assertNotEqual(self._get_plan("monte").sales, self._get_plan("puente").sales)

    def test_half_of_what_there_was_stays_on_the_shelf(self):
        sold = {}
        for sale in self._get_plan(sales=200).sales:
            for code, quantity in sale.lines:
                sold[code] = sold.get(code, 0) + quantity
        self.assertLessEqual(max(sold.values()), 10)

    def test_whatever_the_day_nothing_happens_on_the_last_of_a_month_nor_after_today(self):
        for offset in range(62):
            today = date(2026, 11, 1) + timedelta(offset)
            plan = self._get_plan(today=today)
            days = {day for sale in plan.sales for day in (sale.ordered_on, sale.delivered_on, sale.paid_on)}
            for purchase in plan.purchases:
                days |= {purchase.ordered_on, purchase.received_on, purchase.billed_on, purchase.paid_on}
            days.discard(None)
            self.assertLessEqual(max(days), today)
            closed = [day for day in days if (day + timedelta(1)).day == 1]
            self.assertFalse([day for day in closed if day != today])

    def test_each_state_that_waits_for_somebody_is_drawn(self):
        ends = {sale.ends for sale in self._get_plan().sales}
        self.assertLessEqual({end for end, _age in demo_plan.RECENT_SALES} | {demo_plan.PAID}, ends)


@tagged("post_install", "-at_install")
class TestDemoBusiness(DemoCommon):
    """Six months of the smallest store, which invoices with the tax id of its umbrella."""

    demo_stores = ("yuyeras",)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.loader = cls.demo._load_stores(cls.demo_stores)
        cls.loader._load_business(cls.demo_stores)
        cls.company = cls.yuyeras.company_id
        cls.orders = cls.env["sale.order"].search([("company_id", "=", cls.company.id)])
        cls.invoices = cls.orders.invoice_ids

    def test_orders_are_in_every_state(self):
        self.assertEqual(set(self.orders.mapped("state")), {"draft", "sent", "sale"})
        self.assertEqual(set(self.orders.mapped("invoice_status")), {"no", "to invoice", "invoiced"})

    def test_a_shopper_who_promised_a_transfer_has_the_goods_kept(self):
        promised = self.orders.filtered(lambda order: order.state == "sent")
        self.assertEqual(promised.transaction_ids.mapped("state"), ["pending"] * len(promised))
        self.assertTrue(all(order.chasqui_held_until for order in promised))

    def test_invoices_are_those_of_the_umbrella_in_the_order_of_their_dates(self):
        self.assertEqual(self.invoices.company_id | self.company, self.company)
        self.assertEqual(self.invoices.journal_id.company_id, self.yuyeras.umbrella_id.company_id)
        invoices = self.invoices.filtered(lambda move: move.move_type == "out_invoice").sorted(
            "sequence_number"
        )
        self.assertEqual(invoices.mapped("invoice_date"), sorted(invoices.mapped("invoice_date")))

    def test_whoever_returned_something_has_a_credit_note_and_owes_nothing(self):
        credit_notes = self.invoices.filtered(lambda move: move.move_type == "out_refund")
        self.assertTrue(credit_notes)
        for order in credit_notes.line_ids.sale_line_ids.order_id:
            self.assertEqual(set(order.invoice_ids.mapped("amount_residual")), {0})

    def test_the_bank_knows_of_each_payment_and_of_one_transfer_that_nobody_matched(self):
        lines = self.env["account.bank.statement.line"].search([("company_id", "=", self.company.id)])
        self.assertEqual(len(lines.filtered(lambda line: not line.is_reconciled)), 1)
        payments = self.env["account.payment"].search([("company_id", "=", self.company.id)])
        self.assertEqual(set(payments.journal_id.mapped("type")), {"bank", "cash"})
        self.assertEqual(set(payments.mapped("is_matched")), {True})

    def test_the_shelves_and_the_books_agree(self):
        company = self.company.with_company(self.company)
        in_books = sum(company.stock_accounting_value().values())
        on_shelves = sum(company.stock_value().values())
        self.assertEqual(company.currency_id.compare_amounts(in_books, on_shelves), 0)
        quants = self.env["stock.quant"].search(
            [("company_id", "=", self.company.id), ("location_id.usage", "=", "internal")]
        )
        self.assertGreater(min(quants.mapped("quantity")), 0)

    def test_working_again_changes_nothing(self):
        before = self.env["account.move"].search_count([]), self.env["stock.move"].search_count([])
        self.loader._load_business(self.demo_stores)
        self.assertEqual(
            (self.env["account.move"].search_count([]), self.env["stock.move"].search_count([])), before
        )
