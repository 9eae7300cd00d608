from datetime import date, timedelta

from odoo.fields import Domain
from odoo.tests import tagged

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestSealShelf(SealsCommon):
    """What filters and numbers read says the same as the grants, on any day."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls._create_seal(name="Made in the valley")
        cls.products = cls.honey + cls.bread + cls.foreign

    def _get_row(self, product):
        """Return the seals of a product's row and how long they are true, as they are written."""
        self.env.cr.execute(
            "SELECT seal_ids, true_until FROM chasqui_seal_shelf WHERE product_tmpl_id = %s", [product.id]
        )
        return self.env.cr.fetchone()

    def _find(self, *seals, match_all):
        chosen = self.env["chasqui.seal"].union(*seals)
        domain = self.env["chasqui.seal"]._get_products_domain(chosen, match_all)
        return self.env["product.template"].search(Domain("id", "in", self.products.ids) & domain)

    def _count(self):
        counts = self.env["product.template"]._count_seals(Domain("id", "in", self.products.ids))
        return {seal.name: number for seal, number in counts.items()}

    def test_any_and_all_and_their_numbers(self):
        self._create_grant(self.honey)
        self._create_grant(self.honey, seal_id=self.other.id)
        self._create_grant(self.bread)
        self.assertEqual(self._find(self.seal, self.other, match_all=True), self.honey)
        self.assertEqual(self._find(self.seal, self.other, match_all=False), self.honey + self.bread)
        self.assertEqual(self._find(match_all=True), self.products)
        self.assertEqual(self._count(), {self.seal.name: 2, self.other.name: 1})

    def test_a_row_is_true_until_the_first_of_its_seals_ends(self):
        self._create_grant(self.honey, date_to=date(2026, 7, 1))
        self._create_grant(self.honey, seal_id=self.other.id, date_to=date(2026, 6, 20))
        self.assertEqual(self._get_row(self.honey), ([self.seal.id, self.other.id], date(2026, 6, 20)))

    def test_from_the_next_day_on_the_dates_decide_though_nothing_ran(self):
        self._create_grant(self.honey, date_to=self.today)
        self._create_grant(self.honey, seal_id=self.other.id)
        self._set_today(self.today + timedelta(days=1))
        self.assertFalse(self._find(self.seal, match_all=False))
        self.assertFalse(self._find(self.seal, self.other, match_all=True))
        self.assertEqual(self._find(self.seal, self.other, match_all=False), self.honey)
        self.assertEqual(self._count(), {self.other.name: 1})

    def test_what_begins_later_begins_on_its_day(self):
        tomorrow = self.today + timedelta(days=1)
        self._create_grant(self.honey, date_from=tomorrow)
        self.assertEqual(self._get_row(self.honey), ([], self.today))
        self.assertFalse(self._find(self.seal, match_all=True))
        self._set_today(tomorrow)
        self.assertEqual(self._find(self.seal, match_all=True), self.honey)

    def test_a_seal_that_two_grants_give_ends_with_the_last_of_them(self):
        self._create_grant(self.honey, date_to=self.today)
        self._create_grant(self.producer)
        self.assertEqual(self._count(), {self.seal.name: 1})
        self._set_today(self.today + timedelta(days=1))
        self.assertEqual(self._find(self.seal, match_all=True), self.honey)
        self.assertEqual(self._count(), {self.seal.name: 1})

    def test_the_night_writes_down_what_changed_by_itself(self):
        self._create_grant(self.honey, date_to=self.today)
        self._create_grant(self.honey, seal_id=self.other.id)
        self._create_grant(self.bread, date_to=self.today)
        self._set_today(self.today + timedelta(days=1))
        self.env["chasqui.seal.shelf"]._fill_outdated()
        self.assertEqual(self._get_row(self.honey), ([self.other.id], date(9999, 12, 31)))
        self.assertIsNone(self._get_row(self.bread))

    def test_what_is_withdrawn_retired_or_merged_leaves_the_shelf_at_once(self):
        grant = self._create_grant(self.honey)
        self.other.write({"merged_into_id": self.seal.id, "active": False})
        self._create_grant(self.bread, seal_id=self.other.id)
        self.assertEqual(self._find(self.seal, match_all=True), self.honey + self.bread)
        grant._withdraw("no longer")
        self.assertEqual(self._find(self.seal, match_all=True), self.bread)
        self.seal.active = False
        self.assertFalse(self._get_row(self.bread))
        self.assertFalse(self._count())

    def test_a_seal_by_distance_is_one_of_all(self):
        near = self._create_seal(name="Kilometre zero", max_km=50)
        self.producer.write({"partner_latitude": -34.92, "partner_longitude": -57.95})
        self._create_grant(self.honey)
        self._create_grant(self.bread)
        self.patch(self.env.registry["website"], "_get_seal_places", lambda self: [(-34.72, -58.25)])
        self.assertEqual(self._find(self.seal, near, match_all=True), self.honey)
        self.assertEqual(self._find(self.seal, near, match_all=False), self.honey + self.bread)
        self.assertEqual(self._count(), {self.seal.name: 2, near.name: 1})

    def test_a_product_that_is_deleted_takes_its_row_along(self):
        product = self._create_site_product(self.store_a)
        self._create_grant(self.store_a)
        self.assertTrue(self._get_row(product))
        product.unlink()
        self.assertIsNone(self._get_row(product))
