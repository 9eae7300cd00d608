import io
import json
import zipfile

from odoo import Command, fields
from odoo.tests import new_test_user, tagged

from .common_account import AccountCommon


class MyAccountCommon(AccountCommon):
    """The shopper has bought at two stores; a neighbour has bought, too."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.neighbour = cls._create_shopper("vecina@example.com", name="Vecina")
        cls.partner = cls.shopper.partner_id
        cls.tomato = cls._create_site_product(
            cls.garden, name="Tomate perita", type="service"
        ).product_variant_id
        cls.bread = cls._create_site_product(
            cls.bakery, name="Pan de campo", type="service"
        ).product_variant_id
        cls.at_garden = cls._buy(cls.garden, cls.tomato, cls.partner, "GARDEN-1")
        cls.at_bakery = cls._buy(cls.bakery, cls.bread, cls.partner, "BAKERY-1")
        cls.hers = cls._buy(cls.bakery, cls.bread, cls.neighbour.partner_id, "HERS-1")

    @classmethod
    def _buy(cls, store, product, partner, name, confirmed=True, **values):
        order = (
            cls.env["sale.order"]
            .with_company(store.company_id)
            .create(
                {
                    "name": name,
                    "partner_id": partner.id,
                    "company_id": store.company_id.id,
                    "website_id": store.website_id.id,
                    "order_line": [Command.create({"product_id": product.id, "product_uom_qty": 2})],
                    **values,
                }
            )
        )
        if confirmed:
            order.action_confirm()
        return order

    def _open_mine(self, path):
        return self.browser.open(f"{self.portal_url}{path}")

    def _sign_in(self, user=None):
        self._be_signed_in(self.browser, user)


@tagged("post_install", "-at_install")
class TestMyAccount(MyAccountCommon):
    # === PURCHASES === #

    def test_purchases_of_all_stores_are_in_one_list_and_nobody_elses(self):
        self._sign_in()
        for path in ("/my", "/my/purchases"):
            page = self._open_mine(path).text
            for seen in ("GARDEN-1", "BAKERY-1", "La Huerta", "El Horno"):
                self.assertIn(seen, page, path)
            self.assertNotIn("HERS-1", page, path)
        page = self._open_mine("/my/purchases?store=horno-pages").text
        self.assertIn("BAKERY-1", page)
        self.assertNotIn("GARDEN-1", page)
        for way in ("node", "collective"):
            self.assertNotIn("GARDEN-1", self._open_mine(f"/my/purchases?way={way}").text)
        self.assertIn("GARDEN-1", self._open_mine("/my/purchases?way=individual").text)

    def test_carts_are_no_purchases(self):
        self._buy(self.garden, self.tomato, self.partner, "CART-1", confirmed=False)
        self._sign_in()
        self.assertNotIn("CART-1", self._open_mine("/my/purchases").text)

    def test_absurd_filters_and_pages_get_an_answer(self):
        self._sign_in()
        for path in (
            "/page/0",
            "/page/-3",
            "/page/99999999999999999999",
            "/page/x",
            "?way=x" * 500,
        ):
            self.assertEqual(self._open_mine(f"/my/purchases{path}").status_code, 200, path)

    def test_a_stranger_is_asked_who_they_are(self):
        for path in (
            "",
            "/purchases",
            "/balance",
            "/groups",
            "/favourites",
            "/seals",
            "/data",
            "/data/export",
        ):
            answer = self._open_mine(f"/my{path}")
            self.assertIn("/web/login", answer.headers.get("Location", ""), path)

    def test_at_a_store_the_pages_of_all_stores_are_at_the_portal(self):
        self._enter(self.browser, self.garden_url)
        for path in (
            "/my/purchases?store=horno-pages",
            "/my/balance",
            "/my/favourites",
            "/my/seals",
            "/my/data",
        ):
            answer = self.browser.open(f"{self.garden_url}{path}")
            self.assertEqual(answer.headers["Location"], f"{self.portal_url}{path}")

    def test_a_purchase_opens_at_its_store(self):
        self._sign_in()
        door = self.at_bakery._get_chasqui_door_url()
        self.assertIn(door, self._open_mine("/my/purchases").text)
        page = self.browser.follow(door)
        self.assertEqual(page.at, f"{self.bakery_url}/my/orders/{self.at_bakery.id}")
        self.assertEqual(page.status_code, 200)

    def test_many_purchases_cost_few_queries(self):
        orders = [self._buy(self.garden, self.tomato, self.partner, f"MANY-{n}") for n in range(3)]
        self.env.flush_all()
        self.env.invalidate_all()
        few = self._count_queries(orders[0])
        many = self._count_queries(orders[0] + orders[1] + orders[2])
        self.assertLessEqual(many, few + 2)

    def _count_queries(self, orders):
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        for order in orders:
            order._get_chasqui_way()
            order._get_chasqui_progress()
            order._get_chasqui_door_url()
        return self.env.cr.sql_log_count - before

    # === ACCOUNTS === #

    def test_what_is_not_paid_yet_is_owed_to_each_store(self):
        balances = {one["company"]: one for one in self.partner._get_chasqui_balances()}
        self.assertEqual(set(balances), {self.garden.company_id, self.bakery.company_id})
        self.assertEqual(balances[self.garden.company_id]["amount"], self.at_garden.amount_total)
        self._sign_in()
        page = self._open_mine("/my/balance").text
        self.assertIn("GARDEN-1", page)
        self.assertNotIn("HERS-1", page)

    def test_who_owes_nothing_is_told_so(self):
        (self.at_garden | self.at_bakery).action_cancel()
        self.assertFalse(self.partner._get_chasqui_balances())
        self._sign_in()
        self.assertIn("no_balances", self._open_mine("/my/balance").text)

    # === FAVOURITES AND SEALS === #

    def _wish(self, product, store, partner):
        return self.env["product.wishlist"].create(
            {"product_id": product.id, "website_id": store.website_id.id, "partner_id": partner.id}
        )

    def test_favourites_of_all_stores_are_in_one_list_and_can_be_taken_off(self):
        mine = self._wish(self.tomato, self.garden, self.partner)
        self._wish(self.bread, self.bakery, self.partner)
        hers = self._wish(self.bread, self.bakery, self.neighbour.partner_id)
        self._sign_in()
        page = self._open_mine("/my/favourites")
        self.assertIn("Tomate perita", page.text)
        self.assertIn(f"{self.bakery_url}{self.bread.website_url}", page.text)
        self.browser.send(page, "/my/favourites/remove", wish=mine.id)
        self.browser.send(page, "/my/favourites/remove", wish=hers.id)
        self.browser.send(page, "/my/favourites/remove", wish="x")
        self.assertFalse(mine.exists())
        self.assertTrue(hers.exists())

    def test_favourites_of_a_closed_store_are_not_shown(self):
        self._wish(self.tomato, self.garden, self.partner)
        self.garden.state = "closed"
        self.assertFalse(self.partner._get_chasqui_wishes())

    def test_the_seals_that_somebody_cares_about_are_kept_and_nobody_elses_business(self):
        seals = self.env["chasqui.seal"].search([], limit=2)
        self._sign_in()
        page = self._open_mine("/my/seals")
        answer = self.browser.send(page, "/my/seals", seal=[seals[0].id, seals[1].id, "x", 2**40])
        self.assertEqual(answer.status_code, 303)
        self.assertEqual(self.shopper.chasqui_seal_ids, seals)
        user_env = self.env["res.users"].with_user(self.shopper)
        self.assertEqual(set(user_env._get_chasqui_preferred_seal_ids()), set(seals.ids))
        public = self.env["res.users"].with_user(self.garden.website_id.user_id)
        self.assertEqual(public._get_chasqui_preferred_seal_ids(), [])
        self.browser.send(page, "/my/seals")
        self.assertFalse(self.shopper.chasqui_seal_ids)

    # === STAFF === #

    def test_staff_are_told_to_buy_with_an_account_of_their_own(self):
        staff = new_test_user(
            self.env, "staff@example.com", "chasqui_store.group_incubator", password="long enough"
        )
        self._sign_in(staff)
        self.assertIn('name="staff"', self._open_mine("/my").text)
        self.assertNotIn("delete_password", self._open_mine("/my/data").text)


@tagged("post_install", "-at_install")
class TestMyData(MyAccountCommon):
    # === SEE AND TAKE ALONG === #

    def test_the_file_tells_all_that_is_mine_in_words_and_nothing_of_others(self):
        self._sign_in()
        answer = self._open_mine("/my/data/export")
        self.assertEqual(answer.headers["Cache-Control"], "no-store")
        archive = zipfile.ZipFile(io.BytesIO(answer.content))
        for_programs = json.loads(archive.read("chasqui.json"))
        to_read = archive.read("chasqui.html").decode()
        for text in (to_read, json.dumps(for_programs, ensure_ascii=False)):
            for seen in ("juana@example.com", "GARDEN-1", "BAKERY-1", "Tomate perita", "El Horno"):
                self.assertIn(seen, text)
            for hidden in ("HERS-1", "Vecina", "vecina@example.com"):
                self.assertNotIn(hidden, text)
        self.assertEqual(len(for_programs["purchases"]["rows"]), 2)

    def test_names_are_no_code_in_the_file(self):
        self.partner.name = "<script>alert(1)</script>"
        sections = self.env["res.users"].with_user(self.shopper)._get_chasqui_data()
        page = self.env["ir.qweb"]._render(
            "chasqui_portal.my_data_file", {"sections": sections, "lang": "es"}
        )
        self.assertNotIn("<script>", page)

    # === WHO LOOKED === #

    def _look(self, user, partner):
        return partner.with_user(user).web_read({"name": {}})

    def test_a_shopper_sees_which_store_opened_their_sheet(self):
        clerk = self.garden._invite_member("Ana", "ana-huerta@example.com", "operator").user_id
        self._look(clerk, self.partner)
        self._look(clerk, self.partner)
        looks = self.env["chasqui.person.look"]._get_looks(self.partner)
        self.assertEqual(looks, [(fields.Date.context_today(clerk), "La Huerta")])
        self._sign_in()
        self.assertIn("La Huerta", self._open_mine("/my/data").text)

    def test_lists_and_ones_own_sheet_and_contacts_without_account_are_no_looks(self):
        clerk = self.garden._invite_member("Ana", "ana-huerta@example.com", "operator").user_id
        contact = self.env["res.partner"].create(
            {"name": "Proveedor", "company_id": self.garden.company_id.id}
        )
        self._look(clerk, contact)
        self._look(clerk, clerk.partner_id)
        self._look(clerk, self.partner + contact)
        self._look(self.shopper, self.partner)
        self.assertFalse(self.env["chasqui.person.look"].search([]))

    # === DELETE === #

    def test_who_has_something_to_settle_is_told_what(self):
        self._sign_in()
        page = self._open_mine("/my/data")
        answer = self.browser.send(page, "/my/data/delete", password="long enough")
        self.assertIn('name="reasons"', answer.text)
        self.assertIn(self.bakery.company_id.name, answer.text)
        self.assertEqual(self.partner.email, "juana@example.com")

    def test_a_wrong_password_deletes_nothing_and_is_not_tried_without_end(self):
        (self.at_garden | self.at_bakery).action_cancel()
        self._sign_in()
        page = self._open_mine("/my/data")
        for _try in range(5):
            self.browser.send(page, "/my/data/delete", password="wrong")
        answer = self.browser.send(page, "/my/data/delete", password="long enough")
        self.assertIn('name="reasons"', answer.text)
        self.assertTrue(self.shopper.active)

    def test_deleting_takes_the_name_off_and_leaves_the_books(self):
        (self.at_garden | self.at_bakery).action_cancel()
        self.partner.write({"street": "Belgrano 310", "phone": "+54 11 4999 0606"})
        address = self.env["res.partner"].create(
            {
                "name": "Juana en lo de su madre",
                "type": "delivery",
                "parent_id": self.partner.id,
                "street": "Mitre 1",
            }
        )
        cart = self._buy(self.garden, self.tomato, self.partner, "CART-1", confirmed=False)
        self.at_garden.message_post(body="¿Puede ser el jueves?", author_id=self.partner.id)
        self._sign_in()
        answer = self.browser.send(self._open_mine("/my/data"), "/my/data/delete", password="long enough")
        self.assertEqual(answer.headers["Location"].removeprefix(self.portal_url), "/chasqui/goodbye")
        self.assertEqual(self._open_mine("/chasqui/goodbye").status_code, 200)
        for one in (self.partner, address):
            self.assertFalse(one.email or one.phone or one.street or one.vat or one.active)
            self.assertNotIn("Juana", one.name)
        self.assertFalse(self.shopper.active)
        self.assertNotIn("juana", self.shopper.login)
        self.assertFalse(cart.exists())
        self.assertEqual(self.at_garden.partner_id, self.partner)
        texts = self.env["mail.message"].search([("author_id", "=", self.partner.id)]).mapped("email_from")
        self.assertFalse(any(texts))
        self.assertIsNone(self.browser.who(self.portal_url))

    def test_who_takes_part_in_a_purchase_stays_until_it_is_over(self):
        (self.at_garden | self.at_bakery).action_cancel()
        self.garden._get_buying_way("collective").is_on = True
        purchase = self.env["chasqui.collective.order"]._start(
            self.garden,
            {"name": "Juana", "phone": "1", "partner_id": self.partner.id},
            address={"name": "Club", "street": "Mitre 1", "city": "Bernal"},
            name="Compra del club",
        )
        self.assertIn("Compra del club", self.partner._get_chasqui_reasons_to_stay()[0])
        self._sign_in()
        self.assertIn("Compra del club", self._open_mine("/my/groups").text)
        purchase.state = "confirmed"
        for path in ("/my", "/my/groups"):
            page = self._open_mine(path)
            self.assertEqual(page.status_code, 200, path)
            self.assertIn("Compra del club", page.text)

    def test_staff_do_not_delete_themselves(self):
        staff = new_test_user(
            self.env, "staff@example.com", "chasqui_store.group_incubator", password="long enough"
        )
        self._sign_in(staff)
        page = self._open_mine("/my/favourites")
        token = self.browser.form_of(self._open_mine("/my/seals"), "/my/seals")["csrf_token"]
        url = f"{self.portal_url}/my/data/delete"
        answer = self.browser.open(url, {"csrf_token": token, "password": "long enough"})
        self.assertEqual(page.status_code, 200)
        self.assertIn('name="reasons"', answer.text)
        self.assertTrue(staff.active)
