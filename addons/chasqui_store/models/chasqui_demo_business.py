from odoo import Command, api, fields, models

from ..tools import demo_plan
from ..tools.transaction import commit

SHOPPERS_OF_A_STORE = 9


class ChasquiDemo(models.AbstractModel):
    """Six months of business: what shoppers order, how it is delivered, and what of it came back.

    Everything is done as people do it, in the order in which it happened, and then dated as it happened.
    """

    _inherit = "chasqui.demo"

    @api.model
    def _load_business(self, slugs):
        """Let the stores work for six months, those that did not.

        What is interrupted stays half told: begin again in a new database, as the launcher does.
        """
        for slug in slugs:
            if not self._ref(f"{slug}_sale_1"):
                store = self._ref(slug)
                company = store.company_id
                demo = self.with_company(company).with_context(
                    allowed_company_ids=company.ids,
                    mail_create_nolog=True,
                    mail_create_nosubscribe=True,
                    mail_notrack=True,
                )
                demo._load_store_business(store.with_env(demo.env))
                commit(self.env)

    @api.model
    def _load_store_business(self, store):
        data = self._read_json(f"stores/{store.slug}.json")
        shoppers = self._get_nearest_shoppers(data["company"])
        plan = demo_plan.Plan(
            store.slug,
            self._read_csv(f"stores/{store.slug}.csv"),
            data["business"]["sales"],
            len(shoppers),
            self._get_first_day(),
            fields.Date.context_today(self),
        )
        sales = self._create_orders(store, plan.sales, shoppers)
        self._promise_transfers(store, sales)
        self._confirm_orders(sales)
        self._deliver_orders(sales)
        self._invoice_orders(sales)
        self._bring_back(sales)
        self._collect(store, sales)
        self._load_purchases(store, plan.purchases)
        self._close_months(store, plan.get_month_ends())
        self._drop_mails()

    @api.model
    def _get_nearest_shoppers(self, place):
        """Return the people who live nearest to a store: they buy there."""

        def get_distance(person):
            return (person["latitude"] - place["latitude"]) ** 2 + (
                person["longitude"] - place["longitude"]
            ) ** 2

        people = sorted(self._read_json("people.json")["shoppers"], key=get_distance)
        return [self._get_shopper(person) for person in people[:SHOPPERS_OF_A_STORE]]

    # === ORDERS === #

    @api.model
    def _create_orders(self, store, sales, shoppers):
        """Return the orders, oldest first, each with its sale."""
        orders = self._ensure(
            "sale.order",
            {
                f"{store.slug}_sale_{number}": self._prepare_order_vals(store, sale, shoppers[sale.shopper])
                for number, sale in enumerate(sales, start=1)
            },
        )
        booked = dict(zip(orders, sales, strict=True))
        self._choose_delivery(store, booked)
        return booked

    @api.model
    def _prepare_order_vals(self, store, sale, shopper):
        return {
            "partner_id": shopper.id,
            "company_id": store.company_id.id,
            "website_id": store.website_id.id,
            "date_order": self._get_moment(sale.ordered_on, 9),
            "user_id": False,
            "order_line": [
                Command.create({"product_id": self._get_variant(store, code).id, "product_uom_qty": quantity})
                for code, quantity in sale.lines
            ],
        }

    @api.model
    def _get_variant(self, store, code):
        return self._ref(f"{store.slug}_{code}").product_variant_id

    @api.model
    def _choose_delivery(self, store, booked):
        carriers = self.env["delivery.carrier"].search([("company_id", "=", store.company_id.id)])
        pickup = carriers.filtered(lambda carrier: carrier.delivery_type == "chasqui_pickup")
        points = store.pickup_point_ids
        for number, (order, sale) in enumerate(booked.items()):
            if sale.at_home:
                order.set_delivery_line((carriers - pickup)[:1], 0.0)
            else:
                order.set_delivery_line(pickup, 0.0)
                order._set_chasqui_pickup_point(points[number % len(points)])

    @api.model
    def _promise_transfers(self, store, booked):
        """Leave some orders as their shoppers did: the money is on its way, the goods are kept."""
        provider = self.env["payment.provider"].search(
            [("company_id", "=", store.company_id.id), ("custom_mode", "=", "wire_transfer")]
        )
        for order, sale in booked.items():
            if sale.ends == demo_plan.PROMISED:
                order.state = "sent"
                transaction = self.env["payment.transaction"].create(
                    self._prepare_transaction_vals(order, provider)
                )
                transaction._set_pending()
                transaction._chasqui_hold_promised_orders()

    @api.model
    def _prepare_transaction_vals(self, order, provider):
        return {
            "provider_id": provider.id,
            "payment_method_id": provider.payment_method_ids[:1].id,
            "reference": self.env["payment.transaction"]._compute_reference(provider.code, prefix=order.name),
            "amount": order.amount_total,
            "currency_id": order.currency_id.id,
            "partner_id": order.partner_id.id,
            "sale_order_ids": [Command.set(order.ids)],
            "is_post_processed": True,
        }

    @api.model
    def _confirm_orders(self, booked):
        confirmed = {order: sale for order, sale in booked.items() if sale.is_confirmed}
        orders = self.env["sale.order"].concat(*confirmed)
        orders.action_confirm()
        for order, sale in confirmed.items():
            order.date_order = self._get_moment(sale.ordered_on, 10)
        # What the confirmations held is reserved by now, and in nobody's way.
        commit(self.env)
        self.env["chasqui.stock.hold"]._release(orders.ids)

    # === DELIVERIES AND RETURNS === #

    @api.model
    def _deliver_orders(self, booked):
        delivered = {order.picking_ids: sale for order, sale in booked.items() if sale.delivered_on}
        pickings = self.env["stock.picking"].concat(*delivered)
        for picking, sale in delivered.items():
            if sale.ends == demo_plan.PARTIAL:
                picking.move_ids[1:].quantity = 0
        self._validate(pickings)
        for picking, sale in delivered.items():
            picking.date_done = self._get_moment(sale.delivered_on, 17)

    @api.model
    def _validate(self, pickings):
        pickings.move_ids.picked = True
        pickings.with_context(skip_backorder=True).button_validate()

    @api.model
    def _bring_back(self, booked):
        """Take back one damaged unit of some orders after they were invoiced, against a credit note.

        In the order of the days on which they came back: credit notes are numbered by date.
        """
        returned = [(order, sale) for order, sale in booked.items() if sale.ends == demo_plan.RETURNED]
        for order, sale in sorted(returned, key=lambda pair: pair[1].delivered_on):
            picking = self._create_return(order.picking_ids)
            self._validate(picking)
            picking.date_done = self._get_moment(sale.delivered_on, 19)
            invoice = order.invoice_ids
            credit_note = order._create_invoices(final=True)
            credit_note.invoice_date = sale.delivered_on
            credit_note.action_post()
            self._get_open_items(invoice + credit_note).reconcile()

    @api.model
    def _create_return(self, picking):
        wizard = (
            self.env["stock.return.picking"]
            .with_context(active_model="stock.picking", active_ids=picking.ids, active_id=picking.id)
            .create({"picking_id": picking.id})
        )
        wizard.product_return_moves[:1].quantity = 1
        return self.env["stock.picking"].browse(wizard.action_create_returns()["res_id"])

    # === INVOICES AND MONEY === #

    @api.model
    def _invoice_orders(self, booked):
        """Invoice on the day of the delivery, all in the order of their dates: so they are numbered."""
        invoiced = {order: sale for order, sale in booked.items() if sale.is_invoiced}
        orders = self.env["sale.order"].concat(*invoiced)
        invoices = orders._create_invoices(grouped=True)
        for order, sale in invoiced.items():
            order.invoice_ids.invoice_date = sale.delivered_on
        invoices.sorted("invoice_date").action_post()

    @api.model
    def _get_open_items(self, moves):
        """Return the lines by which these documents are owed."""
        return moves.line_ids.filtered(
            lambda line: line.account_id.account_type in ("asset_receivable", "liability_payable")
        )

    @api.model
    def _collect(self, store, booked):
        """Register what shoppers paid, in the order in which they did; the bank tells of transfers."""
        paid = {order: sale for order, sale in booked.items() if sale.paid_on}
        matched = [
            (order.invoice_ids.filtered(lambda move: move.move_type == "out_invoice"), sale)
            for order, sale in paid.items()
            if sale.ends != demo_plan.UNMATCHED
        ]
        payments = self._pay(store, [(invoice, sale.paid_on, sale.in_cash) for invoice, sale in matched])
        self._load_bank_lines(
            store, payments.filtered(lambda payment: payment.journal_id.type == "bank"), "Transferencia de"
        )
        for order, sale in paid.items():
            if sale.ends == demo_plan.UNMATCHED:
                self._load_unmatched_line(store, order, sale.paid_on)

    @api.model
    def _pay(self, store, rows):
        """Pay invoices or bills, each whole, and match the payments with them.

        :param list rows: document, day, whether in cash
        """
        rows = sorted(rows, key=lambda row: row[1])
        payments = self.env["account.payment"].create(
            [self._prepare_payment_vals(store, *row) for row in rows]
        )
        payments.action_post()
        plan = []
        for payment, (document, _day, _in_cash) in zip(payments, rows, strict=True):
            document.matched_payment_ids += payment
            items = self._get_open_items(document + payment.move_id)
            plan.append(items.filtered(lambda item: not item.reconciled))
        self.env["account.move.line"]._reconcile_plan(plan)
        return payments

    @api.model
    def _prepare_payment_vals(self, store, document, day, in_cash):
        inbound = document.is_inbound()
        return {
            "date": day,
            "amount": document.amount_residual,
            "payment_type": "inbound" if inbound else "outbound",
            "partner_type": "customer" if inbound else "supplier",
            "partner_id": document.commercial_partner_id.id,
            "journal_id": self._get_journal(store.company_id, "cash" if in_cash else "bank").id,
            "company_id": store.company_id.id,
            "memo": document.payment_reference or document.ref or document.name,
            "destination_account_id": self._get_open_items(document).account_id.id,
        }

    @api.model
    def _load_bank_lines(self, store, payments, label):
        """Enter what the bank says of some payments, matched with them."""
        lines = self.env["account.bank.statement.line"].create(
            [
                {
                    "journal_id": payment.journal_id.id,
                    "date": payment.date,
                    "amount": payment.amount_signed,
                    "partner_id": payment.partner_id.id,
                    "payment_ref": f"{label} {payment.partner_id.name}",
                    "counterpart_account_id": payment.outstanding_account_id.id,
                }
                for payment in payments
            ]
        )
        self.env["account.move.line"]._reconcile_plan(
            [
                (line.move_id + payment.move_id).line_ids.filtered(
                    lambda item, payment=payment: item.account_id == payment.outstanding_account_id
                )
                for line, payment in zip(lines, payments, strict=True)
            ]
        )

    @api.model
    def _load_unmatched_line(self, store, order, day):
        """Enter a transfer that somebody has still to match with its invoice."""
        self.env["account.bank.statement.line"].create(
            {
                "journal_id": self._get_journal(store.company_id, "bank").id,
                "date": day,
                "amount": order.invoice_ids.amount_total,
                "payment_ref": f"Transferencia de {order.partner_id.name}",
            }
        )
