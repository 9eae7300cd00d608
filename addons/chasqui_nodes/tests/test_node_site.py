import vobject

from odoo.http import Request, root
from odoo.tests import tagged
from odoo.tools import mute_logger

from ..controllers.node_finder import ASKING_KEY
from .common_node_life import NodeLifeSiteCommon

NOBODY = None


@tagged("post_install", "-at_install")
class TestNodeSite(NodeLifeSiteCommon):
    """Nodes as strangers and people who want to join see them."""

    def setUp(self):
        super().setUp()
        self._become(NOBODY)

    def _send(self, path, **values):
        return self._open(path, data={"csrf_token": Request.csrf_token(self), **values})

    def test_nodes_are_found_from_a_place_without_scripts_or_map_tiles(self):
        self._create_node(name="Lejos", city="Rafaela", position=(-31.25, -61.49))
        page = self._open("/nodes?q=Mitre 1200, Bernal").text
        self.assertIn("The nearest to Bernal", page)
        self.assertLess(page.index("La Casona"), page.index("Lejos"))
        self.assertIn("less than 2 km away", page)
        self.assertNotIn('<script src="http', page)
        near = self._open("/nodes?lat=-31.25&lng=-61.49").text
        self.assertLess(near.index("Lejos"), near.index("La Casona"))

    def test_strangers_are_told_neither_door_nor_people(self):
        page = self._open("/nodes/la-casona")
        self.assertEqual(page.status_code, 200)
        self.assertIn("Villa Cramer", page.text)
        for secret in ("Calle 8", "-34.7112", "Rosa", "11 5555", self.rosa.email):
            self.assertNotIn(secret, page.text)

    def test_what_is_not_public_is_not_found(self):
        self._create_node(name="Closed", join_policy="closed")
        self._create_node(name="Ending", state="winding_down")
        self._create_node(name="Ended", state="closed")
        for slug in ("closed", "ending", "ended", "unknown", "A b", "-1"):
            for path in (f"/nodes/{slug}", f"/nodes/{slug}/calendar.ics"):
                self.assertEqual(self._open(path).status_code, 404, path)
            self.assertEqual(self._send(f"/nodes/{slug}/join", name="x").status_code, 404, slug)

    def test_nonsense_is_answered(self):
        for query in (
            "q=%FF%C3",
            "q=" + "x" * 5000,
            "lat=nan&lng=inf",
            "lat=a&lng=1",
            "page=-5",
            "page=9999999999",
        ):
            self.assertEqual(self._open(f"/nodes?{query}").status_code, 200, query)

    def test_where_there_is_none_near_one_is_told_or_starts_one(self):
        page = self._open("/nodes?q=Ushuaia").text
        self.assertIn("There is no node near Ushuaia", page)
        self.assertIn('action="/nodes/tell-me"', page)
        self.assertIn('href="/nodes/start"', page)
        self.assertIn("We found nothing called", self._open("/nodes?q=qqqqqq").text)

    def test_a_store_leads_to_the_platform(self):
        for path in ("/nodes?q=Bernal", "/nodes/la-casona", "/nodes/start"):
            answer = self._visit(self.garden, path, allow_redirects=False)
            self.assertEqual(answer.headers["Location"], self.platform.domain + path)
        self.assertEqual(self._visit(self.garden, "/nodes/la-casona/calendar.ics").status_code, 404)

    def test_whoever_has_no_account_makes_one_on_the_way_and_finds_what_they_wrote(self):
        form = {"name": "Eva R.", "phone": "11 4444 0000", "note": "I live near"}
        self.assertIn("alert-danger", self._send("/nodes/la-casona/join", **{**form, "phone": ""}).text)
        back = "redirect=/nodes/la-casona%23join"
        self.assertIn(f"/web/login?{back}", self._send("/nodes/la-casona/join", **form, has_account="1").url)
        self.assertIn(f"/web/signup?{back}", self._send("/nodes/la-casona/join", **form).url)
        wrote = root.session_store.get(self.session.sid)[ASKING_KEY]
        eva = self._create_shopper("Eva")
        self.authenticate(eva.login, eva.login, session_extra={ASKING_KEY: wrote})
        self.opener.cookies["session_id"] = self.session.sid
        page = self._open("/nodes/la-casona").text
        for kept in ("look at it once more", "Eva R.", "11 4444 0000", "I live near"):
            self.assertIn(kept, page)

    def test_who_asks_to_join_waits_for_the_answer_and_may_take_it_back(self):
        eva = self._create_shopper("Eva").partner_id
        self.authenticate("eva-node@example.com", "eva-node@example.com")
        self.opener.cookies["session_id"] = self.session.sid
        self.assertIn("alert-danger", self._send("/nodes/la-casona/join", name="Eva", phone="no").text)
        self._send("/nodes/la-casona/join", name="Eva R.", phone="11 4444 0000", note="I live near")
        member = self.node._get_member_of(eva)
        self.assertEqual((member.state, member.name, member.note), ("asked", "Eva R.", "I live near"))
        self.assertIn("You have asked to join", self._open("/nodes/la-casona").text)
        self._send("/nodes/la-casona/take-back")
        self.assertEqual(member.state, "left")

    def test_where_there_is_no_room_one_waits_for_it(self):
        self.node.capacity = 3
        eva = self._create_shopper("Eva").partner_id
        self.authenticate("eva-node@example.com", "eva-node@example.com")
        self.opener.cookies["session_id"] = self.session.sid
        self.assertIn("Join the waiting list", self._open("/nodes/la-casona").text)
        self._send("/nodes/la-casona/join", name="Eva", phone="11 4444 0000")
        self.assertEqual(self.node._get_member_of(eva).state, "waiting")
        self.assertIn("You are on the waiting list", self._open("/nodes/la-casona").text)

    def test_whoever_wants_to_be_told_confirms_it_from_the_mail(self):
        self.assertIn("alert-danger", self._send("/nodes/tell-me", email="eva", q="Bernal").text)
        self.assertIn("alert-danger", self._send("/nodes/tell-me", email="eva@example.com", q="?").text)
        page = self._send("/nodes/tell-me", email="Eva@Example.com", q="Bernal")
        self.assertIn("Look at your mail", page.text)
        wish = self.env["chasqui.node.wish"].search([])
        self.assertEqual((wish.email, wish.is_confirmed), ("eva@example.com", False))
        path = f"/nodes/told/{wish.token}"
        self.assertIn(path, self.env["mail.mail"].search([]).body_html)
        self._open(path)
        self.assertFalse(wish.is_confirmed, "Programs that look at mails open links too")
        self._send(f"{path}/confirm")
        self.assertTrue(wish.is_confirmed)
        self._open(f"{path}/stop", data={"List-Unsubscribe": "One-Click"})
        self.assertFalse(wish.exists())
        self.assertEqual(self._open(path).status_code, 404)

    def test_who_guesses_the_links_of_mails_is_stopped(self):
        wish = self.env["chasqui.node.wish"]._ask("eva@example.com", "Bernal", -34.7, -58.3)
        for kind in ("wish token", "calendar"):
            for _number in range(31):
                self.env["chasqui.attempt"]._add(f"node {kind} 127.0.0.1")
        self.assertEqual(self._open(f"/nodes/told/{wish.token}").status_code, 404)
        self.luis._renew_calendar_token()
        self.assertEqual(self._open(f"/nodes/calendar/{self.luis.calendar_token}.ics").status_code, 404)

    @mute_logger("odoo.http")
    def test_forms_without_their_key_do_nothing(self):
        for path in ("/nodes/tell-me", "/nodes/la-casona/join", "/nodes/start/withdraw"):
            self.assertEqual(self._open(path, data={"x": "1"}).status_code, 400, path)

    def test_calendars_show_to_each_what_is_theirs(self):
        self._plan(name="Swap", is_public=True)
        self._plan(name="Assembly")
        self.luis._renew_calendar_token()
        for path, names in (
            ("/nodes/la-casona/calendar.ics", ["Swap (La Casona)"]),
            ("/gatherings.ics", ["Swap (La Casona)"]),
            (
                f"/nodes/calendar/{self.luis.calendar_token}.ics",
                ["Assembly (La Casona)", "Swap (La Casona)"],
            ),
        ):
            answer = self._open(path)
            self.assertIn("text/calendar", answer.headers["Content-Type"])
            events = vobject.readOne(answer.text).vevent_list
            self.assertEqual(sorted(event.summary.value for event in events), names)
            self.assertEqual("Calle 8" in answer.text, "/calendar/" in path, path)
        self.assertEqual(self._open("/nodes/calendar/guessed.ics").status_code, 404)

    def test_the_public_page_shows_what_is_for_everybody(self):
        self._plan(name="Swap of seeds", is_public=True)
        self._plan(name="Secret assembly")
        self.env["chasqui.node.post"]._pin_up(self.rosa, "Open day", "Come and see", is_public=True)
        self.env["chasqui.node.post"]._pin_up(self.luis, "Keys", "Under the pot")
        page = self._open("/nodes/la-casona").text
        for shown in ("Swap of seeds", "Open day"):
            self.assertIn(shown, page)
        for hidden in ("Secret assembly", "Under the pot"):
            self.assertNotIn(hidden, page)

    def test_a_node_is_asked_for_and_the_request_withdrawn(self):
        self.assertIn("/web/login?redirect=/nodes/start", self._open("/nodes/start").text)
        eva = self._create_shopper("Eva").partner_id
        self.authenticate("eva-node@example.com", "eva-node@example.com")
        self.opener.cookies["session_id"] = self.session.sid
        buenos_aires = self.env.ref("base.state_ar_b")
        form = {
            "node_name": "Los Pinos",
            "city": "Bernal",
            "state_id": buenos_aires.id,
            "host_kind": "club",
            "rhythm_unit": "nonsense",
            "capacity": "x",
            "people": "7",
            "phone": "11 4444 0000",
            "store_ids": "999999",
        }
        self.assertIn("alert-danger", self._send("/nodes/start", **{**form, "node_name": " "}).text)
        page = self._send("/nodes/start", **form)
        asked = self.env["chasqui.node.request"]._get_pending(eva)
        self.assertEqual((asked.name, asked.host_kind, asked.people), ("Los Pinos", "club", 7))
        self.assertEqual((asked.rhythm_unit, asked.capacity), ("weeks", 0))
        self.assertTrue(asked.latitude)
        self.assertIn("Withdraw the request", page.text)
        self.assertIn("alert-danger", self._send("/nodes/start", **form).text)
        self._send("/nodes/start/withdraw")
        self.assertEqual(asked.state, "withdrawn")
