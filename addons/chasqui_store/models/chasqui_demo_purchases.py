from odoo import Command, api, models

from ..tools import demo_plan


class ChasquiDemo(models.AbstractModel):
    """What the demonstration's stores buy from their producers, and the ends of their months."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_purchases(self, store, purchases):
        orders = self._ensure(
            "purchase.order",
            {
                f"{store.slug}_purchase_{number}": self._prepare_purchase_vals(store, purchase)
                for number, purchase in enumerate(purchases, start=1)
            },
        )
        bought = dict(zip(orders, purchases, strict=True))
        self._confirm_purchases(bought)
        self._receive_purchases(bought)
        self._enter_bills(bought)
        self._pay_bills(store, bought)

    @api.model
    def _prepare_purchase_vals(self, store, purchase):
        return {
            "partner_id": self._ref(f"{store.slug}_producer_{purchase.producer}").id,
            "company_id": store.company_id.id,
            "date_order": self._get_moment(purchase.ordered_on, 10),
            "order_line": [
                Command.create(
                    {
                        "product_id": self._get_variant(store, code).id,
                        "product_qty": quantity,
                        "date_planned": self._get_moment(purchase.received_on, 10),
                    }
                )
                for code, quantity in purchase.lines
            ],
        }

    @api.model
    def _confirm_purchases(self, bought):
        self.env["purchase.order"].concat(*bought).button_confirm()
        for order, purchase in bought.items():
            order.date_approve = self._get_moment(purchase.ordered_on, 11)

    @api.model
    def _receive_purchases(self, bought):
        received = {
            order.picking_ids: purchase
            for order, purchase in bought.items()
            if purchase.ends != demo_plan.ORDERED
        }
        self._validate(self.env["stock.picking"].concat(*received))
        for picking, purchase in received.items():
            picking.date_done = self._get_moment(purchase.received_on, 11)

    @api.model
    def _enter_bills(self, bought):
        """Enter what producers billed, each numbering their own."""
        billed = {
            order: purchase
            for order, purchase in bought.items()
            if purchase.ends in (demo_plan.BILLED, demo_plan.PAID)
        }
        for number, (order, purchase) in enumerate(billed.items(), start=1):
            order.action_create_invoice()
            order.invoice_ids.write(
                {
                    "invoice_date": purchase.billed_on,
                    "date": purchase.billed_on,
                    "l10n_latam_document_number": f"00002-{number:08d}",
                }
            )
        bills = self.env["purchase.order"].concat(*billed).invoice_ids
        bills.sorted("invoice_date").action_post()

    @api.model
    def _pay_bills(self, store, bought):
        payments = self._pay(
            store,
            [
                (order.invoice_ids, purchase.paid_on, False)
                for order, purchase in bought.items()
                if purchase.ends == demo_plan.PAID
            ],
        )
        self._load_bank_lines(store, payments, "Pago a")

    @api.model
    def _close_months(self, store, month_ends):
        """Make the books tell what is on the shelves, at the end of each month and today."""
        company = store.company_id
        for day in (*month_ends, None):
            if self._has_to_close(company, day):
                company.action_close_stock_valuation(at_date=day, auto_post=True)

    @api.model
    def _has_to_close(self, company, day):
        """Tell whether goods came or went: Odoo refuses to close a month of which the books know all."""
        on_shelves = sum(company.stock_value(at_date=day).values())
        in_books = sum(company.stock_accounting_value(at_date=day).values())
        return not company.currency_id.is_zero(on_shelves - in_books)
