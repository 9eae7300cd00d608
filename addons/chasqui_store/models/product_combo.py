from odoo import fields, models


class ProductCombo(models.Model):
    _inherit = "product.combo"

    company_id = fields.Many2one(default=lambda self: self.env["res.company"]._get_store_staff_company())
