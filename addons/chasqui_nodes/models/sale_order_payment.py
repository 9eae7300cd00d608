from odoo import api, fields, models

PAID = ("authorized", "done")


class SaleOrder(models.Model):
    """What was paid of a basket: its part of each payment, less what was given back."""

    _inherit = "sale.order"

    chasqui_given_back = fields.Monetary(
        string="Given back", copy=False, readonly=True, help="What was paid and is on its way back."
    )
    chasqui_payment_started_at = fields.Datetime(
        copy=False,
        readonly=True,
        help="Written whenever a payment begins, so that a group that is called off meanwhile notices it.",
    )

    # === COMPUTE METHODS === #

    @api.depends("transaction_ids", "chasqui_given_back")
    def _compute_amount_paid(self):
        """Of one payment for all baskets each has its part."""
        baskets = self.filtered(lambda order: order.chasqui_collective_id or order.chasqui_given_back)
        for order in baskets:
            paid = sum(tx._get_chasqui_part(order) for tx in order._get_chasqui_payments())
            order.amount_paid = order.currency_id.round(paid - order.chasqui_given_back)
        super(SaleOrder, self - baskets)._compute_amount_paid()

    # === BUSINESS METHODS === #

    def _get_chasqui_payments(self):
        return self.transaction_ids.filtered(lambda tx: tx.state in PAID and tx.operation != "refund")

    def _has_chasqui_payment(self):
        """Tell whether money came, or may still come, for this basket."""
        return any(tx.state not in ("cancel", "error") for tx in self.transaction_ids)

    def _get_chasqui_amount_left(self):
        """Return what is left to pay the store: by payments, or by invoices that were paid at its desk."""
        self.ensure_one()
        if self.state == "cancel" or self._is_chasqui_invoice_paid():
            return 0.0
        return max(self.currency_id.round(self.amount_total - self.amount_paid), 0.0)

    def _is_chasqui_invoice_paid(self):
        invoices = self.invoice_ids.filtered(
            lambda move: move.state == "posted" and move.move_type == "out_invoice"
        )
        return bool(invoices) and all(move.payment_state in ("paid", "in_payment") for move in invoices)

    def _is_chasqui_settled(self):
        """Tell whether nothing is left to pay of a confirmed basket."""
        return self.state == "sale" and not self._get_chasqui_amount_left()

    def _chasqui_give_goods_back(self):
        """Leave nothing of a confirmed basket but its part of the freight."""
        self.picking_ids.filtered(lambda picking: picking.state not in ("done", "cancel")).action_cancel()
        self.order_line.filtered(
            lambda line: not line.is_delivery and not line.display_type
        ).product_uom_qty = 0

    # === GIVING BACK === #

    def _chasqui_give_back_excess(self):
        """Give back what was paid beyond what the baskets cost now."""
        excess = {}
        for order in self:
            cost = 0.0 if order.state == "cancel" else order.amount_total
            if order.currency_id.compare_amounts(order.amount_paid, cost) > 0:
                excess[order] = order.amount_paid - cost
        self._chasqui_give_back(excess)

    def _chasqui_give_back_payments(self):
        """Give back all that was paid of these baskets."""
        self._chasqui_give_back({order: order.amount_paid for order in self})

    def _chasqui_give_back(self, amounts):
        """Ask the providers to return some of what was paid, or the store where they cannot.

        :param dict amounts: how much of each order
        """
        by_transaction = {}
        for order, amount in amounts.items():
            left = order.currency_id.round(amount)
            for tx in order._get_chasqui_payments().sorted("id", reverse=True):
                part = min(left, tx._get_chasqui_part(order))
                if order.currency_id.compare_amounts(part, 0.0) > 0:
                    by_transaction.setdefault(tx, {})[order] = part
                    left = order.currency_id.round(left - part)
            order.chasqui_given_back += amount - left
        for tx, parts in by_transaction.items():
            tx._chasqui_give_back_parts(parts)

    def _chasqui_ask_to_give_back(self, tx, amount):
        """Put it on the desk of the store's manager: this way of paying returns nothing by itself."""
        manager = self.company_id.sudo().chasqui_store_ids.manager_id or self.env.ref("base.user_admin")
        self.activity_schedule(
            "mail.mail_activity_data_todo",
            user_id=manager.id,
            summary=self.env._(
                "Give %(amount)s back to %(name)s",
                amount=self.currency_id.format(amount),
                name=tx.partner_id.name,
            ),
            note=self.env._("Of their payment %s in a collective purchase.", tx.reference),
        )
