import json

from psycopg2.errors import CheckViolation

from odoo.exceptions import UserError, ValidationError
from odoo.fields import Command
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common_shop import ShopCommon


@tagged("post_install", "-at_install")
class TestPickup(ShopCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.centre = cls._create_point(
            instructions="Ring the second bell.",
            opening_ids=[Command.create({"weekday": "2", "hour_from": 16, "hour_to": 19.5})],
        )
        cls.cart = cls._create_cart((cls.jam, 1))

    def test_the_only_point_is_chosen_by_itself(self):
        self.cart._set_delivery_method(self.pickup)
        self.assertEqual(self.cart.chasqui_pickup_point_id, self.centre)
        self.assertEqual(self.cart.pickup_location_data["street"], "Calle 2 200")

    def test_with_two_points_the_shopper_must_choose(self):
        self._create_point(name="Market")
        self.cart._set_delivery_method(self.pickup)
        self.assertFalse(self.cart.chasqui_pickup_point_id)
        with self.assertRaises(ValidationError):
            self.cart._check_cart_is_ready_to_be_paid()

    def test_the_points_are_offered_as_pickup_locations(self):
        self._create_point(name="Market", sequence=1)
        self.cart._set_delivery_method(self.pickup)
        locations = self.cart._get_pickup_locations()["pickup_locations"]
        self.assertEqual([place["name"] for place in locations], ["Market", "Community centre"])
        self.assertEqual(locations[1]["opening_hours"]["2"], ["16:00 - 19:30"])
        self.assertFalse(locations[0]["opening_hours"])

    def test_only_the_id_of_what_the_browser_sends_counts(self):
        market = self._create_point(name="Market")
        self.cart._set_delivery_method(self.pickup)
        self.cart._set_pickup_location(
            json.dumps({"id": market.id, "name": "Forged", "street": "Forged", "city": "Forged"})
        )
        self.assertEqual(self.cart.chasqui_pickup_point_id, market)
        self.assertEqual(self.cart.pickup_location_data["name"], "Market")

    def test_points_of_others_or_archived_or_nonsense_are_refused(self):
        other = self._create_point(store_id=self._create_other_store().id)
        archived = self._create_point(active=False)
        self.cart._set_delivery_method(self.pickup)
        for place in ({"id": other.id}, {"id": archived.id}, {"id": "x"}, [1], "x", {"name": "y"}):
            with self.subTest(place=place), self.assertRaises(UserError):
                self.cart._set_pickup_location(json.dumps(place))
        with self.assertRaises(UserError):
            self.cart._set_pickup_location("not json")
        self.assertEqual(self.cart.chasqui_pickup_point_id, self.centre)

    def test_a_point_withdrawn_meanwhile_is_told_before_paying(self):
        self.cart._set_delivery_method(self.pickup)
        self.centre.active = False
        self._create_point(name="Market")
        with self.assertRaises(ValidationError):
            self.cart._check_cart_is_ready_to_be_paid()

    def test_pickup_is_not_offered_by_a_store_without_points(self):
        self.assertIn(self.pickup, self.cart._get_delivery_methods())
        self.centre.active = False
        self.assertNotIn(self.pickup, self.cart._get_delivery_methods())

    def test_another_delivery_method_forgets_the_point(self):
        home = self._create_carrier(name="Home", delivery_type="fixed")
        self.cart._set_delivery_method(self.pickup)
        self.cart._set_delivery_method(home)
        self.assertFalse(self.cart.chasqui_pickup_point_id)
        self.assertFalse(self.cart.pickup_location_data)

    def test_the_picking_says_where_it_will_be_collected(self):
        self._set_stock(self.jam, 5)
        self.cart._set_delivery_method(self.pickup)
        self.cart.action_confirm()
        picking = self.cart.picking_ids
        self.assertEqual(picking.chasqui_pickup_point_id, self.centre)
        self.assertEqual(picking.partner_id.street, "Calle 2 200")
        self.assertEqual(picking.location_id, self.warehouse.lot_stock_id)

    def test_the_mail_says_where_and_when_to_collect(self):
        self.cart._set_delivery_method(self.pickup)
        context = self.cart._notify_by_email_prepare_rendering_context(
            self.env["mail.message"].new({"model": "sale.order", "res_id": self.cart.id})
        )
        text = " ".join(context["subtitles"])
        self.assertIn("Community centre, Calle 2 200, Bernal", text)
        self.assertIn("16:00 to 19:30", text)
        self.assertIn("Ring the second bell.", text)

    def test_hours_that_end_before_they_begin_are_refused(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(CheckViolation):
            self.centre.opening_ids = [Command.create({"hour_from": 18, "hour_to": 10})]
            self.env.flush_all()

    def test_staff_of_another_store_see_no_point_of_this_one(self):
        other_store = self._create_other_store()
        user = self.env["res.users"].create(
            {
                "name": "Other manager",
                "login": "other-manager@example.com",
                "company_id": other_store.company_id.id,
                "company_ids": [Command.set(other_store.company_id.ids)],
                "group_ids": [Command.set(self.env.ref("chasqui_store.group_manager").ids)],
            }
        )
        points = self.env["chasqui.pickup.point"].with_user(user)
        points = points.with_context(allowed_company_ids=other_store.company_id.ids)
        self.assertNotIn(self.centre, points.search([]))

    def test_positions_follow_the_points_although_they_are_remembered(self):
        store = self.centre.store_id
        self.assertEqual(store._get_pickup_positions(), [])
        self.centre.write({"latitude": -34.7, "longitude": -58.2})
        self.assertEqual(store._get_pickup_positions(), [(-34.7, -58.2)])
        market = self._create_point(name="Market", latitude=-34.9, longitude=-57.9)
        self.assertEqual(len(store._get_pickup_positions()), 2)
        market.active = False
        self.assertEqual(store._get_pickup_positions(), [(-34.7, -58.2)])
        self.centre.unlink()
        self.assertEqual(store._get_pickup_positions(), [])
