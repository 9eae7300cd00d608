from odoo import fields, models


class StockStorageCategory(models.Model):
    _inherit = "stock.storage.category"

    company_id = fields.Many2one(default=lambda self: self.env["res.company"]._get_store_staff_company())
