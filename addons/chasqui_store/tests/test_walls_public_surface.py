from contextlib import suppress
from unittest.mock import patch

from odoo import http
from odoo.exceptions import AccessDenied, UserError
from odoo.fields import Command
from odoo.tests import HttpCase, TransactionCase, new_test_user, tagged
from odoo.tools import mute_logger

from odoo.addons.http_routing.tests.common import MockRequest

from .common_walls import WallsCommon


@tagged("post_install", "-at_install")
class TestPublicSurface(WallsCommon, HttpCase):
    def setUp(self):
        super().setUp()
        self.patch(self.registry["ir.qweb"], "_get_asset_nodes", lambda *args, **kwargs: [])
        self.env["ir.config_parameter"].set_param("auth_signup.reset_password", "True")
        self.authenticate(None, None)

    def _post_form(self, path, **data):
        data["csrf_token"] = http.Request.csrf_token(self)
        return self.url_open(path, data=data)

    def _get_alerts(self, page):
        return [
            line.strip()
            for line in page.text.splitlines()
            if "link to choose" in line or "No account" in line or "enlace" in line
        ]

    def test_a_reset_tells_nobody_who_has_an_account(self):
        with patch.object(self.registry["res.users"], "action_reset_password") as send:
            known = self._post_form("/web/reset_password", login="shopper")
            unknown = self._post_form("/web/reset_password", login="nobody@example.com")
        send.assert_called_once()
        self.assertTrue(self._get_alerts(known))
        self.assertEqual(self._get_alerts(known), self._get_alerts(unknown))

    def test_one_person_is_not_sent_one_reset_after_another(self):
        with patch.object(self.registry["res.users"], "action_reset_password") as send:
            for _attempt in range(8):
                self.env["res.users"].sudo().reset_password("shopper")
        self.assertEqual(send.call_count, 5)

    def test_a_signup_link_is_not_sent_elsewhere_for_who_has_an_account(self):
        for email in ("shopper@example.com", "nobody@example.com"):
            page = self.url_open(f"/web/signup?signup_email={email}", allow_redirects=False)
            self.assertEqual(page.status_code, 200)

    @mute_logger("odoo.addons.auth_signup.controllers.main", "odoo.sql_db")
    def test_a_signup_does_not_say_that_somebody_is_registered(self):
        page = self._post_form(
            "/web/signup",
            login="shopper",
            name="Thief",
            password="abcdefgh1",
            confirm_password="abcdefgh1",
        )
        self.assertNotIn("already registered", page.text)
        self.assertNotIn("Ya hay", page.text)

    def test_a_signup_without_name_or_address_asks_for_them(self):
        for values in ({}, {"login": "new@example.com"}, {"name": "New"}):
            page = self._post_form(
                "/web/signup", **values, password="abcdefgh1", confirm_password="abcdefgh1"
            )
            self.assertEqual(page.status_code, 200, values)
            self.assertIn("alert-danger", page.text, values)
        self.assertEqual(self._post_form("/web/signup", login="shopper\0", name="New").status_code, 200)

    @mute_logger("odoo.http")
    def test_notifications_are_limited_and_only_for_what_is_sold(self):
        product = self.env["product.product"].create({"name": "Soap", "is_published": True, "sale_ok": True})
        hidden = self.env["product.product"].create({"name": "Hidden", "sale_ok": True})
        self.assertIn("error", self._ask_notification("a@example.com", hidden))
        answers = [self._ask_notification(f"p{i}@example.com", product) for i in range(25)]
        self.assertEqual(sum("error" in answer for answer in answers), 5)

    def _ask_notification(self, email, product):
        params = {"email": email, "product_id": product.id}
        response = self.url_open("/shop/add/stock_notification", json={"jsonrpc": "2.0", "params": params})
        return response.json()

    def test_ratings_cannot_be_switched_on(self):
        view = self.env.ref("website_sale.product_comment")
        view.active = True
        self.assertFalse(view.active)
        view.with_context(website_id=self.store_a.website_id.id).write({"active": True})
        self.assertFalse(self.env["ir.ui.view"].search([("key", "=", view.key)]))
        product = self.env["product.template"].create({"name": "Soap"})
        with self.assertRaises(UserError):
            product.message_post(body="five", rating_value=5)

    def test_each_store_gets_a_delivery_product_of_its_own(self):
        shared = self.env["product.product"].create({"name": "Delivery", "type": "service"})
        carriers = self.env["delivery.carrier"].create(
            [
                {"name": store.name, "product_id": shared.id, "company_id": store.company_id.id}
                for store in self.store_a + self.store_b
            ]
        )
        self.assertFalse(shared.company_id)
        self.assertEqual(len(carriers.product_id), 2)
        self.assertEqual(carriers.company_id, (self.store_a + self.store_b).company_id)

    def test_staff_of_a_branch_read_but_do_not_change_the_umbrellas_books(self):
        umbrella = self.store_a.company_id
        branch = self.env["res.company"].create({"name": "Branch", "parent_id": umbrella.id})
        user = new_test_user(
            self.env,
            "branch-manager",
            "chasqui_store.group_manager",
            company_id=branch.id,
            company_ids=[Command.set(branch.ids)],
        )
        records = [
            self.env["account.journal"].create(
                {"name": "J", "code": "JU", "type": "general", "company_id": umbrella.id}
            ),
            self.env["account.account"]
            .with_company(umbrella)
            .create({"name": "Acc", "code": "999999", "account_type": "expense"}),
            self.env["product.template"].create({"name": "P", "company_id": umbrella.id}),
        ]
        for record in records:
            mine = record.with_user(user).with_context(allowed_company_ids=branch.ids)
            self.assertTrue(mine.has_access("read"), record)
            self.assertFalse(mine.has_access("write"), record)
            self.assertFalse(mine.has_access("unlink"), record)


@tagged("post_install", "-at_install")
class TestSignInAttempts(TransactionCase):
    def _let_another_worker_answer(self):
        self.registry.__dict__.pop("_login_failures", None)  # Odoo's count, in a worker's memory

    def _try_to_sign_in(self, password_is_right):
        with MockRequest(self.env), self.env["res.users"]._assert_can_auth(user="somebody"):
            if not password_is_right:
                raise AccessDenied

    def _fail(self, times):
        """Fail to sign in; ``assertRaises`` would take back what was counted."""
        for _attempt in range(times):
            with suppress(AccessDenied):
                self._try_to_sign_in(False)

    def _count_failures(self):
        return self.env["chasqui.attempt"].search([("key", "=like", "login %")]).mapped("count")

    def test_failures_are_counted_by_all_workers_together(self):
        for _worker in range(10):
            self._fail(1)
            self._let_another_worker_answer()
        self.assertEqual(self._count_failures(), [10])
        with self.assertRaises(AccessDenied):
            self._try_to_sign_in(True)

    def test_a_success_forgets_the_failures_before(self):
        self._fail(3)
        self.assertEqual(self._count_failures(), [3])
        self._try_to_sign_in(True)
        self.assertEqual(self._count_failures(), [])

    def test_what_was_made_good_at_another_worker_is_forgotten_at_this_one(self):
        self._fail(9)
        self.env["chasqui.attempt"].search([("key", "=like", "login %")]).unlink()  # signed in there
        self._fail(1)
        self._try_to_sign_in(True)
        self.assertEqual(self._count_failures(), [])

    def test_failures_of_long_ago_do_not_count(self):
        self._fail(10)
        self.env.cr.execute("UPDATE chasqui_attempt SET last = last - INTERVAL '2 hours'")
        self._try_to_sign_in(True)
