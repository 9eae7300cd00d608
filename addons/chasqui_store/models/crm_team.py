from odoo import fields, models


class CrmTeam(models.Model):
    _inherit = "crm.team"

    company_id = fields.Many2one(default=lambda self: self.env["res.company"]._get_store_staff_company())
