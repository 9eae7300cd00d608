from odoo import Command
from odoo.tests import tagged

from .common_demo import DemoCommon


@tagged("post_install", "-at_install")
class TestTransfer(DemoCommon):
    """Who pays by transfer is told where to, how much, and what happens then."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.company = cls.huerta.company_id
        cls.transfer = cls._get_provider("wire_transfer")
        cls.shopper = cls._get_user("ana").partner_id
        cls.order = cls.env["sale.order"].create(
            {
                "partner_id": cls.shopper.id,
                "company_id": cls.company.id,
                "website_id": cls.huerta.website_id.id,
                "order_line": [
                    Command.create(
                        {"product_id": cls._get_product(cls.env, "huerta_tomate").id, "product_uom_qty": 2}
                    )
                ],
            }
        )

    @classmethod
    def _get_provider(cls, custom_mode):
        return cls.env["payment.provider"].search(
            [("company_id", "=", cls.company.id), ("custom_mode", "=", custom_mode)]
        )

    def _start_payment(self, provider):
        transaction = self.env["payment.transaction"].create(
            {
                "provider_id": provider.id,
                "payment_method_id": provider.payment_method_ids[:1].id,
                "reference": f"{self.order.name}-{provider.custom_mode}",
                "amount": self.order.amount_total,
                "currency_id": self.order.currency_id.id,
                "partner_id": self.shopper.id,
                "sale_order_ids": [Command.set(self.order.ids)],
            }
        )
        transaction._set_pending()
        transaction._post_process()
        return transaction

    def test_the_mail_says_where_to_transfer_how_much(self):
        # At once, where the server's scheduler would write it a moment later.
        self.env["ir.config_parameter"].set_param("sale.async_emails", False)
        self._start_payment(self.transfer)
        self.assertEqual(self.order.state, "sent")
        body = self.order.message_ids.filtered(lambda message: self.shopper in message.partner_ids)[:1].body
        for text in ("LECHUGA.TOMATE.HUERTA", "9990001800000001000016", "5.200", self.order.reference):
            self.assertIn(text, body)

    def test_an_order_paid_another_way_is_not_asked_for_a_transfer(self):
        self._start_payment(self._get_provider("cash_on_delivery"))
        self.assertFalse(self.order._get_pending_transfer_sudo())

    def test_accounts_are_the_companys_own(self):
        other = self.espiga.company_id.bank_ids
        accounts = self.transfer._get_transfer_accounts_sudo()
        self.assertEqual(accounts.chasqui_alias, "LECHUGA.TOMATE.HUERTA")
        self.assertFalse(accounts & other)
        self.assertFalse(self._get_provider("cash_on_delivery")._get_transfer_accounts_sudo())

    def test_a_changed_account_is_shown_at_once(self):
        self.company.bank_ids.chasqui_alias = "OTRO.ALIAS.NUEVO"
        self._start_payment(self.transfer)
        self.assertIn("OTRO.ALIAS.NUEVO", self.order._render_how_to_pay())
