import json
from unittest.mock import patch
from xmlrpc.client import Fault

from lxml import html

from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import HttpCase, tagged
from odoo.tools import config, mute_logger

from .common_walls import WallsCommon


@tagged("post_install", "-at_install")
class TestOneAccountOnEveryStore(WallsCommon, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.miel_a, cls.pan_b = cls.env["product.template"].create(
            [
                cls._prepare_product_vals(cls.store_a, "Miel de A"),
                cls._prepare_product_vals(cls.store_b, "Pan de B"),
            ]
        )
        cls.company_b = cls.store_b.company_id

    @classmethod
    def _prepare_product_vals(cls, store, name):
        return {
            "name": name,
            "company_id": store.company_id.id,
            "is_published": True,
            "sale_ok": True,
            "list_price": 100.0,
        }

    def setUp(self):
        super().setUp()
        # the pages' contents are looked at, not their looks: compiling style sheets takes minutes
        self.patch(self.registry["ir.qweb"], "_get_asset_nodes", lambda *args, **kwargs: [])
        self.enterContext(patch.dict(config.options, {"proxy_mode": True}))

    def _open_at(self, store, path, **kwargs):
        """Open a page on the host of a store, signed in as elsewhere."""
        host = f"{store.slug}.localhost"
        headers = {"X-Forwarded-Host": host, "X-Forwarded-For": "10.0.0.1", "X-Forwarded-Proto": "http"}
        return self.url_open(path, headers=headers, **kwargs)

    def _call_at(self, store, path, context, **params):
        """Call JSON-RPC on the host of a store, and return its answer."""
        response = self._open_at(
            store, path, json={"jsonrpc": "2.0", "params": {**params, "context": context}}
        )
        return response.json()

    def _search_products_at(self, store, context):
        return self._call_at(
            store,
            "/web/dataset/call_kw/product.template/search_read",
            {},
            model="product.template",
            method="search_read",
            args=[[["id", "in", (self.miel_a + self.pan_b).ids]], ["name"]],
            kwargs={"context": context},
        )

    def test_a_shopper_sees_the_products_of_the_store_they_visit(self):
        self.authenticate("shopper", "shopper")
        for store, here, elsewhere in (
            (self.store_a, "Miel de A", "Pan de B"),
            (self.store_b, "Pan de B", "Miel de A"),
            (self.store_a, "Miel de A", "Pan de B"),
        ):
            page = self._open_at(store, "/shop").text
            self.assertIn(here, page)
            self.assertNotIn(elsewhere, page)

    def test_a_shopper_opens_a_product_of_the_store_they_visit_and_of_no_other(self):
        self.authenticate("shopper", "shopper")
        for store, here, elsewhere in (
            (self.store_a, self.miel_a, self.pan_b),
            (self.store_b, self.pan_b, self.miel_a),
        ):
            page = self._open_at(store, here.website_url)
            self.assertEqual(page.status_code, 200)
            self.assertIn(here.name, page.text)
            self.assertEqual(self._open_at(store, elsewhere.website_url).status_code, 404)

    def test_a_new_account_is_taken_for_a_person_who_lives_near_the_store(self):
        self.company_b.country_id = self.env.ref("base.ar")
        self.shopper.partner_id.write({"country_id": False, "vat": False})
        self.authenticate("shopper", "shopper")
        page = self._open_at(self.store_b, f"/my/address?partner_id={self.shopper.partner_id.id}")
        form = html.fromstring(page.text)
        for field, expected in (
            ("country_id", self.company_b.country_id),
            ("l10n_latam_identification_type_id", self.env.ref("l10n_ar.it_dni")),
        ):
            chosen = form.xpath("//select[@name=$field]/option[@selected]/@value", field=field)
            self.assertEqual(chosen, [str(expected.id)])

    def test_the_list_of_orders_names_their_stores_and_each_is_repeated_at_its_own(self):
        order = self.env["sale.order"].create(
            {
                "partner_id": self.shopper.partner_id.id,
                "company_id": self.company_b.id,
                "website_id": self.store_b.website_id.id,
                "order_line": [Command.create({"product_id": self.pan_b.product_variant_id.id})],
            }
        )
        order.action_confirm()
        self.authenticate("shopper", "shopper")
        for store, button, link in ((self.store_b, 1, 0), (self.store_a, 0, 1)):
            orders = self._open_at(store, "/my/orders").text
            self.assertIn(self.store_b.name, html.fromstring(orders).find(".//table").text_content())
            page = html.fromstring(self._open_at(store, order.get_portal_url()).text)
            self.assertEqual(len(page.findall(".//button[@id='reorder_sidebar_button']")), button)
            self.assertEqual(len(page.findall(".//a[@name='at_its_store']")), link)

    @mute_logger("odoo.http")
    def test_a_visit_leaves_nothing_behind_for_rpc(self):
        self.authenticate("shopper", "shopper")
        self._open_at(self.store_b, "/shop")
        for host in self.store_a + self.store_b:
            answer = self._search_products_at(host, {"allowed_company_ids": self.company_b.ids})
            self.assertEqual(answer["error"]["data"]["name"], "odoo.exceptions.AccessError")
            self.assertEqual(self._search_products_at(host, {})["result"], [])

    @mute_logger("odoo.http")
    def test_a_page_does_not_take_companies_from_the_caller(self):
        self.authenticate("shopper", "shopper")
        answer = self._add_to_cart_at(
            self.store_b, self.miel_a, {"allowed_company_ids": self.store_a.company_id.ids}
        )
        self.assertIn("error", answer)
        self.assertFalse(self._get_shopper_orders())

    def _add_to_cart_at(self, store, product, context):
        return self._call_at(
            store,
            "/shop/cart/add",
            context,
            product_template_id=product.id,
            product_id=product.product_variant_id.id,
            quantity=1,
        )

    def _get_shopper_orders(self):
        return self.env["sale.order"].search([("partner_id", "=", self.shopper.partner_id.id)])

    @mute_logger("odoo.http", "odoo.addons.rpc.controllers.xmlrpc")
    def test_json2_and_xmlrpc_refuse_the_company_of_a_store(self):
        self.authenticate("shopper", "shopper")
        self._open_at(self.store_b, "/shop")
        key = (
            self.env(user=self.shopper)["res.users.apikeys"]
            .sudo()
            ._generate("rpc", "walls", self.env.cr.now())
        )
        response = self.url_open(
            "/json/2/product.template/search_read",
            data=json.dumps({"fields": ["name"], "context": {"allowed_company_ids": self.company_b.ids}}),
            headers={"Authorization": f"Bearer {key}", "Content-Type": "application/json"},
        )
        self.assertNotEqual(response.status_code, 200)
        with self.assertRaises(Fault):
            self.xmlrpc_object.execute_kw(
                self.env.cr.dbname,
                self.shopper.id,
                "shopper",
                "product.template",
                "search_read",
                [[], ["name"]],
                {"context": {"allowed_company_ids": self.company_b.ids}},
            )

    def test_a_cached_rule_is_not_reused_outside_of_the_visit(self):
        env = self.env(user=self.shopper, context={"allowed_company_ids": self.company_b.ids})
        with self.assertRaises(AccessError):
            env["product.template"].search([])

    def test_staff_gain_nothing_by_visiting_another_store(self):
        self.authenticate(self.manager_a.login, self.manager_a.login)
        response = self._open_at(self.store_b, "/shop")
        self.assertEqual(response.status_code, 200)
        self.assertNotIn("Pan de B", response.text)
        self.assertNotIn("Miel de A", response.text)

    def test_orders_of_all_stores_are_listed_at_any(self):
        orders = self._create_order(self.store_a, self.shopper.partner_id) + self._create_order(
            self.store_b, self.shopper.partner_id
        )
        stranger = self._create_order(self.store_b, self.manager_b.partner_id)
        orders.state = stranger.state = "sale"
        orders[0].name, orders[1].name, stranger.name = "WALLS-A", "WALLS-B", "WALLS-X"
        self.authenticate("shopper", "shopper")
        for store in self.store_a + self.store_b:
            page = self._open_at(store, "/my/orders").text
            self.assertIn("WALLS-A", page)
            self.assertIn("WALLS-B", page)
            self.assertNotIn("WALLS-X", page)
        for order in orders:
            self.assertEqual(self._open_at(self.store_a, f"/my/orders/{order.id}").status_code, 200)

    def test_an_order_belongs_to_the_store_it_was_made_at(self):
        self.authenticate("shopper", "shopper")
        for store, product in ((self.store_a, self.miel_a), (self.store_b, self.pan_b)):
            self._add_to_cart_at(store, product, {})
        orders = self._get_shopper_orders()
        self.assertEqual(orders.company_id, (self.store_a + self.store_b).company_id)
        for order in orders:
            self.assertEqual(order.website_id.company_id, order.company_id)
            self.assertEqual(order.order_line.product_id.company_id, order.company_id)

    def test_a_new_account_is_at_home_on_the_platform(self):
        users = self.env["res.users"].with_context(website_id=self.store_b.website_id.id)
        guest = self.env["res.partner"].create(
            {"name": "Guest", "email": "guest@example.com", "company_id": self.company_b.id}
        )
        login = users.signup(
            {"login": "guest@example.com", "name": "Guest", "password": "guest-guest"},
            self._get_signup_token(guest),
        )
        user = self.env["res.users"].search([("login", "=", login[0])])
        self.assertEqual(user.company_ids, self.env["res.company"]._get_main_company())
        self.assertFalse(user.partner_id.company_id)

    def _get_signup_token(self, partner):
        partner.signup_prepare()
        return partner._generate_signup_token()
