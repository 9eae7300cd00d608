from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common_shop import ShopCommon


@tagged("post_install", "-at_install")
class TestWayOfPaying(ShopCommon, HttpCase):
    """An order is paid to its seller, whatever a browser sends."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cash = cls.env["payment.provider"].search(
            [("custom_mode", "=", "cash_on_delivery"), ("company_id", "=", cls.company.id)], limit=1
        )
        cls.transfer = cls.env["payment.provider"].search(
            [("custom_mode", "=", "wire_transfer"), ("company_id", "=", cls.company.id)], limit=1
        )
        (cls.cash + cls.transfer).write({"state": "enabled", "is_published": True})
        cls.other_company = cls._create_other_store().company_id
        cls.foreign = cls.transfer.copy(
            {"company_id": cls.other_company.id, "website_id": False, "state": "enabled"}
        )
        cls.foreign.is_published = True
        cls._set_stock(cls.jam, 5)
        cls._create_point()
        cls.cart = cls._create_cart((cls.jam, 1))
        cls.cart._set_delivery_method(cls.pickup)

    def _start(self, provider, route=None, document=None, **values):
        document = document or self.cart
        return self.make_jsonrpc_request(
            route or f"/shop/payment/transaction/{document.id}",
            {
                "access_token": document._portal_ensure_token(),
                "provider_id": provider.id,
                "payment_method_id": provider.payment_method_ids[:1].id,
                "token_id": None,
                "amount": document.amount_total,
                "flow": "redirect",
                "tokenization_requested": False,
                "landing_route": "/shop/payment/validate",
                **values,
            },
        )

    def _start_refused(self, *args, **values):
        with mute_logger("odoo.http"), self.assertRaises(JsonRpcException) as caught:
            self._start(*args, **values)
        self.assertIn("odoo.exceptions.ValidationError", str(caught.exception))
        self.assertFalse(self.cart.transaction_ids)

    def test_a_provider_of_the_store_is_accepted_and_the_stock_held(self):
        self._start(self.transfer)
        self.assertEqual(self.cart.transaction_ids.company_id, self.company)
        self.assertTrue(self.cart.chasqui_held_until)

    def test_a_provider_of_another_store_is_refused(self):
        self._start_refused(self.foreign)

    def test_a_provider_that_is_off_or_hidden_is_refused(self):
        self.transfer.is_published = False
        self._start_refused(self.transfer)
        self.transfer.state = "disabled"
        self._start_refused(self.transfer)

    def test_the_method_of_another_provider_is_refused(self):
        self._start_refused(self.transfer, payment_method_id=self.cash.payment_method_ids[:1].id)

    def test_cash_on_pickup_is_for_those_who_collect(self):
        self.pickup.allow_cash_on_delivery = False
        self._start_refused(self.cash)
        self.pickup.allow_cash_on_delivery = True
        self._start(self.cash)
        self.assertEqual(self.cart.transaction_ids.provider_id, self.cash)

    def test_nonsense_is_refused(self):
        for provider_id in ("x", -1, 10**30, None, [1]):
            with self.subTest(provider_id=provider_id):
                self._start_refused(self.transfer, provider_id=provider_id)

    def test_the_portal_s_pay_button_checks_too(self):
        route = f"/my/orders/{self.cart.id}/transaction"
        self._start_refused(self.foreign, route=route)
        self._start(self.transfer, route=route)
        self.assertEqual(self.cart.transaction_ids.company_id, self.company)

    def test_an_invoice_is_paid_to_its_seller(self):
        invoice = self.env["account.move"].create(
            {
                "move_type": "out_invoice",
                "partner_id": self.shopper.id,
                "invoice_line_ids": [
                    Command.create({"product_id": self.jam.id, "price_unit": 10, "tax_ids": False})
                ],
            }
        )
        invoice.action_post()
        route = f"/invoice/transaction/{invoice.id}"
        self._start_refused(self.foreign, route=route, document=invoice)
        self.assertFalse(invoice.transaction_ids)
        self._start(self.transfer, route=route, document=invoice)
        self.assertEqual(invoice.transaction_ids.company_id, self.company)

    def test_paying_starts_only_for_what_can_be_held(self):
        other = self._create_cart((self.jam, 5))
        other._chasqui_take_hold()
        self._start_refused(self.transfer)
