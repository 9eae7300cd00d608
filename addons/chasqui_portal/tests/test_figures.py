import csv
import io
from datetime import date, datetime

from odoo.tests import tagged

from ..tools.chart import draw_bars
from ..tools.suppression import Cell, merge_small
from .common_portal import PortalCommon

MAY = date(2026, 5, 1)


@tagged("post_install", "-at_install")
class TestFigures(PortalCommon):
    """The network in figures: added up once, and nobody in particular is in them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["chasqui.figure"].search([]).unlink()
        cls.cordoba, cls.salta = (cls.env.ref(f"base.state_ar_{code}") for code in ("x", "a"))
        cls.garden.state_id = cls.cordoba
        cls.bakery.state_id = cls.salta
        kilo = cls.env.ref("uom.product_uom_kgm")
        cls.potato = cls._create_site_product(cls.garden, name="Papa", uom_id=kilo.id).product_variant_id
        cls.bread = cls._create_site_product(cls.bakery, name="Pan", weight=0.5).product_variant_id

    @classmethod
    def _sell(cls, product, count, day=datetime(2026, 5, 10, 12), quantity=2.0, prefix="a"):
        """Confirm an order of that many people each."""
        partners = cls.env["res.partner"].create(
            [{"name": f"{prefix} {n}", "email": f"{prefix}{n}@example.com"} for n in range(count)]
        )
        orders = cls.env["sale.order"].create(
            [
                {
                    "partner_id": partner.id,
                    "company_id": product.company_id.id,
                    "order_line": [(0, 0, {"product_id": product.id, "product_uom_qty": quantity})],
                }
                for partner in partners
            ]
        )
        cls.env.flush_all()
        cls.env.cr.execute(
            "UPDATE sale_order SET state = 'sale', date_order = %s WHERE id IN %s", (day, tuple(orders.ids))
        )
        cls.env.invalidate_all()
        return orders

    def _add_up(self, month=MAY):
        self.env["chasqui.figure"]._add_up(month)
        return self.env["chasqui.figure"].search([("month", "=", month)])

    def test_kilos_families_and_orders_are_counted_by_province(self):
        self._sell(self.potato, 6)
        self._sell(self.bread, 5, prefix="b")
        self._sell(self.bread, 5, prefix="B")  # the same people once more
        rows = {row.state_id: row for row in self._add_up() if not row.is_total}
        self.assertEqual((rows[self.cordoba].families, rows[self.cordoba].kilos), (6, 12.0))
        self.assertEqual((rows[self.salta].families, rows[self.salta].orders), (5, 10))
        self.assertEqual(rows[self.salta].kilos, 10.0)

    def test_fewer_than_five_are_not_told_and_not_found_as_a_difference(self):
        self._sell(self.potato, 6)
        self._sell(self.bread, 2, prefix="b")
        total, rest = self._add_up()
        self.assertEqual((total.families, rest.families, len(rest)), (8, 8, 1))
        self.assertFalse(rest.state_id)

    def test_a_month_with_too_few_people_is_not_told_at_all(self):
        self._sell(self.potato, 4)
        self.assertFalse(self._add_up())

    def test_what_was_told_does_not_change(self):
        self._sell(self.potato, 6)
        before = self._add_up().mapped("orders")
        self._sell(self.potato, 1, prefix="z")
        self.assertEqual(self._add_up().mapped("orders"), before)

    def test_months_end_where_the_stores_are(self):
        self._sell(self.potato, 6, day=datetime(2026, 6, 1, 2))  # 23:00 of May in Buenos Aires
        self.assertTrue(self._add_up())

    def test_this_month_is_not_told_yet(self):
        self.patch(self.env.registry["chasqui.store"], "_get_today", lambda self: date(2026, 5, 20))
        self._sell(self.potato, 6)
        self.env["chasqui.figure"]._cron_add_up()
        self.assertFalse(self.env["chasqui.figure"].search([("month", "=", MAY)]))

    def test_the_page_reads_without_scripts_and_the_data_can_be_taken(self):
        self._sell(self.potato, 6)
        self._add_up()
        page = self._visit_platform("/en/figures").text
        self.assertIn("<svg", page)
        self.assertIn("Córdoba", page)
        response = self._visit_platform("/figures.csv")
        [row] = csv.DictReader(io.StringIO(response.text))
        self.assertEqual((row["month"], row["families"], row["kilos"]), ("2026-05", "6", "12.0"))
        self.assertIn("max-age", response.headers["Cache-Control"])
        document = self._visit_platform("/figures.json").json()
        self.assertEqual(document["figures"][0]["orders"], 6)

    def test_without_figures_the_page_says_so(self):
        self.assertIn("nothing to count yet", self._visit_platform("/en/figures").text)
        self.assertEqual(self._visit_platform("/figures.json").json()["figures"], [])

    def test_small_cells_are_merged_whatever_they_are(self):
        for people in ([9, 2], [6, 1, 1], [5, 5, 4], [7, 4, 4], [4], [], [3, 3], [50, 5, 1]):
            with self.subTest(people=people):
                cells = [
                    Cell(place, frozenset(f"{place} {n}" for n in range(count)), count, 1.0, 1)
                    for place, count in enumerate(people)
                ]
                told = merge_small(cells)
                self.assertTrue(all(cell.people >= 5 for cell in told))
                self.assertIn(sum(cell.people for cell in told), (sum(people), 0))

    def test_who_buys_everywhere_is_one_person(self):
        everywhere = frozenset("abc")
        self.assertFalse(merge_small([Cell(place, everywhere, 3, 1.0, 1) for place in range(4)]))

    def test_bars_fit_their_drawing(self):
        bars = draw_bars([("mayo", 0), ("junio", 10)])
        self.assertEqual([bar.height for bar in bars], [0.0, 200.0])
