from odoo import fields, models


class ProductProduct(models.Model):
    """Stock of a day that is past is valued as it was at one moment.

    Odoo counts quantities at the moment asked for (for a date, its first one) and costs at the last second
    of that day in UTC: what came in on the day of a first closing was there without a value.
    """

    _inherit = "product.product"

    def _run_avco(self, at_date=None, lot=None, method="realtime"):
        return super()._run_avco(at_date=self._get_valued_until(at_date), lot=lot, method=method)

    def _run_fifo(self, quantity, lot=None, at_date=None, location=None):
        at_date = self._get_valued_until(at_date)
        return super()._run_fifo(quantity, lot=lot, at_date=at_date, location=location)

    def _get_valued_until(self, at_date):
        """Return the moment for which quantities are asked, if costs of a past day are."""
        moment = fields.Datetime.to_datetime(self.env.context.get("to_date"))
        return moment if at_date and moment else at_date
