from unittest.mock import patch

from odoo.exceptions import ConcurrencyError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tools import mute_logger

from .common_shop import ShopCommon


@tagged("post_install", "-at_install")
class TestLatePayment(ShopCommon, HttpCase):
    """Payments by a provider that redirects, and come back when they please."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_stock(cls.jam, 1)
        cls.provider = cls.env["payment.provider"].search(
            [("code", "=", "mercado_pago"), ("company_id", "=", cls.company.id)], limit=1
        )
        cls.provider.write(
            {
                "state": "test",
                "is_published": True,
                "mercado_pago_access_token": "TEST",
                "mercado_pago_account_country_id": cls.env.ref("base.ar").id,
                "journal_id": cls.env["account.journal"]
                .search([("type", "=", "bank"), ("company_id", "=", cls.company.id)], limit=1)
                .id,
            }
        )
        cls.method = cls.provider.payment_method_ids[:1]
        cls.cart = cls._create_cart((cls.jam, 1))

    def _create_tx(self, order, **values):
        return self.env["payment.transaction"].create(
            {
                "provider_id": self.provider.id,
                "payment_method_id": self.method.id,
                "reference": f"{order.name}-{values.get('state', 'tx')}",
                "amount": order.amount_total,
                "currency_id": order.currency_id.id,
                "partner_id": order.partner_id.id,
                "sale_order_ids": [Command.set(order.ids)],
                "operation": "online_redirect",
                **values,
            }
        )

    def _pay(self, order, state="done", **values):
        tx = self._create_tx(order, state=state, **values)
        tx._post_process()
        return tx

    @staticmethod
    def _support_refunds(providers):
        providers.update(
            {
                "support_express_checkout": False,
                "support_manual_capture": False,
                "support_refund": "partial",
                "support_tokenization": False,
            }
        )

    def _sell_to_somebody_else(self):
        other = self._create_cart((self.jam, 1))
        other.action_confirm()
        return other

    def test_who_pays_by_a_reference_that_somebody_took_just_now_begins_again(self):
        """Orders of two stores have the same number: Odoo would have said “Reference must be unique”."""
        self._create_tx(self.cart, reference="S00005")
        with self.assertRaises(ConcurrencyError), mute_logger("odoo.sql_db"), self.env.cr.savepoint():
            self._create_tx(self.cart, reference="S00005")

    def test_who_pays_in_time_gets_the_goods(self):
        self.cart._chasqui_take_hold()
        self._pay(self.cart)
        self.assertEqual(self.cart.state, "sale")
        self.assertEqual(self.cart.picking_ids.state, "assigned")
        self.assertFalse(self.cart.chasqui_late_payment)

    def test_who_pays_late_gets_the_goods_that_are_still_there(self):
        self._pay(self.cart)
        self.assertEqual(self.cart.picking_ids.state, "assigned")

    def test_who_pays_late_for_what_is_gone_has_a_credit_and_is_told(self):
        self._sell_to_somebody_else()
        tx = self._pay(self.cart)
        self.assertEqual(self.cart.state, "cancel")
        self.assertEqual(self.cart.chasqui_late_payment, "credit")
        self.assertIn("Jam", self.cart.chasqui_late_reason)
        self.assertFalse(self.cart.picking_ids)
        self.assertEqual(tx.payment_id.state, "in_process")
        self.assertEqual(tx.payment_id.amount, 100)
        template = self.env.ref("chasqui_store.mail_template_late_payment")
        self.cart._send_order_notification_mail(template, allow_deferred_sending=False)
        mail = self.cart.message_ids[:1]
        self.assertIn(self.cart.name, mail.subject)
        self.assertIn("Jam", mail.body)
        self.assertIn("100", mail.body)
        self.assertEqual(len(self.cart.activity_ids), 1)

    def test_the_orders_page_tells_what_became_of_the_money(self):
        page = self.url_open(self.cart.get_portal_url()).text
        self.assertNotIn('name="chasqui_late"', page)
        self._sell_to_somebody_else()
        self._pay(self.cart)
        page = self.url_open(self.cart.get_portal_url()).text
        self.assertIn('name="chasqui_late"', page)
        self.assertIn('name="chasqui_late_credit"', page)
        self.assertNotIn('name="chasqui_late_refund"', page)

    def test_a_provider_that_can_gives_the_money_back_after_the_commit(self):
        self._sell_to_somebody_else()
        self.patch(type(self.provider), "_compute_feature_support_fields", self._support_refunds)
        self.provider.invalidate_recordset(["support_refund"])
        tx = self._pay(self.cart)
        self.assertEqual(self.cart.chasqui_late_payment, "refund")
        self.assertFalse(tx.child_transaction_ids, "Not while it can still be rolled back")
        self.assertTrue(self.env.cr.postcommit)

    def test_a_mail_that_fails_does_not_undo_a_payment(self):
        """Mails, with their PDFs, are written after the payment's transaction."""
        self.env["ir.config_parameter"].set_param("sale.async_emails", "True")
        with patch.object(
            type(self.env["ir.actions.report"]), "_render_qweb_pdf", side_effect=OSError("no PDF")
        ):
            self._pay(self.cart)
        self.assertEqual(self.cart.state, "sale")
        self.assertTrue(self.cart.pending_email_template_id)

    def test_cash_is_not_promised_for_what_is_gone(self):
        self.provider = self.env["payment.provider"].search(
            [("custom_mode", "=", "cash_on_delivery"), ("company_id", "=", self.company.id)], limit=1
        )
        self.method = self.env.ref("delivery.payment_method_cash_on_delivery")
        self._sell_to_somebody_else()
        tx = self._pay(self.cart, state="pending")
        self.assertEqual(tx.state, "cancel")
        self.assertEqual(self.cart.state, "draft")

    def test_cash_on_pickup_confirms_at_once(self):
        self.provider = self.env["payment.provider"].search(
            [("custom_mode", "=", "cash_on_delivery"), ("company_id", "=", self.company.id)], limit=1
        )
        self.method = self.env.ref("delivery.payment_method_cash_on_delivery")
        self._pay(self.cart, state="pending")
        self.assertEqual(self.cart.picking_ids.state, "assigned")

    def test_what_is_paid_by_transfer_is_kept_for_as_long_as_the_store_says(self):
        self.store.hold_transfer_hours = 30
        self.provider = self.env.ref("payment.payment_provider_transfer")
        self.provider.write({"state": "enabled", "company_id": self.company.id})
        self.method = self.env.ref("payment_custom.payment_method_wire_transfer")
        tx = self._pay(self.cart, state="pending")
        self.assertEqual(self.cart.state, "sent")
        hours = (self.cart.chasqui_held_until - tx.create_date).total_seconds() / 3600
        self.assertAlmostEqual(hours, 30, delta=0.1)
        self.assertTrue(self._create_cart((self.jam, 1))._chasqui_take_hold().shortages)
        self.cart.action_confirm()
        self.assertEqual(self.cart.picking_ids.state, "assigned")
