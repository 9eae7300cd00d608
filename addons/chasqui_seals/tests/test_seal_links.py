from datetime import date

from psycopg2.errors import CheckViolation

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestSealLinks(SealsCommon):
    def _get_seals(self, product):
        return product._get_valid_seals().get(product.id, self.env["chasqui.seal"])

    def _search_by(self, *seals):
        domain = [("chasqui_seal_ids", "in", seal.ids) for seal in seals]
        return self.env["product.template"].search([("id", "in", self._products().ids), *domain])

    def _products(self):
        return self.honey + self.bread + self.foreign

    def test_a_product_shows_the_seals_that_it_was_granted(self):
        self._create_grant(self.honey)
        self.assertEqual(self._get_seals(self.honey), self.seal)
        self.assertFalse(self._get_seals(self.bread))
        self.assertEqual(self._search_by(self.seal), self.honey)

    def test_a_claim_that_nobody_granted_shows_nothing(self):
        grant = self._create_grant(self.honey, state="draft", date_from=False)
        for state in ("submitted", "in_review", "asked_back", "refused", "withdrawn", "transition"):
            grant.state = state
            self.assertFalse(self._get_seals(self.honey), state)

    def test_the_last_day_counts_and_the_next_does_not_though_nothing_ran(self):
        self._create_grant(self.honey, date_to=self.today)
        self.assertEqual(self._get_seals(self.honey), self.seal)
        self._set_today(date(2026, 6, 16))
        self.assertFalse(self._get_seals(self.honey))
        self.assertFalse(self._search_by(self.seal))

    def test_a_seal_that_begins_tomorrow_is_not_shown_today(self):
        self._create_grant(self.honey, date_from=date(2026, 6, 16))
        self.assertFalse(self._get_seals(self.honey))

    def test_products_show_the_seals_of_their_producer_and_their_store(self):
        of_producer, of_store = self._create_seal(name="Family"), self._create_seal(name="Cooperative")
        self._create_grant(self.producer, seal_id=of_producer.id)
        self._create_grant(self.store_a, seal_id=of_store.id)
        self.assertEqual(self._get_seals(self.honey), of_producer + of_store)
        self.assertEqual(self._get_seals(self.bread), of_store)
        self.assertFalse(self._get_seals(self.foreign))
        self.assertEqual(self._search_by(of_store), self.honey + self.bread)
        self.assertEqual(self._search_by(of_store, of_producer), self.honey)
        self.assertEqual(self.store_a._get_valid_seal_grants().seal_id, of_store)
        self.assertEqual(self.producer._get_valid_seal_grants().seal_id, of_producer)

    def test_a_seal_of_an_organisation_alone_stays_off_its_products(self):
        self.seal.shows_on_products = False
        self._create_grant(self.store_a)
        self.assertFalse(self._get_seals(self.honey))

    def test_a_product_that_comes_later_or_moves_takes_the_seals_that_reach_it(self):
        self._create_grant(self.producer)
        self.bread.chasqui_producer_id = self.producer
        self.honey.chasqui_producer_id = False
        later = self._create_site_product(self.store_a, chasqui_producer_id=self.producer.id)
        self.assertEqual(self._get_seals(self.bread), self.seal)
        self.assertEqual(self._get_seals(later), self.seal)
        self.assertFalse(self._get_seals(self.honey))

    def test_a_retired_seal_is_shown_nowhere_and_its_grants_stay(self):
        grant = self._create_grant(self.honey)
        self.seal.active = False
        self.assertFalse(self._get_seals(self.honey))
        self.assertEqual(self.seal.retired_on, self.today)
        self.assertEqual(grant.state, "granted")
        self.seal.active = True
        self.assertEqual(self._get_seals(self.honey), self.seal)

    def test_grants_of_a_merged_seal_show_the_one_it_became(self):
        grant = self._create_grant(self.honey)
        other = self._create_seal(name="The one that stays")
        self.seal.write({"merged_into_id": other.id, "active": False})
        self.assertEqual(self._get_seals(self.honey), other)
        self.assertEqual(self._search_by(other), self.honey)
        self.assertEqual(grant._get_shown_seal(), other)

    def test_products_are_found_by_the_name_of_a_seal_and_by_having_none(self):
        self._create_grant(self.honey)
        mine = [("id", "in", self._products().ids)]
        products = self.env["product.template"]
        self.assertEqual(products.search([*mine, ("chasqui_seal_ids", "ilike", "of the valley")]), self.honey)
        self.assertEqual(
            products.search([*mine, ("chasqui_seal_ids", "=", False)]), self.bread + self.foreign
        )
        self.assertEqual(products.search([*mine, ("chasqui_seal_ids", "!=", False)]), self.honey)

    def test_a_page_of_products_costs_the_same_queries_as_one_product(self):
        for product in self._products():
            self._create_grant(product)
        self.env["chasqui.seal"]._get_by_distance()
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(4):
            self.assertEqual(len(self._products()._get_valid_seals()), 3)

    def test_a_seal_by_distance_is_for_who_collects_near_the_producer(self):
        near = self._create_seal(name="Kilometre zero", max_km=50)
        self.producer.write({"partner_latitude": -34.92, "partner_longitude": -57.95})
        quilmes, cordoba = (-34.72, -58.25), (-31.42, -64.18)
        for places, shown in (([quilmes], near), ([cordoba], None), ([cordoba, quilmes], near), ([], None)):
            with self.subTest(places=places):
                self.patch(self.env.registry["website"], "_get_seal_places", lambda self, p=places: p)
                self.assertEqual(self._get_seals(self.honey), shown or self.env["chasqui.seal"])
                self.assertEqual(self._search_by(near), self.honey if shown else self.env["product.template"])
                self.assertFalse(self._get_seals(self.bread))

    def test_a_claim_is_for_exactly_one(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(CheckViolation):
            self._create_grant(self.honey, producer_id=self.producer.id)
