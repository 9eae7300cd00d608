from odoo import models


class StockScrap(models.Model):
    """Odoo says of its links that they are of the same company, and leaves out the check."""

    _inherit = "stock.scrap"
    _check_company_auto = True
