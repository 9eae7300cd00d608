from psycopg2.errors import UniqueViolation

from odoo import fields
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common_node import NodeCommon


@tagged("post_install", "-at_install")
class TestNode(NodeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_store = cls._create_other_store()
        cls.manager = cls._create_staff(cls.store, "node-manager")
        cls.stranger = cls._create_staff(cls.other_store, "node-stranger")

    def _as(self, user, records):
        return records.with_user(user).with_context(allowed_company_ids=user.company_id.ids)

    def test_an_address_is_made_of_the_name_and_told_apart_by_the_town(self):
        self.assertEqual(self.node.slug, "la-casona")
        other = self._create_node(city="Quilmes")
        self.assertEqual(other.slug, "la-casona-quilmes")
        self.assertEqual(self.env["chasqui.node"]._find_by_slug("la-casona"), self.node)
        for wrong in ("", "La Casona", None, "../x", "nothing"):
            self.assertFalse(self.env["chasqui.node"]._find_by_slug(wrong))
        self.node.name = "El Galpón"
        self.assertEqual(self.node.slug, "la-casona", "Links that were passed on go on working")
        with self.assertRaises(ValidationError):
            self.node.slug = "La Casona"

    def test_two_nodes_of_a_town_do_not_have_the_same_name(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self._create_node(name="la casona ")
        self.node.state = "closed"
        self.env.flush_all()
        self._create_node(name="la casona ")

    def test_strangers_are_told_of_a_kilometre(self):
        self.assertEqual((self.node.rough_latitude, self.node.rough_longitude), (-34.71, -58.28))
        self.assertNotIn("Calle 8", self.node._get_rough_place())
        self.assertIn("Calle 8 123", self.node._get_exact_place())

    def test_the_rhythm_says_when_the_next_delivery_is(self):
        today = self.node._get_today()
        self.node.next_date = fields.Date.subtract(today, days=3)
        self.assertEqual(self.node._get_next_date(), fields.Date.add(today, days=11))
        self.node.next_date = fields.Date.add(today, days=4)
        self.assertEqual(self.node._get_next_date(), self.node.next_date)
        self.assertEqual(self.node._get_rhythm_text(), "every 2 weeks")
        self.node.write({"rhythm_number": 1, "rhythm_unit": "months"})
        self.assertEqual(self.node._get_rhythm_text(), "every month")

    def test_a_node_with_members_and_members_are_not_deleted(self):
        with self.assertRaises(UserError):
            self.node.unlink()
        with self.assertRaises(UserError):
            self.luis.unlink()

    def test_a_person_is_in_a_node_once(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self.luis.copy()

    def test_staff_see_the_nodes_that_their_store_accepted(self):
        self.assertEqual(self._as(self.manager, self.node).name, "La Casona")
        for records in (self.node, self.link):
            theirs = self._as(self.stranger, records)
            self.assertFalse(theirs.search([("id", "in", records.ids)]))
            self.assertFalse(theirs.has_access("read"))

    def test_staff_see_the_nodes_that_ask_their_store_and_no_more_when_it_is_over(self):
        link = self._create_link(store_id=self.other_store.id, state="asked")
        theirs = self._as(self.stranger, self.node)
        self.assertTrue(theirs.has_access("read"))
        for state in ("refused", "ended"):
            link.state = state
            self.env.flush_all()
            self.assertFalse(theirs.has_access("read"), state)

    def test_staff_of_stores_never_see_who_is_in_a_node(self):
        for user in (self.manager, self.stranger):
            self.assertFalse(self._as(user, self.luis).has_access("read"))
            self.assertFalse(self._as(user, self.node).has_access("write"))
            with self.assertRaises(AccessError):
                self._as(user, self.node).member_ids.mapped("phone")

    def test_shoppers_reach_nodes_through_the_site_alone(self):
        user = self.luis.partner_id.user_ids
        for records in (self.node, self.luis, self.link):
            self.assertFalse(records.with_user(user).has_access("read"))
