from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import Command
from odoo.exceptions import AccessError, RedirectWarning, UserError
from odoo.tests import tagged

from .common_books import BooksCommon


@tagged("post_install", "-at_install")
class TestBooksClose(BooksCommon):
    """A manager closes the month that is over, may take it back, and nobody posts into it meanwhile."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.month_end = cls.today + relativedelta(day=1) - timedelta(days=1)
        closings = cls.manage["chasqui.month.close"]
        cls.closing = closings.browse(closings.action_open()["res_id"])

    def _get_counts(self):
        self.closing._compute_check_ids()
        return {check.kind: check.count for check in self.closing.check_ids}

    def _create_old_invoice(self):
        return self._create_move(
            "out_invoice",
            self.shop,
            (10, self._get_tax("sale", "5")),
            invoice_date=self.month_end,
            date=self.month_end,
        )

    def test_it_opens_on_the_month_that_is_over_with_nothing_to_look_through(self):
        self.assertEqual(self.closing.date, self.month_end)
        self.assertFalse(self.closing.is_closed)
        self.assertEqual(set(self._get_counts().values()), {0})

    def test_what_is_unfinished_is_counted_and_opens(self):
        self._create_bank_line(7, date=self.month_end)
        self._create_bank_line(7)
        invoice = self._create_old_invoice()
        invoice.button_draft()
        counts = self._get_counts()
        self.assertEqual((counts["bank"], counts["draft"]), (1, 1))
        check = self.closing.check_ids.filtered(lambda check: check.kind == "draft")
        action = check.action_see()
        self.assertEqual(self.manage[action["res_model"]].search(action["domain"]), invoice)

    def test_it_does_not_close_while_bank_lines_wait(self):
        line = self._create_bank_line(7, date=self.month_end)
        with self.assertRaises(RedirectWarning):
            self.closing.action_close()
        line.unlink()
        self.closing.action_close()
        self.assertTrue(self.closing.is_closed)

    def test_a_closed_month_takes_no_entry_until_it_is_opened_again(self):
        invoice = self._create_old_invoice()
        self.closing.action_close()
        self.assertEqual(self.store_a.company_id.tax_lock_date, self.month_end)
        with self.assertRaisesRegex(UserError, str(self.month_end.year)):
            invoice.button_draft()
        self.closing.action_reopen()
        self.assertFalse(self.closing.is_closed)
        invoice.button_draft()
        self.assertEqual(invoice.state, "draft")

    def test_what_is_locked_for_good_stays_so(self):
        self.closing.action_close()
        self.closing.action_lock_for_good()
        self.assertEqual(self.store_a.company_id.hard_lock_date, self.month_end)
        with self.assertRaises(UserError):
            self.closing.action_reopen()

    def test_a_month_that_goes_on_is_not_closed(self):
        self.closing.date = self.today + relativedelta(day=31)
        if self.closing.date > self.today:
            with self.assertRaises(UserError):
                self.closing.action_close()

    def test_nobody_closes_the_month_of_another_store(self):
        values = {"company_id": self.store_a.company_id.id}
        for action in ("action_close", "action_reopen", "action_lock_for_good"):
            with self.subTest(action), self.assertRaises(AccessError):
                closing = self.manage_b["chasqui.month.close"].create(values)
                getattr(closing, action)()
        self.assertFalse(self.store_a.company_id.fiscalyear_lock_date)

    def test_operators_close_nothing(self):
        with self.assertRaises(AccessError):
            self._as(self.operator_a, self.store_a)["chasqui.month.close"].action_open()
        with self.assertRaises(AccessError):
            self.closing.with_user(self.operator_a).action_close()

    def test_goods_that_came_in_on_the_day_of_a_first_closing_have_their_value(self):
        product = self.manage["product.product"].create(
            {"name": "Flour", "is_storable": True, "standard_price": 12.5}
        )
        warehouse = self.manage["stock.warehouse"].search([], limit=1)
        quant = self.manage["stock.quant"].create(
            {
                "product_id": product.id,
                "location_id": warehouse.lot_stock_id.id,
                "inventory_quantity": 8,
            }
        )
        quant.action_apply_inventory()
        rows = self._get_rows("stock")
        self.assertEqual(rows["Flour"][-1], 100)
        self.assertEqual(rows["Difference"][-1], 100)
        self.closing.date = self.today
        self.assertEqual(self._get_counts()["valuation"], 1)
        self.closing.action_post_stock()
        rows = self._get_rows("stock")
        self.assertEqual(rows["In the books"][-1], rows["Total"][-1])
        self.assertNotIn("Difference", rows)
        self.assertNotIn("Flour", self._get_rows("stock", date_to=self.today - timedelta(days=1)))

    def _receive(self, product, quantity, price, moment):
        """Buy and receive goods at a moment that is past."""
        order = self.manage["purchase.order"].create(
            {
                "partner_id": self.mill.id,
                "order_line": [
                    Command.create(
                        {
                            "product_id": product.id,
                            "product_qty": quantity,
                            "price_unit": price,
                            "tax_ids": False,
                        }
                    )
                ],
            }
        )
        order.button_confirm()
        order.picking_ids.button_validate()
        order.picking_ids.move_ids.sudo().date = moment

    def test_stock_of_a_past_day_ends_with_the_day_of_the_store(self):
        product = self.manage["product.product"].create({"name": "Honey", "is_storable": True})
        day = self.today - timedelta(days=2)
        first_costs = self.env["product.value"].search([("product_id", "=", product.id)])
        first_costs.date = day - timedelta(days=9)  # the product is as old as what was bought
        midnight = self.store_a.company_id._get_end_of_day(day)
        self._receive(product, 10, 10, midnight - timedelta(hours=2))
        self._receive(product, 10, 20, midnight + timedelta(hours=1))
        self.assertEqual(self._get_rows("stock", date_to=day)["Honey"], [10, "Units", 10, 100])
        self.assertEqual(self._get_rows("stock")["Honey"], [20, "Units", 15, 300])
        self.assertNotIn("Honey", self._get_rows("stock", date_to=day - timedelta(days=1)))
