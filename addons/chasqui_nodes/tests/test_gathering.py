from datetime import timedelta

import vobject
from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common_node_life import NodeLifeCommon


@tagged("post_install", "-at_install")
class TestGathering(NodeLifeCommon):
    def _get_public_names(self, **kwargs):
        return [each["name"] for each in self.env["chasqui.gathering"]._get_public_gatherings(**kwargs)]

    def test_the_portal_lists_what_is_public_and_to_come(self):
        self._plan(name="Swap", is_public=True)
        self._plan(name="Secret")
        self._plan(name="Over", is_public=True, days=-3)
        self._plan(name="Network fair", node_id=False, is_public=True, days=1)
        self.assertEqual(self._get_public_names(), ["Network fair", "Swap"])
        until = fields.Datetime.now() + timedelta(days=2)
        self.assertEqual(self._get_public_names(until=until), ["Network fair"])

    def test_what_lasts_is_listed_until_it_ends(self):
        now = fields.Datetime.now()
        self._plan(name="Week", is_public=True, days=-1, stop=now + timedelta(days=1))
        self.assertEqual(self._get_public_names(), ["Week"])

    def test_nodes_by_invitation_or_ending_are_in_no_public_calendar(self):
        self._plan(name="Swap", is_public=True)
        self.node.join_policy = "closed"
        self.assertEqual(self._get_public_names(), [])
        self.node.write({"join_policy": "open", "state": "winding_down"})
        self.assertEqual(self._get_public_names(), [])

    def test_strangers_are_not_told_the_door(self):
        [swap] = self._plan(is_public=True) and self.env["chasqui.gathering"]._get_public_gatherings()
        self.assertNotIn("Calle 8", swap["place"])
        gathering = self._plan()
        self.assertIn("Calle 8", gathering._get_place_text(is_member=True))

    def test_one_of_the_platform_is_public(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self._plan(node_id=False, is_public=False)

    def test_it_does_not_end_before_it_begins(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self._plan(stop=fields.Datetime.now())

    def test_a_calendar_does_not_grow_without_end(self):
        vals = {"name": "Again", "node_id": self.node.id, "start": fields.Datetime.now() + timedelta(days=1)}
        with self.assertRaises(ValidationError):
            self.env["chasqui.gathering"].create([vals] * 101)

    def test_what_was_called_off_stays_in_the_calendar_crossed_out(self):
        gathering = self._plan(is_public=True)
        gathering._cancel()
        [entry] = self.node._prepare_public_calendar()
        self.assertTrue(entry["is_cancelled"])
        with self.assertRaises(UserError):
            gathering._check_coming()

    def test_incubator_staff_keep_the_platforms_from_the_back_office(self):
        staff = self._create_shopper("Julia")
        staff.group_ids = self.env.ref("chasqui_store.group_incubator") | self.env.ref("base.group_user")
        gathering = (
            self.env["chasqui.gathering"]
            .with_user(staff)
            .create({"name": "Fair", "start": fields.Datetime.now() + timedelta(days=5)})
        )
        self.assertTrue(gathering.is_public)
        gathering.action_cancel()
        self.assertTrue(gathering.is_cancelled)

    def test_staff_of_stores_see_neither_days_nor_notes_nor_talks_nor_wishes(self):
        staff = self._create_shopper("Store")
        staff.group_ids = self.env.ref("chasqui_store.group_manager")
        for name in ("gathering", "node.shift", "node.shift.place", "node.post", "node.talk", "node.wish"):
            self.assertFalse(self.env[f"chasqui.{name}"].with_user(staff).has_access("read"), name)


@tagged("post_install", "-at_install")
class TestMemberCalendar(NodeLifeCommon):
    def test_a_member_has_the_days_of_the_node_and_their_own_shifts(self):
        gathering = self._plan(name="Fair; with, commas\nand lines")
        self._need(gathering)._take(self.luis)
        mine = [entry["name"] for entry in self.luis._prepare_calendar()]
        others = [entry["name"] for entry in self.mara._prepare_calendar()]
        self.assertEqual(len(mine), 2)
        self.assertEqual(len(others), 1)

    def test_the_link_is_nobody_elses_and_can_be_renewed(self):
        find = self.env["chasqui.node.member"]._find_by_calendar_token
        self.luis._get_calendar_url()
        token = self.luis.calendar_token
        self.assertGreater(len(token), 40)
        self.assertEqual(find(token), self.luis)
        self.luis._renew_calendar_token()
        self.assertFalse(find(token))
        self.assertFalse(find(""))
        self.luis.state = "removed"
        self.assertFalse(find(self.luis.calendar_token), "Who was removed sees nothing more")

    def test_what_is_written_is_a_calendar_whatever_people_type(self):
        from ..tools.ical import write_calendar

        self._plan(name="Fair\r\nEND:VCALENDAR", note="one\ntwo, three; four", is_public=True)
        text = write_calendar(self.node.name, self.node._prepare_public_calendar())
        [event] = vobject.readOne(text).vevent_list
        self.assertEqual(event.description.value, "one\ntwo, three; four")
