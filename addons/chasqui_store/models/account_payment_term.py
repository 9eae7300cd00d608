from odoo import fields, models


class AccountPaymentTerm(models.Model):
    _inherit = "account.payment.term"

    company_id = fields.Many2one(default=lambda self: self.env["res.company"]._get_store_staff_company())
