from datetime import datetime, time

import pytz

from odoo import fields, models
from odoo.fields import Domain


class ResCompany(models.Model):
    _inherit = "res.company"

    def _get_accounts_by_product(self, products=None):
        """Override to value this company's own goods only, whoever asks.

        Odoo counts on record rules for that, and the scheduled closing is run by the superuser.
        """
        if not products:
            products = (
                self.env["product.product"]
                .with_company(self)
                .search(Domain("is_storable", "=", True) & Domain("company_id", "in", [False, self.id]))
            )
        return super()._get_accounts_by_product(products)

    def _get_today(self):
        """Return what day it is where this company is."""
        return fields.Date.context_today(self.with_context(tz=self._get_chasqui_tz()))

    def _get_end_of_day(self, day):
        """Return the last second of a day of this company, in UTC as Odoo keeps it."""
        zone = pytz.timezone(self._get_chasqui_tz())
        end = zone.localize(datetime.combine(day, time(23, 59, 59)))
        return end.astimezone(pytz.utc).replace(tzinfo=None)

    def stock_value(self, accounts_by_product=None, at_date=None):
        """Value a day's stock at its end, by the clock of the store."""
        if at_date and not isinstance(at_date, datetime):
            at_date = self._get_end_of_day(fields.Date.to_date(at_date))
        return super().stock_value(accounts_by_product, at_date=at_date)

    def _get_last_closing_date(self):
        """A closing counts until the end of the day that it is dated, however late it was posted.

        Odoo looks up a field's own record for it, which only administrators may read.
        """
        moment = super(ResCompany, self.sudo())._get_last_closing_date()
        return moment and min(moment, datetime.combine(self._get_last_closing().date, time(23, 59, 59)))

    def _get_last_closing(self):
        """Return the last posted stock closing, which Odoo keeps in a parameter."""
        parameter = f"{self.id}.stock_valuation_closing_ids"
        ids = (self.env["ir.config_parameter"].sudo().get_param(parameter) or "").split(",")
        closings = self.env["account.move"].browse(int(id_) for id_ in ids if id_).exists()
        return closings.filtered(lambda closing: closing.state == "posted")[-1:]

    def action_close_stock_valuation(self, at_date=None, auto_post=False):
        """Date a closing by the store's calendar.

        Odoo takes the server's, which in an evening of Argentina is on the next day: the entry would wait.
        """
        action = super().action_close_stock_valuation(at_date=at_date)
        closing = self.env["account.move"].browse(action["res_id"])
        closing.date = at_date or self._get_today()
        if auto_post:
            closing._post()
        return action
