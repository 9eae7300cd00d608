import json
from datetime import timedelta

from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, HttpCase, RecordCapturer, new_test_user, tagged
from odoo.tools import mute_logger

from .common import ChasquiStoreCommon


@tagged("post_install", "-at_install")
class TestChasquiStoreLife(HttpCase, ChasquiStoreCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = cls._provision_store(name="Panes del Río", slug="panes-del-rio")
        cls.manager = cls.store.manager_id
        cls.manager.password = cls.manager.login
        cls.incubator = new_test_user(cls.env, "incubator-life", groups="chasqui_store.group_incubator")
        cls.product = cls.env["product.product"].create(
            {
                "name": "Pan de campo",
                "list_price": 1500.0,
                "company_id": cls.store.company_id.id,
                "is_published": True,
                "allow_out_of_stock_order": True,
            }
        )
        cls.today = cls.store._get_today()

    session = None

    def test_the_form_creates_a_store_without_saying_how_its_life_stands(self):
        form = Form(self.env["chasqui.store"].with_user(self.incubator))
        form.name = "Miel del Monte"
        form.l10n_ar_afip_responsibility_type_id = self.env.ref("l10n_ar.res_IVAE")
        self.assertEqual(form.save().state, "building")

    def _visit(self, path="/shop", slug="panes-del-rio"):
        if self.session:  # a cookie for any host
            self.opener.cookies.set("session_id", self.session.sid)
        return self.url_open(path, headers={"Host": f"{slug}.localhost:8069"}, allow_redirects=False)

    def _add_to_cart(self):
        response = self.url_open(
            "/shop/cart/add",
            data=json.dumps(
                {
                    "params": {
                        "product_template_id": self.product.product_tmpl_id.id,
                        "product_id": self.product.id,
                        "quantity": 2,
                    }
                }
            ),
            headers={"Host": "panes-del-rio.localhost:8069", "Content-Type": "application/json"},
        )
        return response.json()

    def _create_cart(self, **values):
        return self.env["sale.order"].create(
            {
                "partner_id": self.manager.partner_id.id,
                "company_id": self.store.company_id.id,
                "website_id": self.store.website_id.id,
                "order_line": [(0, 0, {"product_id": self.product.id, "product_uom_qty": 2})],
                **values,
            }
        )

    # === BUILDING === #

    def test_visitor_of_a_store_being_built_finds_the_platform(self):
        response = self._visit()
        self.assertEqual(response.status_code, 503)
        self.assertIn("http://localhost:8069", response.text)
        self.assertNotIn("Pan de campo", response.text)
        self.assertNotIn("o_chasqui_notice", response.text)

    def test_page_of_a_store_being_built_is_no_way_in(self):
        self.assertEqual(self._visit("/contactus").status_code, 503)

    def test_staff_can_sign_in_where_they_build(self):
        self.assertEqual(self._visit("/web/login").status_code, 200)

    def test_staff_see_the_store_they_build(self):
        self.authenticate(self.manager.login, self.manager.login)
        response = self._visit()
        self.assertEqual(response.status_code, 200)
        self.assertIn("o_chasqui_notice", response.text)

    def test_staff_of_another_store_are_visitors(self):
        other = new_test_user(self.env, "other-staff", groups="chasqui_store.group_manager")
        self.authenticate(other.login, other.login)
        self.assertEqual(self._visit().status_code, 503)

    def test_store_that_is_not_set_up_cannot_open(self):
        with self.assertRaisesRegex(UserError, "set up first"):
            self._create_store().action_open()

    # === OPEN === #

    def test_manager_opens_the_store_to_everybody(self):
        self.store.with_user(self.manager).action_open()
        response = self._visit()
        self.assertEqual(response.status_code, 200)
        self.assertIn("Pan de campo", response.text)
        self.assertNotIn("o_chasqui_notice", response.text)

    def test_manager_of_another_store_cannot_open_it(self):
        other = new_test_user(self.env, "other-manager", groups="chasqui_store.group_operator")
        with self.assertRaises(AccessError):
            self.store.with_user(other).action_open()

    # === PAUSED === #

    def _pause(self, days=10):
        self.store.action_open()
        self.store.write(
            {
                "reopening_date": self.today + timedelta(days=days),
                "pause_message": "Nos vamos de vacaciones",
            }
        )
        self.store.with_user(self.manager).action_pause()

    def test_visitor_of_a_paused_store_can_look(self):
        self._pause()
        response = self._visit()
        self.assertEqual(response.status_code, 200)
        self.assertIn("Pan de campo", response.text)
        self.assertIn("Nos vamos de vacaciones", response.text)

    def test_visitor_of_a_paused_store_cannot_fill_a_cart(self):
        self._pause()
        answer = self._add_to_cart()["result"]
        self.assertIn("Panes del Río", answer["notification_info"]["warning"])
        carts = self.env["sale.order"].search([("website_id", "=", self.store.website_id.id)])
        self.assertFalse(carts.order_line)

    def test_open_store_fills_the_cart(self):
        self.store.action_open()
        self.assertFalse(self._add_to_cart()["result"]["notification_info"].get("warning"))

    def test_cart_survives_the_pause_and_cannot_be_paid_meanwhile(self):
        self.store.action_open()
        cart = self._create_cart()
        self._pause()
        with self.assertRaisesRegex(ValidationError, "Panes del Río"):
            cart._check_cart_is_ready_to_be_paid()
        self.assertEqual(cart.order_line.product_uom_qty, 2)

    def test_cart_of_a_paused_store_may_shrink(self):
        cart = self._create_cart()
        self._pause()
        cart._cart_update_line_quantity(cart.order_line.id, 1)
        self.assertEqual(cart.order_line.product_uom_qty, 1)
        cart._cart_update_line_quantity(cart.order_line.id, 5)
        self.assertEqual(cart.order_line.product_uom_qty, 1)

    def test_no_transaction_is_made_for_a_cart_of_a_paused_store(self):
        cart = self._create_cart()
        self._pause()
        provider = self.env["payment.provider"].search(
            [("company_id", "=", self.store.company_id.id), ("state", "=", "enabled")], limit=1
        )
        vals = {
            "provider_id": provider.id,
            "payment_method_id": provider.payment_method_ids[:1].id,
            "amount": cart.amount_total,
            "currency_id": cart.currency_id.id,
            "partner_id": cart.partner_id.id,
            "sale_order_ids": [(6, 0, cart.ids)],
        }
        with self.assertRaisesRegex(ValidationError, "Panes del Río"), self.env.cr.savepoint():
            self.env["payment.transaction"].create(vals)
        cart.action_confirm()  # ordered before the pause: may still be paid
        self.assertTrue(self.env["payment.transaction"].create(vals))

    def test_store_whose_day_has_come_is_open_before_the_scheduled_action(self):
        self._pause()
        self.store.reopening_date = self.today
        self.assertFalse(self._add_to_cart()["result"]["notification_info"].get("warning"))
        self.assertEqual(self.store.state, "paused")

    def _capture_plans(self):
        cron = self.env.ref("chasqui_store.ir_cron_reopen")
        return RecordCapturer(self.env["ir.cron.trigger"], [("cron_id", "=", cron.id)])

    def test_a_pause_plans_the_reopening_for_the_first_moment_of_its_day(self):
        with self._capture_plans() as planned:
            self._pause()
        self.assertEqual(
            planned.records.mapped("call_at"),
            [self.store._get_midnight(self.today + timedelta(days=10))],
        )

    def test_a_pause_without_an_end_plans_nothing(self):
        self.store.action_open()
        with self._capture_plans() as planned:
            self.store.action_pause()
        self.assertFalse(planned.records)

    def test_scheduled_action_opens_what_is_due_and_nothing_else(self):
        self._pause()
        self.env["chasqui.store"]._reopen_stores()
        self.assertEqual(self.store.state, "paused")
        self.store.reopening_date = self.today
        self.env["chasqui.store"]._reopen_stores()
        self.assertEqual(self.store.state, "open")

    def test_day_of_reopening_must_be_in_the_future(self):
        with self.assertRaisesRegex(UserError, "in the future"):
            self._pause(days=0)

    # === CLOSED === #

    def test_visitor_of_a_closed_store_is_told_so(self):
        self.store.action_open()
        self.store.with_user(self.incubator).action_close()
        response = self._visit()
        self.assertEqual(response.status_code, 410)
        self.assertIn("http://localhost:8069", response.text)
        self.assertNotIn("Pan de campo", response.text)

    def test_call_to_a_closed_store_gets_a_sentence(self):
        self.store.action_open()
        self.store.action_close()
        with mute_logger("odoo.http"):
            answer = self._add_to_cart()
        self.assertIn("Panes del Río", answer["error"]["data"]["message"])

    def test_manager_can_neither_close_nor_revive_the_store(self):
        store = self.store.with_user(self.manager)
        store.action_open()
        with self.assertRaises(AccessError):
            store.action_close()
        self.store.action_close()
        with self.assertRaises(AccessError):
            store.action_open()

    # === ADDRESS === #

    def test_former_address_leads_to_the_present_one(self):
        self.store.slug = "panes-nuevos"
        response = self._visit("/shop?search=pan&order=name")
        self.assertEqual(response.status_code, 301)
        # browsers keep such an answer for good, and a store may take its old address back
        self.assertEqual(response.headers["Cache-Control"], "no-cache")
        self.assertEqual(
            response.headers["Location"],
            "http://panes-nuevos.localhost:8069/shop?search=pan&order=name",
        )

    def test_address_that_nobody_had_leads_nowhere(self):
        self.assertNotEqual(self._visit(slug="nobody").status_code, 301)
