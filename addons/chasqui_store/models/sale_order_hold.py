from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.tools import SQL, format_datetime

from .chasqui_stock_hold import Wanted

CONFIRMING = timedelta(minutes=10)


class SaleOrder(models.Model):
    """Orders of stores keep stock from before they are paid until they are reserved."""

    _inherit = "sale.order"

    chasqui_hold_consumed = fields.Integer(
        copy=False,
        readonly=True,
        help="Holds up to this id have become reservations; written by what reserves.",
    )
    chasqui_held_until = fields.Datetime(
        string="Stock kept until", compute="_compute_chasqui_held_until", compute_sudo=True
    )

    def _compute_chasqui_held_until(self):
        self.flush_model(["chasqui_hold_consumed"])
        self.env.cr.execute(
            SQL(
                "SELECT order_id, min(expires_at) FROM chasqui_stock_hold hold"
                " WHERE order_id IN %s AND %s GROUP BY order_id",
                tuple(self.ids or (0,)),
                self.env["chasqui.stock.hold"]._get_alive_sql(),
            )
        )
        until = dict(self.env.cr.fetchall())
        for order in self:
            order.chasqui_held_until = until.get(order.id, False)

    # === PUBLIC API OF HOLDS ===#

    def _chasqui_take_hold(self, until=None, extend=True):
        """Keep what these orders want, all of it or nothing, in one short transaction.

        :param datetime until: how long; by default as long as the store keeps it for a payment
        :param bool extend: whether a hold that is alive lasts longer by this
        :return: ``until`` when it is kept, ``shortages`` when it is not
        :rtype: Hold
        """
        return self.order_line._chasqui_take_hold(
            until=until or fields.Datetime.now() + self._get_chasqui_hold_time(), extend=extend
        )

    def _chasqui_release_hold(self):
        """Give back what these orders keep, at once and whatever becomes of this transaction."""
        held = self.filtered("chasqui_held_until")
        if held:
            self.env["chasqui.stock.hold"].sudo()._release(held.ids)

    def _chasqui_consume_hold(self):
        """Let the reservations of this transaction stand for the holds taken so far."""
        if not self:
            return
        self.env.cr.execute("SELECT last_value FROM chasqui_stock_hold_id_seq")
        self.sudo().chasqui_hold_consumed = self.env.cr.fetchone()[0]
        self.invalidate_recordset(["chasqui_held_until"])

    def _chasqui_check_hold(self, until=None):
        """Take a hold, or raise the sentence that tells what is short."""
        hold = self._chasqui_take_hold(until=until)
        if hold.shortages:
            raise ValidationError(self._chasqui_explain_shortages(hold.shortages))
        return hold

    def _chasqui_explain_shortages(self, shortages):
        """Return what is short, in words that a shopper understands."""
        return "\n".join(self._chasqui_explain_shortage(shortage) for shortage in shortages)

    def _chasqui_explain_shortage(self, shortage):
        product = self.env["product.product"].sudo().browse(shortage.product_id)
        if product.uom_id.is_zero(shortage.available):
            return self.env._("%s is sold out.", product.name)
        return self.env._(
            "Of %(product)s only %(available)s %(unit)s are left, and you want %(wanted)s.",
            product=product.name,
            available=f"{shortage.available:g}",
            unit=product.uom_id.name,
            wanted=f"{shortage.wanted:g}",
        )

    # === HOW LONG ===#

    def _get_chasqui_hold_time(self):
        """Return how long the store keeps what is being paid."""
        return timedelta(minutes=self.company_id.sudo().chasqui_store_ids[:1].hold_minutes or 20)

    def _get_chasqui_transfer_time(self):
        """Return how long the store keeps what somebody promised to pay by transfer."""
        return timedelta(hours=self.company_id.sudo().chasqui_store_ids[:1].hold_transfer_hours)

    def _get_chasqui_held_text(self, until=None):
        """Return “kept for you until 18:40”, on the store's clock; nothing when nothing is kept.

        The day is told when it is not today.
        """
        until = until or self.chasqui_held_until
        if not until:
            return ""
        tz = self.company_id.sudo()._get_chasqui_tz()
        clock = self.with_context(tz=tz)
        time = format_datetime(self.env, until, tz=tz, dt_format="HH:mm")
        day = fields.Datetime.context_timestamp(clock, until).date()
        if day == fields.Date.context_today(clock):
            return self.env._("Kept for you until %s.", time)
        return self.env._(
            "Kept for you until %(day)s at %(time)s.",
            day=format_datetime(self.env, until, tz=tz, dt_format="EEEE d/M"),
            time=time,
        )

    # === WHERE ODOO MOVES ===#

    def _check_cart_is_ready_to_be_paid(self):
        """Hold what will be paid, just before the payment starts."""
        super()._check_cart_is_ready_to_be_paid()
        self._chasqui_check_hold()

    def _get_free_qty(self, product):
        """Do not offer what others hold."""
        kept = (
            product.with_context(
                warehouse_id=self._get_shop_warehouse_id(), chasqui_own_order_ids=tuple(self.ids)
            )
            .sudo()
            .chasqui_kept_qty
        )
        return super()._get_free_qty(product) - kept

    def _verify_cart_after_update(self):
        """A cart that changes gives back what it held: it is held again at the next payment."""
        super()._verify_cart_after_update()
        self._chasqui_release_hold()

    def _action_cancel(self):
        res = super()._action_cancel()
        self._chasqui_release_hold()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_chasqui_holds(self):
        self._chasqui_release_hold()


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    def _filter_chasqui_held(self):
        """Return the lines that may be sold no further than the stock goes.

        Left out: services and what is not counted, what the store sells beyond its stock on
        purpose, and what is bought for each order.
        """
        return self.filtered(
            lambda line: (
                line.product_id.is_storable
                and not line.product_id.allow_out_of_stock_order
                and line.company_id.sudo().chasqui_store_ids
                and not line.is_mto
            )
        )

    def _chasqui_take_hold(self, until, extend=True, quantities=None):
        """Keep stock for these lines; see ``sale.order._chasqui_take_hold``.

        :param dict quantities: quantity per line, in the line's unit, when not the ordered one
        :rtype: Hold
        """
        wanted = []
        for line in self._filter_chasqui_held():
            quantity = quantities[line] if quantities else line.product_uom_qty
            if line.product_uom_id.compare(quantity, 0.0) > 0:
                wanted.append(line._prepare_chasqui_wanted(quantity))
        return self.env["chasqui.stock.hold"].sudo()._take(wanted, until, extend=extend)

    def _prepare_chasqui_wanted(self, quantity):
        return Wanted(
            order_id=self.order_id.id,
            line_id=self.id,
            company_id=self.company_id.id,
            product_id=self.product_id.id,
            warehouse_id=(self.warehouse_id or self.order_id.warehouse_id).id,
            quantity=self.product_uom_id._compute_quantity(
                quantity, self.product_id.uom_id, rounding_method="HALF-UP"
            ),
        )

    def _action_launch_stock_rule(self, *, previous_product_uom_qty=False):
        """Reserve only what is held: by the payment before, or here and now.

        Also for what is added to an order after it was confirmed.
        """
        if self.env.context.get("skip_procurement"):
            return super()._action_launch_stock_rule(previous_product_uom_qty=previous_product_uom_qty)
        held = self._chasqui_hold_for_reservation(previous_product_uom_qty)
        lines = self.with_context(chasqui_held_product_ids=tuple(held.product_id.ids))
        res = super(SaleOrderLine, lines)._action_launch_stock_rule(
            previous_product_uom_qty=previous_product_uom_qty
        )
        held.order_id._chasqui_consume_hold()
        self.env["stock.quant"]._chasqui_tidy_after_commit(self.product_id)
        return res

    def _chasqui_hold_for_reservation(self, previous_product_uom_qty):
        """Hold what these lines will reserve; return those of them that were held."""
        lines = self._filter_chasqui_held().filtered(
            lambda line: line.state == "sale" and not line.order_id.locked
        )
        quantities = {
            line: line.product_uom_qty - line._get_qty_procurement(previous_product_uom_qty) for line in lines
        }
        hold = lines._chasqui_take_hold(fields.Datetime.now() + CONFIRMING, quantities=quantities or None)
        if hold.shortages:
            raise ValidationError(lines.order_id._chasqui_explain_shortages(hold.shortages))
        return lines
