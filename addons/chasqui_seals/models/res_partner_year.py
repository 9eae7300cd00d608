from datetime import datetime, time

import pytz

from odoo import api, models
from odoo.fields import Domain

DEFAULT_TIMEZONE = "America/Argentina/Buenos_Aires"
# What a shopper's year tells, by the codes of the seals that say so.
KINDS = {
    "agroecological": ("agroecological", "organic"),
    "cooperative": ("worker_cooperative", "second_tier_cooperative"),
    "near": ("kilometre_zero",),
}


class ResPartner(models.Model):
    _inherit = "res.partner"

    # === BUSINESS METHODS === #

    def _get_food_year(self, year):
        """Return how much of what this person bought in a year was what, in each currency.

        :return: a list of `{"currency", "total", "parts": {kind: (amount, share of 0 to 100)}}`
        """
        self.ensure_one()
        by_currency = self._get_food_lines(year).grouped("currency_id")
        return [self._sum_food(currency, lines) for currency, lines in by_currency.items()]

    def _get_food_lines(self, year):
        """Return, as sudo, the lines of this person's orders of a year at any store: goods alone."""
        begin, end = (self._get_year_begin(year + step) for step in (0, 1))
        domain = (
            Domain("order_id.partner_id", "=", self.id)
            & Domain("state", "=", "sale")
            & Domain("order_id.date_order", ">=", begin)
            & Domain("order_id.date_order", "<", end)
            & Domain("display_type", "=", False)
            & Domain("product_id.type", "!=", "service")
        )
        return self.env["sale.order.line"].sudo().search(domain)

    def _get_year_begin(self, year):
        """Return when a year begins where this person is, as the database tells time."""
        zone = pytz.timezone(self.tz or DEFAULT_TIMEZONE)
        begin = zone.localize(datetime.combine(datetime(year, 1, 1), time.min))
        return begin.astimezone(pytz.utc).replace(tzinfo=None)

    @api.model
    def _sum_food(self, currency, lines):
        total = sum(lines.mapped("price_total"))
        parts = {}
        for kind, codes in KINDS.items():
            amount = currency.round(
                sum(
                    line.price_total
                    for line in lines
                    if set(line.chasqui_seal_ids.mapped("code")) & set(codes)
                )
            )
            parts[kind] = (amount, round(100 * amount / total) if total else 0)
        return {"currency": currency, "total": currency.round(total), "parts": parts}
