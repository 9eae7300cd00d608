from odoo import fields, models


class StockPackageType(models.Model):
    _inherit = "stock.package.type"

    company_id = fields.Many2one(default=lambda self: self.env["res.company"]._get_store_staff_company())
