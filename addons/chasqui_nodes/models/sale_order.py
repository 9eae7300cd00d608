from odoo import api, fields, models
from odoo.exceptions import ValidationError
from odoo.fields import Domain
from odoo.tools import formatLang

from ..tools.sharing import format_amount, format_goods


class SaleOrder(models.Model):
    """A participant's basket: theirs to fill, the group's to confirm.

    For Odoo a draft order with a website is the abandoned cart of its customer, repriced when they
    sign in. A basket is never a cart candidate and keeps its prices: it is reached by taking part.
    """

    _inherit = "sale.order"

    chasqui_collective_id = fields.Many2one(
        comodel_name="chasqui.collective.order",
        string="Collective Purchase",
        ondelete="restrict",
        copy=False,
        readonly=True,
        index="btree_not_null",
        check_company=True,
    )

    chasqui_participant_ids = fields.One2many(
        comodel_name="chasqui.collective.participant", inverse_name="order_id"
    )

    # === COMPUTE METHODS === #

    def _compute_pricelist_id(self):
        """Baskets keep the prices of their group, whoever signs in and wherever they live."""
        super(
            SaleOrder, self.filtered(lambda order: not order._keeps_chasqui_prices())
        )._compute_pricelist_id()

    def _keeps_chasqui_prices(self):
        return bool(self.chasqui_collective_id and self.pricelist_id)

    def _compute_abandoned_cart(self):
        baskets = self.filtered("chasqui_collective_id")
        baskets.is_abandoned_cart = False
        super(SaleOrder, self - baskets)._compute_abandoned_cart()

    def _search_abandoned_cart(self, operator, value):
        domain = super()._search_abandoned_cart(operator, value)
        if domain is NotImplemented:
            return domain
        return Domain(domain) & Domain("chasqui_collective_id", "=", False)

    @api.model
    def _search(self, domain, *args, **kwargs):
        """Leave baskets out where Odoo looks for somebody's abandoned cart."""
        if self.env.context.get("chasqui_carts_only"):
            domain = Domain(domain) & Domain("chasqui_collective_id", "=", False)
        return super()._search(domain, *args, **kwargs)

    # === CART === #

    def _update_address(self, partner_id, fnames=None):
        """Change whose basket it is, and nothing of what it costs."""
        if not self.chasqui_collective_id:
            return super()._update_address(partner_id, fnames)
        return self.write(dict.fromkeys(fnames or [], partner_id))

    def _verify_updated_quantity(self, order_line, product_id, new_qty, uom_id, **kwargs):
        """A basket of a group that is not choosing any more stays as it was confirmed."""
        collective_sudo = self.sudo().chasqui_collective_id
        if collective_sudo and collective_sudo.state != "choosing":
            return order_line.product_uom_qty, self.env._(
                "The purchase was already confirmed: nothing changes any more."
            )
        return super()._verify_updated_quantity(order_line, product_id, new_qty, uom_id, **kwargs)

    def _verify_cart_after_update(self):
        super()._verify_cart_after_update()
        self.chasqui_collective_id._tell()

    def _check_cart_is_ready_to_be_paid(self):
        super()._check_cart_is_ready_to_be_paid()
        self._check_chasqui_way()

    def _check_chasqui_way(self):
        """Refuse to sell alone what does not reach the minimum, or by a way that is switched off."""
        if refusals := self._get_chasqui_refusals():
            raise ValidationError("\n".join(refusals))

    def _get_chasqui_refusals(self):
        """Return why this order cannot be paid by itself, in sentences."""
        if self.chasqui_collective_id:
            return [self.env._("This is a basket of a collective purchase: go back to the group.")]
        way = self._get_chasqui_buying_way()
        if way and not way.is_on:
            return [self.env._("This store sells to people who buy together: start a purchase or join one.")]
        return way._get_missing(self._get_chasqui_goods_amount(), self._get_chasqui_measures()[0])

    def _get_chasqui_buying_way(self):
        """Return the store's terms for this order, as sudo; nothing where no store sells."""
        if self.chasqui_collective_id:
            return self.sudo().chasqui_collective_id._get_way()
        store = self.website_id._get_chasqui_store() if self.website_id else self.env["chasqui.store"]
        return store._get_buying_way("individual")

    def _move_chasqui_lines_to(self, target):
        """Put what is in these carts into another, at the other's prices; nothing is lost.

        What does not fit, because there is no more of it, stays where it was.
        """
        for line in self.website_order_line.filtered(lambda line: line.product_id.type != "combo"):
            before = sum(target._get_chasqui_same_lines(line).mapped("product_uom_qty"))
            target.with_context(skip_cart_verification=True)._cart_add(
                line.product_id.id, line.product_uom_qty, uom_id=line.product_uom_id.id
            )
            moved = sum(target._get_chasqui_same_lines(line).mapped("product_uom_qty")) - before
            line.order_id.with_context(skip_cart_verification=True)._cart_update_line_quantity(
                line.id, line.product_uom_qty - moved
            )
        (self | target)._verify_chasqui_carts()

    def _get_chasqui_same_lines(self, line):
        return self.order_line.filtered(
            lambda mine: (mine.product_id, mine.product_uom_id) == (line.product_id, line.product_uom_id)
        )

    def _verify_chasqui_carts(self):
        for order in self:
            order._verify_cart_after_update()

    def _get_chasqui_items(self):
        """Return what is in the basket; what was taken out again after confirming is not."""
        return self.website_order_line.filtered(lambda line: line.product_uom_qty > 0)

    # === FREIGHT === #

    def _get_chasqui_goods_amount(self):
        """Return what these orders cost, freight aside."""
        return sum(order._compute_amount_total_without_delivery() for order in self)

    def _get_chasqui_measures(self):
        """Return weight, volume and number of what these orders carry."""
        weight = volume = quantity = 0.0
        for line in self.order_line.filtered(
            lambda line: line.product_id.type == "consu" and not line.is_delivery
        ):
            units = line.product_uom_id._compute_quantity(line.product_uom_qty, line.product_id.uom_id)
            weight += line.product_id.weight * units
            volume += line.product_id.volume * units
            quantity += units
        return weight, volume, quantity

    def _rate_chasqui_together(self, carrier):
        """Return what the carrier asks to bring all these orders at once."""
        together = self.with_context(chasqui_rated_order_ids=self.ids)
        return carrier.with_context(chasqui_rated_order_ids=self.ids).rate_shipment(together[:1])

    def _get_chasqui_rated_orders_sudo(self):
        """Return the orders that are being priced as one delivery, if they are."""
        return self.sudo().browse(self.env.context.get("chasqui_rated_order_ids"))

    def _compute_amount_total_without_delivery(self):
        """Free freight is for what travels together."""
        together_sudo = self._get_chasqui_rated_orders_sudo()
        if not together_sudo:
            return super()._compute_amount_total_without_delivery()
        return together_sudo.with_context(chasqui_rated_order_ids=None)._get_chasqui_goods_amount()

    # === CONFIRMATION === #

    def _confirmation_error_message(self):
        """One basket alone is confirmed by nobody: the group is, as a whole."""
        if self.chasqui_collective_id and self.chasqui_collective_id.state != "confirming":
            return self.env._(
                "This is a basket of a collective purchase: it is confirmed with all the others."
            )
        return super()._confirmation_error_message()

    def _action_cancel(self):
        """Who has their basket cancelled alone dropped out; their money goes back."""
        alone = self.filtered(
            lambda order: (
                order.state == "sale" and order.chasqui_collective_id.state not in (False, "cancelled")
            )
        )
        res = super()._action_cancel()
        if alone:
            alone.chasqui_participant_ids._mark_dropped_out()
            alone._chasqui_give_back_excess()
        return res

    def _filter_can_send_abandoned_cart_mail(self):
        alone = self.filtered(lambda order: not order.chasqui_collective_id)
        return super(SaleOrder, alone)._filter_can_send_abandoned_cart_mail() if alone else alone


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    def _get_chasqui_notice(self):
        """Return, in a sentence, what the store changed about this since it was chosen, if it did."""
        if not self.product_id._is_chasqui_on_sale():
            return self.env._("The store does not sell it any more: take it out, or choose something else.")
        price = self._get_display_price()
        if not self.price_unit or self.currency_id.compare_amounts(price, self.price_unit) == 0:
            return ""
        each = self.price_total / self.product_uom_qty
        return self.env._(
            "Its price at the store is %(now)s now. Yours stays at %(kept)s,"
            " unless you change how much you take.",
            now=formatLang(self.env, each * price / self.price_unit, currency_obj=self.currency_id),
            kept=formatLang(self.env, each, currency_obj=self.currency_id),
        )

    def _get_chasqui_amount_text(self):
        """Return how much it is, by itself: “2”, “1,5 kg”, “3 × 500 g”."""
        return format_amount(self.env, self.product_uom_qty, self.product_uom_id)

    def _get_chasqui_quantity_text(self):
        """Return how much it is, before its name: “2 ×”, “1,5 kg”, “3 × 500 g”."""
        return format_goods(self.env, self.product_uom_qty, self.product_uom_id)
