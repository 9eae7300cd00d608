from datetime import timedelta
from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo import fields
from odoo.http import Request
from odoo.service import model as retries
from odoo.tests import tagged
from odoo.tools import mute_logger

from odoo.addons.chasqui_store.tests.common_site import SiteCommon


class OthersWereQuicker(SerializationFailure):
    pgcode = "40001"


@tagged("post_install", "-at_install")
class TestCollectivePages(SiteCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.garden._get_buying_way("collective").is_on = True
        cls.tomato = cls._create_site_product(cls.garden, type="service")
        cls.collective = cls.env["chasqui.collective.order"]._start(
            cls.garden,
            {"name": "Ana", "phone": "11 5555 0000", "email": "ana@example.com"},
            address={"name": "Ana", "street": "Calle 8", "city": "Bernal"},
            name="Vecinas de la 8",
        )
        cls.ana = cls.collective.coordinator_id
        cls.link = f"/collective/{cls.collective.token}"
        cls.page = cls.collective._get_url()

    def setUp(self):
        super().setUp()
        self.authenticate(None, None)
        # for whatever host a store has: requests sends a cookie of the test server's to that one alone
        self.opener.cookies["session_id"] = self.session.sid

    def _send(self, path, **values):
        return self._visit(self.garden, path, data={"csrf_token": Request.csrf_token(self), **values})

    def _join(self, name="Beto", **values):
        self._send(self.link, name=name, phone="11 4444 0000", **values)
        return self.collective.participant_ids.filtered(lambda person: person.name == name)

    def _become(self, participant):
        self._visit(self.garden, f"/collective/back/{participant.token}")

    def test_whoever_has_the_link_joins_with_name_and_phone(self):
        page = self._visit(self.garden, self.link)
        self.assertIn("Vecinas de la 8", page.text)
        beto = self._join()
        self.assertEqual(beto.order_id.chasqui_collective_id, self.collective)
        page = self._visit(self.garden, self.page)
        self.assertEqual(page.status_code, 200)
        self.assertNotIn("11 5555 0000", page.text, "Phones are the coordinator's to see")

    def test_without_name_or_phone_nobody_joins(self):
        for values in ({"name": "", "phone": "11 4444 0000"}, {"name": "Beto", "phone": "no"}):
            page = self._send(self.link, **values)
            self.assertIn("alert-danger", page.text)
        self.assertEqual(len(self.collective.participant_ids), 1)

    def test_a_closed_link_lets_nobody_in_and_a_renewed_one_is_gone(self):
        self.collective.is_link_open = False
        self.assertFalse(self._join())
        self.collective._renew_link()
        self.assertEqual(self._visit(self.garden, self.link).status_code, 404)

    def test_a_stranger_sees_nothing(self):
        for path in (self.page, f"{self.page}/live", "/collective/guessed", "/collective/back/guessed"):
            self.assertEqual(self._visit(self.garden, path).status_code, 404, path)
        self.assertEqual(self._send(f"{self.page}/chat", text="hello").status_code, 404)
        self.assertFalse(self.collective._get_chat())

    def test_who_guesses_is_stopped_even_when_right(self):
        key = "collective token 127.0.0.1"
        for _number in range(31):
            self.env["chasqui.attempt"]._add(key)
        self.assertEqual(self._visit(self.garden, self.link).status_code, 404)

    def test_the_link_belongs_to_one_store(self):
        self.bakery._get_buying_way("collective").is_on = True
        self.assertEqual(self._visit(self.bakery, self.link).status_code, 404)
        self.assertEqual(self._visit(self.bakery, self.page).status_code, 404)

    def test_a_code_leads_to_the_purchase(self):
        typed = self.collective._get_code_text().lower()
        answer = self._send("/collective/code", code=typed, allow_redirects=True)
        self.assertIn("Vecinas de la 8", answer.text)
        self.assertIn("collective_code_error", self._send("/collective/code", code="XXXX").text)

    def test_a_store_that_does_not_sell_to_groups_has_no_such_pages(self):
        self.assertEqual(self._visit(self.bakery, "/collective").status_code, 404)
        self.assertNotIn('href="/collective"', self._visit(self.bakery, "/about").text)
        self.assertIn('href="/collective"', self._visit(self.garden, "/about").text)

    def test_the_shop_fills_the_basket_of_who_takes_part(self):
        beto = self._join()
        self._add_to_cart()
        self.assertEqual(beto.order_id.website_order_line.product_id, self.tomato.product_variant_id)
        self.assertIn("o_chasqui_basket_bar", self._visit(self.garden, "/about").text)
        checkout = self._visit(self.garden, "/shop/checkout", allow_redirects=False)
        self.assertTrue(checkout.headers["Location"].endswith(self.page))
        self._send(f"{self.page}/alone")
        self._add_to_cart()
        self.assertEqual(beto.order_id.website_order_line.product_uom_qty, 1, "The second is their own")

    def _add_to_cart(self):
        host = self.garden.website_id.domain.removeprefix("http://")
        self.make_jsonrpc_request(
            "/shop/cart/add",
            {
                "product_template_id": self.tomato.id,
                "product_id": self.tomato.product_variant_id.id,
                "quantity": 1,
            },
            headers={"Host": host},
        )

    def test_a_removed_person_sees_nothing_more_and_keeps_what_they_chose(self):
        beto = self._join()
        self._add_to_cart()
        beto._remove()
        self.assertEqual(self._visit(self.garden, f"{self.page}/live").status_code, 404)
        page = self._visit(self.garden, self.page)
        self.assertNotIn(self.ana.name, page.text)
        cart = self._visit(self.garden, "/shop/cart")
        self.assertIn("Tomate", cart.text)
        self.assertEqual(self._visit(self.garden, self.page).status_code, 404, "It is told once")

    def test_what_was_chosen_in_a_purchase_that_is_called_off_stays_in_the_cart(self):
        self._join()
        self._add_to_cart()
        self.collective._cancel()
        self.assertIn("Tomate", self._visit(self.garden, "/shop/cart").text)
        page = self._visit(self.garden, self.page)
        self.assertIn("/shop/cart", page.text)
        self.assertIn("Tomate", self._visit(self.garden, "/shop/cart").text)

    def test_only_the_coordinator_decides(self):
        beto = self._join()
        for action in ("confirm", "cancel", "remove", "link", "nudge", "shorten", "cash"):
            answer = self._send(f"{self.page}/{action}", person_id=self.ana.id)
            self.assertEqual(answer.status_code, 404, action)
        self.assertEqual(self.collective.state, "choosing")
        self._become(self.ana)
        self.assertIn("11 4444 0000", self._visit(self.garden, self.page).text)
        self._send(f"{self.page}/remove", person_id=beto.id)
        self.assertEqual(beto.state, "removed")

    def test_what_cannot_be_done_is_told_in_a_sentence(self):
        self._become(self.ana)
        page = self._send(f"{self.page}/ready")
        self.assertIn("alert-info", page.text)
        self.assertEqual(self._send(f"{self.page}/nonsense").status_code, 404)
        self.assertEqual(self._send(f"{self.page}/remove", person_id="x").status_code, 200)

    def test_what_is_said_is_read_by_the_others_and_never_run(self):
        self._become(self.ana)
        self._send(f"{self.page}/chat", text="Traigo <script>alert(1)</script> pan")
        self._join()
        page = self._visit(self.garden, self.page)
        self.assertIn("Traigo", page.text)
        self.assertNotIn("<script>alert(1)", page.text)

    def test_each_sees_of_the_others_what_was_agreed(self):
        self.ana.order_id._cart_add(self.tomato.product_variant_id.id, 1)
        self._join()
        self.assertNotIn("Tomate", self._visit(self.garden, f"{self.page}/live").text)
        self.collective.visibility = "items"
        self.assertIn("Tomate", self._visit(self.garden, f"{self.page}/live").text)

    def test_a_purchase_is_started_from_the_site(self):
        self.env["delivery.carrier"].create(
            {
                "name": "Camión",
                "company_id": self.garden.company_id.id,
                "product_id": self.env["product.product"]
                .create({"name": "Camión", "type": "service", "company_id": self.garden.company_id.id})
                .id,
                "website_published": True,
            }
        )
        form = {
            "group_name": "La cuadra",
            "place": "home",
            "street": "Calle 9",
            "city": "Bernal",
            "deadline": f"{fields.Date.today() + timedelta(days=9)}T20:00",
            "payer": "coordinator",
            "freight_share": "nonsense",
            "name": "Dora",
            "phone": "11 3333 0000",
            "email": "dora@example.com",
        }
        for wrong in (
            {"deadline": "2001-01-01T20:00"},
            {"deadline": "x"},
            {"deadline": "2099-01-01T20:00"},
            {"invoicing": "whole"},
            {"place": "pickup-1"},
            {"email": "dora"},
            {"email": ""},
            {"group_name": " "},
            {"street": ""},
            {"day": "yesterday"},
        ):
            self.assertIn("alert-danger", self._send("/collective/new", **{**form, **wrong}).text, wrong)
        self._send("/collective/new", **form)
        collective = self.env["chasqui.collective.order"].search([("name", "=", "La cuadra")])
        self.assertEqual(collective.coordinator_id.name, "Dora")
        self.assertEqual((collective.payer, collective.freight_share), ("coordinator", "equal"))

    @mute_logger("odoo.http")
    def test_a_form_without_its_key_does_nothing(self):
        self._become(self.ana)
        answer = self._visit(self.garden, f"{self.page}/cancel", data={"x": "1"})
        self.assertEqual(answer.status_code, 400)
        self.assertEqual(self.collective.state, "choosing")

    def test_a_form_that_is_sent_again_is_done_once(self):
        self._become(self.ana)
        key = Request.csrf_token(self)
        for _number in range(2):
            self._visit(self.garden, f"{self.page}/chat", data={"csrf_token": key, "text": "Llevo pan"})
        self.assertEqual(len(self.collective._get_chat()), 1)

    @mute_logger("odoo.http", "odoo.sql_db")
    def test_whoever_others_were_quicker_than_every_time_sends_it_again_with_one_press(self):
        self._become(self.ana)
        busy = patch.object(type(self.collective), "_post_chat", side_effect=OthersWereQuicker)
        with busy, patch.object(retries, "MAX_TRIES_ON_CONCURRENCY_FAILURE", 1):
            answer = self._send(f"{self.page}/chat", text="Bread & jam?")
        self.assertEqual(answer.status_code, 503)
        self.assertIn('name="text" value="Bread &amp; jam?"', answer.text)
        self.assertNotIn("Traceback", answer.text)
        self._send(f"{self.page}/chat", text="Bread & jam?")
        self.assertEqual(len(self.collective._get_chat()), 1)

    def test_an_old_mail_opens_nothing_any_more(self):
        self.collective.deadline = fields.Datetime.now() - timedelta(days=91)
        answer = self._visit(self.garden, f"/collective/back/{self.ana.token}")
        self.assertEqual(answer.status_code, 404)

    def _confirm(self):
        self.ana.order_id._cart_add(self.tomato.product_variant_id.id, 1)
        self.ana._set_ready()
        self._become(self.ana)
        self._send(f"{self.page}/confirm")
        self._send(f"{self.page}/confirm")

    def test_after_confirming_each_does_what_is_theirs(self):
        beto = self._join()
        self._add_to_cart()
        self._send(f"{self.page}/ready")
        self._confirm()
        self.assertEqual(self.collective.state, "confirmed", "Sent twice, it is confirmed once")
        page = self._visit(self.garden, self.page)
        self.assertIn("purchase_money", page.text)
        self.assertNotIn("o_chasqui_flash", page.text)
        for received, expected in (("yes", True), ("yes", True), ("no", False)):
            self._send(f"{self.page}/cash", person_id=beto.id, received=received)
            self.assertEqual(beto.cash_received, expected)
        self.collective.write({"proposed_day": fields.Date.today() + timedelta(days=3), "is_day_asked": True})
        self.assertIn("/day", self._visit(self.garden, self.page).text)
        self._become(beto)
        self.assertEqual(self._send(f"{self.page}/day", answer="yes").status_code, 404)
        self.assertNotIn("purchase_money", self._visit(self.garden, self.page).text)
        self._send(f"{self.page}/refuse", substitution_id="1")
        self._send(f"{self.page}/drop_out")
        self.assertEqual(beto.state, "dropped_out")
        self._become(self.ana)
        self._send(f"{self.page}/day", answer="yes")
        self.assertEqual(self.collective.day, self.collective.proposed_day)

    def test_what_each_way_costs_is_shown_side_by_side(self):
        self._join()
        self._add_to_cart()
        page = self._visit(self.garden, "/collective")
        self.assertEqual(page.text.count("o_chasqui_cost"), len(self.garden.buying_way_ids.filtered("is_on")))

    def test_each_pays_their_own_part_without_an_account(self):
        beto = self._join()
        self._add_to_cart()
        answer = self._visit(self.garden, f"{self.page}/pay", allow_redirects=False)
        self.assertEqual(answer.status_code, 303, "Not before they are ready")
        self._send(f"{self.page}/ready")
        answer = self._visit(self.garden, f"{self.page}/pay", allow_redirects=False)
        self.assertEqual(answer.status_code, 200)
        self.assertEqual(beto._get_orders_to_pay(), beto.order_id)
