import io

from odoo import fields
from odoo.http import Request
from odoo.tests import HttpCase, tagged

from .common_node import NodeCommon
from .isolation_values import PICTURE


@tagged("post_install", "-at_install")
class TestNodePages(NodeCommon, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env["website"]._ensure_chasqui_platform()
        cls.way_of_nodes.is_on = True
        cls.page = f"/my/nodes/{cls.node.slug}"
        cls.hugo = cls._create_member("Hugo", visibility="hidden")
        cls.node.address_note = "Ring twice"

    def _sign_in(self, member):
        login = member.partner_id.user_ids.login
        self.authenticate(login, login)

    def _send(self, action, /, **values):
        data = {"csrf_token": Request.csrf_token(self), **values}
        return self.url_open(f"{self.page}/{action}", data=data, allow_redirects=False)

    def test_a_member_sees_the_node_and_the_others_as_they_chose(self):
        purchase = self.link._open_purchase(self.rosa)
        self._sign_in(self.luis)
        self.assertIn("La Casona", self.url_open("/my/nodes").text)
        page = self.url_open(self.page)
        self.assertEqual(page.status_code, 200)
        for text in ("Ring twice", "Calle 8 123", "Rosa", purchase._format_deadline()):
            self.assertIn(text, page.text)
        self.assertNotIn("Hugo", page.text)
        self.assertNotIn("/coordinate", page.text)

    def test_strangers_and_who_left_find_nothing(self):
        marta = self._create_member("Marta", state="removed")
        for user in (marta, self._create_member("Otto", state="left")):
            self._sign_in(user)
            self.assertNotIn("La Casona", self.url_open("/my/nodes").text)
            for part in ("", "/coordinate", "/settings"):
                self.assertEqual(self.url_open(self.page + part).status_code, 404, part)
            self.assertEqual(self._send("leave").status_code, 404)

    def test_who_asks_sees_that_they_wait_and_takes_it_back(self):
        marta = self._create_member("Marta", state="asked", joined_on=False)
        self._sign_in(marta)
        page = self.url_open(self.page)
        self.assertNotIn("Ring twice", page.text)
        self.assertNotIn("Rosa", page.text)
        self.assertEqual(self._send("profile", visibility="name").status_code, 404)
        self._send("leave")
        self.assertEqual(marta.state, "left")

    def test_members_do_nothing_that_is_the_coordinators(self):
        self._sign_in(self.luis)
        for part in ("/coordinate", "/settings"):
            self.assertEqual(self.url_open(self.page + part).status_code, 404)
        for action in ("remove", "open", "save", "wind_down", "nudge", "cash", "offer", "nonsense", "say"):
            self.assertEqual(self._send(action, person_id=self.rosa.id).status_code, 404, action)
        self.hugo.role = "treasurer"
        self._sign_in(self.hugo)
        self.assertEqual(self.url_open(f"{self.page}/coordinate").status_code, 200)
        self.assertEqual(self._send("remove", person_id=self.rosa.id).status_code, 404)

    def test_whatever_is_sent_no_page_breaks(self):
        self._sign_in(self.rosa)
        for action in ("open", "key", "offer", "role", "join", "take_over", "ask_store", "photo", "profile"):
            for values in (
                {},
                {"member_sudo": "x", "nonsense": "x"},
                {"link_id": "9" * 40, "day": "0001-01-01"},
            ):
                self.assertEqual(self._send(action, **values).status_code, 303, (action, values))

    def test_who_was_taken_out_sees_nothing_more_of_what_was_bought(self):
        purchase = self.link._open_purchase(self.rosa)
        for member in (self.rosa, self.luis):
            participant = purchase._join_member(member)
            self._fill(participant, (self.jam, 1))
            participant._set_ready()
        purchase._close()
        for step in ("accepted", "prepared", "delivered"):
            purchase._step_to(step)
        participant = purchase._get_member_participants()[self.luis]
        self.assertTrue(participant._may_look() and participant._can_be_opened())
        self.luis._remove()
        self.assertFalse(participant._may_look())

    def test_what_was_bought_long_ago_is_told_without_a_link_that_opens_nothing(self):
        purchase = self.link._open_purchase(self.rosa)
        participant = purchase._join_member(self.luis)
        self._fill(participant, (self.jam, 1))
        for person in (participant, purchase.coordinator_id):
            self._fill(person, (self.jam, 1))
            person._set_ready()
        purchase._close()
        for step in ("accepted", "prepared", "delivered"):
            purchase._step_to(step)
        self._sign_in(self.luis)
        self.assertIn(participant._get_token_url(), self.url_open(self.page).text)
        purchase.deadline = fields.Datetime.subtract(fields.Datetime.now(), days=91)
        page = self.url_open(self.page).text
        self.assertNotIn(participant._get_token_url(), page)
        self.assertIn(purchase.name, page)

    def test_one_press_leads_into_the_basket_at_the_store(self):
        purchase = self.link._open_purchase(self.rosa)
        self._sign_in(self.luis)
        answer = self._send("join", purchase_id=purchase.id)
        participant = purchase._get_member_participants()[self.luis]
        self.assertEqual(answer.headers["Location"], participant._get_token_url())
        self.assertEqual(
            self._send("join", purchase_id="x").headers["Location"][-len(self.page) :], self.page
        )

    def test_a_coordinator_runs_the_node_from_the_phone(self):
        nora = self._create_member("Nora", state="asked", joined_on=False)
        self._sign_in(self.rosa)
        page = self.url_open(f"{self.page}/coordinate")
        self.assertEqual(page.status_code, 200)
        self.assertIn("Nora", page.text)
        self.assertIn("Hugo", page.text)
        self._send("accept", person_id=nora.id)
        self.assertEqual(nora.state, "accepted")
        self._send("open", link_id=self.link.id, day=str(fields.Date.add(self.node._get_today(), days=9)))
        purchase = self.node.collective_ids
        self.assertEqual(purchase.state, "choosing")
        self._send("nudge", person_id=nora.id, purchase_id=purchase.id)
        self.assertTrue(nora.nudged_at)
        self._fill(purchase.coordinator_id, (self.jam, 1))
        purchase.coordinator_id._set_ready()
        purchase._close()
        self._send("cash", participant_id=purchase.coordinator_id.id, purchase_id=purchase.id)
        self.assertTrue(purchase.coordinator_id.cash_received)
        purchase._step_to("accepted")
        purchase._step_to("prepared")
        self._send("received", purchase_id=purchase.id)
        self.assertEqual(purchase.state, "delivered")
        page = self.url_open(f"{self.page}/coordinate")
        self.assertIn(purchase.name, page.text)

    def test_a_coordinator_reaches_nobody_of_another_node(self):
        other = self._create_member("Otto", node_id=self._create_node(name="El Galpón").id)
        self._sign_in(self.rosa)
        self._send("remove", person_id=other.id)
        self._send("role", person_id=other.id, role="coordinator")
        self.assertEqual((other.state, other.role), ("accepted", "member"))

    def test_what_the_node_says_of_itself_is_changed_on_the_site(self):
        self._sign_in(self.rosa)
        self.assertEqual(self.url_open(f"{self.page}/settings").status_code, 200)
        form = {
            "city": "Quilmes",
            "rhythm_number": "3",
            "rhythm_unit": "weeks",
            "host_kind": "nonsense",
            "story": "<script>alert(1)</script> Six families",
            "capacity": "12",
        }
        self._send("save", **form)
        self.assertEqual((self.node.city, self.node.rhythm_number, self.node.capacity), ("Quilmes", 3, 12))
        self.assertNotIn("<script", self.node.story)
        self.assertIn("Six families", self.node._get_story_text())
        for wrong in (
            {"capacity": "many"},
            {"city": ""},
            {"rhythm_number": ""},
            {"next_date": "never"},
            {"next_date": "9999-12-31"},
            {"rhythm_number": "999999"},
        ):
            self._send("save", **{**form, **wrong})
            self.assertIn("alert-info", self.url_open(f"{self.page}/settings").text, wrong)
        self.assertEqual(self.node.capacity, 12)

    def test_a_neighbour_without_an_account_has_a_basket_too(self):
        purchase = self.link._open_purchase(self.rosa)
        pocha = self.node._add_neighbour(name="Pocha", phone="11 4444 0000")
        self._sign_in(self.rosa)
        self.assertIn(f"{self.page}/basket", self.url_open(f"{self.page}/coordinate").text)
        answer = self._send("basket", person_id=pocha.id, purchase_id=purchase.id)
        participant = purchase._get_member_participants()[pocha]
        self.assertEqual(answer.headers["Location"], participant._get_token_url())
        self._send("basket", person_id=self.luis.id, purchase_id=purchase.id)
        self.assertNotIn(self.luis, purchase._get_member_participants())

    def test_photos_of_a_node_by_invitation_are_for_its_people(self):
        photo = self.env["chasqui.node.photo"].create(
            {"node_id": self.node.id, "name": "Door", "image": PICTURE}
        )
        path = f"/chasqui/picture/chasqui.node.photo/{photo.id}/image"
        self.authenticate(None, None)
        self.assertEqual(self.url_open(path).status_code, 200)
        self.node.join_policy = "closed"
        self.assertEqual(self.url_open(path).status_code, 404)
        self._sign_in(self.luis)
        self.assertEqual(self.url_open(path).status_code, 200)

    def test_only_pictures_become_photos(self):
        self._sign_in(self.rosa)
        svg = io.BytesIO(b"<svg xmlns='http://www.w3.org/2000/svg'/>")
        self.url_open(
            f"{self.page}/photo",
            data={"csrf_token": Request.csrf_token(self), "name": "Door"},
            files={"photo": ("x.png", svg)},
        )
        self.assertFalse(self.node.photo_ids)
        self._send("photo", name="Door")
        self.assertFalse(self.node.photo_ids)

    def test_an_invitation_takes_in_and_a_guess_is_counted(self):
        self.node.join_policy = "closed"
        self.node._renew_invitation()
        shopper = self._create_shopper("Marta")
        self.authenticate(shopper.login, shopper.login)
        path = f"/nodes/invitation/{self.node.invitation_token}"
        self.assertIn("La Casona", self.url_open(path).text)
        self.url_open(path, data={"csrf_token": Request.csrf_token(self), "phone": "11 4444 0000"})
        self.assertEqual(self.node._get_member_of(shopper.partner_id).state, "accepted")
        self.assertEqual(self.url_open("/nodes/invitation/guessed").status_code, 404)

    def test_handing_over_on_the_site(self):
        self._sign_in(self.rosa)
        self._send("key", name="Door", holder_id=self.rosa.id)
        self._send("offer", person_id=self.luis.id, note="Good luck")
        handover = self.node.handover_ids
        self.assertEqual(handover.to_id, self.luis)
        self._sign_in(self.luis)
        self.assertIn("Good luck", self.url_open(self.page).text)
        self._send("take_over", handover_id=handover.id)
        self.assertEqual(self.node._get_general_coordinators(), self.luis)
        self.assertEqual(self.node.key_ids.member_id, self.luis)

    def test_whoever_asked_for_a_node_reads_what_single_stores_answered(self):
        shopper = self._create_shopper("Marta")
        node_request = self.env["chasqui.node.request"]._ask(
            shopper.partner_id, name="El Galpón", city="Bernal"
        )
        node_request.store_answers = "El Horno: we do not drive there"
        self.authenticate(shopper.login, shopper.login)
        self.assertIn("El Horno: we do not drive there", self.url_open("/my/nodes").text)

    def test_the_empty_list_says_what_a_node_is(self):
        shopper = self._create_shopper("Marta")
        self.authenticate(shopper.login, shopper.login)
        page = self.url_open("/my/nodes")
        self.assertIn('name="no_nodes"', page.text)
