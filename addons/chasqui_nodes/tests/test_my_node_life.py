from datetime import timedelta

from odoo import fields
from odoo.http import Request
from odoo.tests import tagged

from .common_node_life import NodeLifeSiteCommon

CALENDAR = "/my/nodes/la-casona/calendar"
BOARD = "/my/nodes/la-casona/board"
TALK = "/my/nodes/la-casona/talk"


@tagged("post_install", "-at_install")
class TestMyNodeLife(NodeLifeSiteCommon):
    """What members and coordinators do on their node's pages."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other = cls._create_node(name="Otro")
        cls.dora = cls._create_member("Dora", node_id=cls.other.id, role="coordinator")
        cls.tomorrow = (fields.Date.today() + timedelta(days=2)).isoformat()

    def _send(self, path, **values):
        return self._open(path, data={"csrf_token": Request.csrf_token(self), **values})

    def _get_gathering(self, name="Unloading"):
        return self.env["chasqui.gathering"].search([("name", "=", name)])

    def _plan_from_site(self, **values):
        form = {"name": "Unloading", "kind": "unloading", "day": self.tomorrow, "time": "18:00"}
        return self._send(f"{CALENDAR}/plan", **{**form, **values})

    def test_whoever_is_not_in_the_node_finds_nothing(self):
        paths = (CALENDAR, BOARD, TALK, "/my/nodes/la-casona/coordinators")
        self._become(self.dora)
        for path in paths:
            self.assertEqual(self._open(path).status_code, 404, path)
        self.assertEqual(self._send(f"{TALK}/say", text="Hello").status_code, 404)
        self._become(None)
        for path in paths:
            self.assertIn("/web/login", self._open(path).url, path)
        self.luis.state = "removed"
        self._become(self.luis)
        self.assertEqual(self._open(CALENDAR).status_code, 404, "A removed person sees nothing more")

    def test_a_coordinator_plans_a_day_and_members_sign_up(self):
        self._become(self.rosa)
        self._plan_from_site(until="20:00", is_public="1")
        day = self._get_gathering()
        self.assertEqual(day._get_local(day.start).strftime("%H:%M"), "18:00")
        self._send(f"{CALENDAR}/need", gathering_id=day.id, kind="open", places="1", time="17:30")
        shift = day.shift_ids
        self.assertEqual((shift._format_time(), shift.places), ("17:30", 1))
        self._become(self.luis)
        self.assertIn("Open the place", self._open(CALENDAR).text)
        self._send(f"{CALENDAR}/take", shift_id=shift.id)
        self.assertEqual(shift.place_ids.member_id, self.luis)
        self._become(self.mara)
        page = self._send(f"{CALENDAR}/take", shift_id=shift.id)
        self.assertIn("There are enough people", page.text)
        self.assertEqual(shift.taken, 1)

    def test_a_shift_is_swapped_on_the_page(self):
        shift = self._need(self._plan())
        place = shift._take(self.luis)
        self._become(self.mara)
        for action in ("leave", "swap", "keep"):
            answer = self._send(f"{CALENDAR}/{action}", place_id=place.id)
            self.assertEqual(answer.status_code, 404, "It is not hers")
        self._become(self.luis)
        self._send(f"{CALENDAR}/swap", place_id=place.id)
        self._become(self.mara)
        self.assertIn("I take over", self._open(CALENDAR).text)
        self._send(f"{CALENDAR}/take_over", place_id=place.id)
        self.assertEqual(place.member_id, self.mara)
        self._send(f"{CALENDAR}/leave", place_id=place.id)
        self.assertFalse(place.exists())

    def test_only_coordinators_plan(self):
        day = self._plan()
        self._become(self.luis)
        for action in ("plan", "change", "cancel", "remove", "need", "places", "no_need"):
            answer = self._send(f"{CALENDAR}/{action}", gathering_id=day.id, name="x")
            self.assertEqual(answer.status_code, 404, action)
        self.assertFalse(day.is_cancelled)

    def test_nobody_reaches_another_nodes_days(self):
        day = self._plan(node_id=self.other.id)
        shift = self._need(day)
        self._become(self.rosa)
        for action in ("change", "cancel", "need", "take"):
            answer = self._send(f"{CALENDAR}/{action}", gathering_id=day.id, shift_id=shift.id)
            self.assertEqual(answer.status_code, 404, action)

    def test_what_cannot_be_planned_is_told_in_a_sentence(self):
        self._become(self.rosa)
        for wrong in (
            {"name": ""},
            {"day": "x"},
            {"day": "2001-01-01"},
            {"time": "25:99"},
            {"until": "17:00"},
            {"day": "9999-12-31", "time": "23:59"},
        ):
            self.assertIn("alert-info", self._plan_from_site(**wrong).text, wrong)
        for path in (f"{CALENDAR}/nonsense", f"{CALENDAR}/take"):
            self.assertEqual(self._send(path, shift_id="x").status_code, 404, path)

    def test_a_day_is_changed_called_off_and_taken_out(self):
        self._become(self.rosa)
        self._plan_from_site()
        day = self._get_gathering()
        self._send(
            f"{CALENDAR}/change",
            gathering_id=day.id,
            name="Moved",
            kind="swap",
            day=self.tomorrow,
            time="19:00",
        )
        self.assertEqual((day.name, day.kind), ("Moved", "swap"))
        self._send(f"{CALENDAR}/remove", gathering_id=day.id)
        self.assertTrue(day.exists(), "It is called off first")
        self._send(f"{CALENDAR}/cancel", gathering_id=day.id)
        self.assertIn("Called off", self._open(CALENDAR).text)
        self._send(f"{CALENDAR}/remove", gathering_id=day.id)
        self.assertFalse(day.exists())

    def test_a_member_makes_the_address_of_their_calendar(self):
        self._become(self.luis)
        self.assertNotIn(".ics", self._open(CALENDAR).text)
        page = self._send(f"{CALENDAR}/link")
        self.assertIn(f"/nodes/calendar/{self.luis.calendar_token}.ics", page.text)

    def test_the_board_shows_text_and_runs_nothing(self):
        self._become(self.luis)
        self._send(
            f"{BOARD}/add", name="Crates", body="<script>alert(1)</script>\nBack please", is_public="1"
        )
        page = self._open(BOARD).text
        self.assertIn("Back please", page)
        self.assertNotIn("<script>alert(1)", page)
        post = self.node.post_ids
        self.assertFalse(post.is_public)
        self._become(self.mara)
        self.assertEqual(self._send(f"{BOARD}/remove", post_id=post.id).status_code, 404)
        self._become(self.rosa)
        self._send(f"{BOARD}/remove", post_id=post.id)
        self.assertFalse(post.exists())

    def test_members_talk_with_all_and_with_the_coordinators(self):
        self._become(self.luis)
        self._send(f"{TALK}/say", text="Hello everybody")
        self._send(f"{TALK}/say", text="In confidence", member_id=self.luis.id)
        self.assertIn("In confidence", self._open("/my/nodes/la-casona/coordinators").text)
        self._become(self.mara)
        page = self._open(TALK).text
        self.assertIn("Hello everybody", page)
        self.assertNotIn("In confidence", page)
        self.assertEqual(self._open(f"{TALK}/{self.luis.id}").status_code, 404)
        self.assertEqual(self._send(f"{TALK}/say", text="x", member_id=self.luis.id).status_code, 404)
        self._become(self.rosa)
        self.assertIn("In confidence", self._open(f"{TALK}/{self.luis.id}").text)
        self.assertIn("Luis", self._open(TALK).text)
