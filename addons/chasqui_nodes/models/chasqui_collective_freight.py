from odoo import models
from odoo.tools import format_date, format_datetime

from ..tools.sharing import share_out


class ChasquiCollectiveOrder(models.Model):
    """The freight of the whole, and who pays which part of it."""

    _inherit = "chasqui.collective.order"

    def _get_freight(self):
        """Return what one delivery for all costs."""
        orders = self._get_baskets().order_id
        if not orders or not self.carrier_id:
            return 0.0
        rate = orders._rate_chasqui_together(self.carrier_id)
        return rate["price"] if rate["success"] else 0.0

    def _get_freight_parts(self):
        """Return the part of each basket; together they are the freight, to the cent."""
        baskets = self._get_baskets()
        freight = self._get_freight()
        weights = [self._get_freight_weight(participant) for participant in baskets]
        parts = share_out(freight, weights, self.currency_id.rounding)
        return dict(zip(baskets, parts, strict=True))

    def _get_freight_weight(self, participant):
        order = participant.order_id
        if self.freight_share == "amount":
            return order._get_chasqui_goods_amount()
        if self.freight_share == "weight":
            return order._get_chasqui_measures()[0]
        if self.freight_share == "coordinator":
            return int(participant.is_coordinator)
        return 1

    def _get_missing_to_free_freight(self, amount):
        """Return how much more makes the freight free; 0 where that is not offered."""
        carrier = self.carrier_id
        if not carrier.free_over or carrier.delivery_type == "base_on_rule":
            return 0.0
        return max(carrier.amount - amount, 0.0)

    # === TOOLING === #

    def _get_tz(self):
        return self.company_id._get_chasqui_tz()

    def _format_deadline(self):
        """Return the deadline on the store's clock."""
        return format_datetime(self.env, self.deadline, tz=self._get_tz(), dt_format="EEEE d/M, HH:mm")

    def _format_day(self):
        return self._format_date(self.day)

    def _format_date(self, day):
        return format_date(self.env, day, date_format="EEEE d/M") if day else ""
