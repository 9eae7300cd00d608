from odoo import Command, fields
from odoo.tests import Form

from .common_demo import DemoCommon


class BackOfficeCommon(DemoCommon):
    """What people of a co-op do in a day, with no more rights than they have."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = cls._as("espiga-gestion", cls.espiga)
        cls.operator = cls._as("espiga-operacion", cls.espiga)

    @classmethod
    def _sell(cls, env, *quantities, **partner):
        """Confirm an order of (product name, quantity) pairs for a new buyer."""
        buyer = env["res.partner"].create({"name": "Rosa Medina", "phone": "+54 3492 55-0101", **partner})
        order = env["sale.order"].create(
            {
                "partner_id": buyer.id,
                "order_line": [
                    Command.create(
                        {"product_id": cls._get_product(env, name).id, "product_uom_qty": quantity}
                    )
                    for name, quantity in quantities
                ],
            }
        )
        order.action_confirm()
        return order

    @classmethod
    def _deliver(cls, env, order, **quantities):
        """Deliver an order, or the quantities given of it by product code, leaving the rest for later."""
        picking = order.with_env(env).picking_ids.filtered(lambda p: p.state not in ("done", "cancel"))
        for move in picking.move_ids:
            move.quantity = quantities.get(
                move.product_id.default_code, move.product_uom_qty if not quantities else 0
            )
            move.picked = True
        picking.with_context(skip_backorder=True).button_validate()
        return picking

    @classmethod
    def _invoice(cls, order):
        invoice = order._create_invoices().with_env(order.env)  # Odoo makes it as the superuser
        invoice.action_post()
        return invoice

    @classmethod
    def _pay(cls, invoice):
        env = invoice.env
        wizard = (
            env["account.payment.register"]
            .with_context(active_model="account.move", active_ids=invoice.ids)
            .create({"journal_id": cls._get_journal(env, "bank").id})
        )
        return wizard._create_payments()

    @classmethod
    def _get_journal(cls, env, journal_type):
        return env["account.journal"].search([("type", "=", journal_type)], limit=1)

    @classmethod
    def _receive_from_bank(cls, env, amount, label):
        return env["account.bank.statement.line"].create(
            {
                "journal_id": cls._get_journal(env, "bank").id,
                "date": fields.Date.context_today(env.user),
                "payment_ref": label,
                "amount": amount,
            }
        )

    @classmethod
    def _reconcile(cls, bank_line, payment):
        """Match a line of the bank's statement with a payment, on the reconciliation screen."""
        counterpart = payment.move_id.line_ids.filtered(
            lambda line: line.account_id != payment.destination_account_id
        )
        with Form(bank_line, view="account_reconcile_oca.bank_statement_line_form_reconcile_view") as screen:
            screen.add_account_move_line_id = counterpart
        bank_line.reconcile_bank_line()

    @classmethod
    def _buy(cls, env, name, quantity):
        """Buy a product from its producer, receive it, and enter the producer's bill."""
        product = cls._get_product(env, name)
        order = env["purchase.order"].create(
            {
                "partner_id": product.seller_ids.partner_id.id,
                "order_line": [Command.create({"product_id": product.id, "product_qty": quantity})],
            }
        )
        order.button_confirm()
        cls._deliver(env, order)
        order.action_create_invoice()
        bill = order.invoice_ids
        bill.write(
            {
                "invoice_date": fields.Date.context_today(env.user),
                "l10n_latam_document_number": "00003-00000042",
            }
        )
        bill.action_post()
        return order, bill
