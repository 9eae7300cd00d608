from odoo import SUPERUSER_ID, api, fields, models
from odoo.exceptions import ValidationError

from ..tools.sharing import share_out
from ..tools.turns import take_turns

# Providers take short references; a hundred baskets have a hundred names.
MOST_NAMES = 3


class PaymentTransaction(models.Model):
    """Payments of baskets: kept until the group confirms, shared out over all, given back when it is off."""

    _inherit = "payment.transaction"

    chasqui_parts = fields.Json(
        readonly=True,
        copy=False,
        help="How much of one payment for many baskets is for each, as they were when it was made.",
    )

    @api.model_create_multi
    def create(self, vals_list):
        """Fix what each payment is for; no way to pay a basket leads around its group."""
        transactions = super().create(vals_list)
        for tx in transactions:
            baskets = tx.sale_order_ids.filtered("chasqui_collective_id")
            if baskets:
                baskets._check_chasqui_payable()
                baskets.chasqui_payment_started_at = fields.Datetime.now()
                tx.chasqui_parts = tx._share_out_chasqui_parts()
        return transactions

    @api.model
    def _compute_reference_prefix(self, separator, **values):
        """Name the payment of a whole group by the group: its reference must fit in what providers take."""
        if commands := values.get("sale_order_ids"):
            ids = self._fields["sale_order_ids"].convert_to_cache(commands, self)
            collective = self.env["sale.order"].browse(ids).exists().chasqui_collective_id
            if len(ids) > MOST_NAMES and len(collective) == 1:
                return f"G{collective.id:05}"
        return super()._compute_reference_prefix(separator, **values)

    def _share_out_chasqui_parts(self):
        """Return what each basket gets of this payment, by its id: first of all what is left of it."""
        orders = self.sale_order_ids.sorted("id")
        weights = [order._get_chasqui_amount_left() for order in orders]
        if not sum(weights):
            weights = orders.mapped("amount_total")
        return dict(zip(map(str, orders.ids), self._share_out_chasqui(weights), strict=True))

    def _share_out_chasqui(self, weights):
        return share_out(self.amount, weights, self.currency_id.rounding)

    def _get_chasqui_part(self, order):
        """Return how much of one payment for many baskets is for one of them."""
        if self.chasqui_parts:
            return self.chasqui_parts.get(str(order.id), 0.0)
        return self.amount if order in self.sale_order_ids else 0.0

    def _check_amount_and_confirm_order(self):
        """A payment of one basket confirms nothing: the group confirms, and the payment is kept."""
        baskets = self.filtered("sale_order_ids.chasqui_collective_id")
        baskets._chasqui_keep_for_group()
        return super(PaymentTransaction, self - baskets)._check_amount_and_confirm_order()

    def _chasqui_keep_for_group(self):
        """Keep what was paid, and its goods, for the group; give back what is not needed any more."""
        for tx in self:
            orders = tx.sale_order_ids
            take_turns(orders)  # their group may be called off, or confirmed, in this very moment
            orders.invalidate_recordset(["amount_paid"])
            orders.filtered(lambda order: order.state in ("sale", "cancel"))._chasqui_give_back_excess()
            for collective in orders.chasqui_collective_id:
                waiting = orders.filtered(lambda order: order.state in ("draft", "sent"))
                if waiting:
                    # What is gone by now is told when the group confirms: then it can choose.
                    waiting._chasqui_take_hold(until=max(collective.deadline, fields.Datetime.now()))
                collective._tell()

    # === GIVING BACK === #

    def _chasqui_give_back_parts(self, parts):
        """Return some of this payment by its provider, or ask the store to.

        :param dict parts: how much for each order
        """
        amount = self.currency_id.round(sum(parts.values()))
        is_whole = self.currency_id.compare_amounts(amount, self.amount) >= 0
        if is_whole and self._chasqui_can_give_back():
            self._chasqui_give_back_after_commit()
        elif self.state == "done" and self.provider_id.support_refund == "partial":
            self._chasqui_refund_after_commit(amount)
        else:
            next(iter(parts))._chasqui_ask_to_give_back(self, amount)

    def _chasqui_refund_after_commit(self, amount):
        """Ask the provider for a part of the money, once, when nothing can be rolled back."""
        registry, tx_id = self.env.registry, self.id

        @self.env.cr.postcommit.add
        def give_back():
            with registry.cursor() as cr:
                tx = api.Environment(cr, SUPERUSER_ID, {})["payment.transaction"].browse(tx_id)
                tx._refund(amount_to_refund=amount)


class SaleOrder(models.Model):
    _inherit = "sale.order"

    def _check_chasqui_payable(self):
        """Refuse to pay a basket that may not be paid now, in a sentence."""
        for order in self:
            collective = order.chasqui_collective_id
            if order.state == "cancel":
                raise ValidationError(self.env._("This basket is not part of the purchase any more."))
            if order.state == "sale":
                continue
            if collective.state != "choosing":
                raise ValidationError(
                    self.env._("The purchase is being confirmed: please wait a moment, and pay then.")
                )
            if collective.payer == "coordinator":
                raise ValidationError(
                    self.env._("The coordinator pays for everybody, once the purchase is confirmed.")
                )

    def action_quotation_sent(self):
        """A basket that waits for a transfer goes on being its person's to fill."""
        alone = self.filtered(lambda order: not order.chasqui_collective_id)
        return super(SaleOrder, alone).action_quotation_sent() if alone else True

    def _send_payment_succeeded_for_order_mail(self):
        """Who pays for all is thanked once, and the others not for what they did not pay."""
        for_all = self.filtered(lambda order: order.chasqui_collective_id.payer == "coordinator")
        of_payer = for_all.filtered(lambda order: any(order.chasqui_participant_ids.mapped("is_coordinator")))
        return super(SaleOrder, self - for_all + of_payer)._send_payment_succeeded_for_order_mail()
