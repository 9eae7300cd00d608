from odoo import fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    chasqui_store_ids = fields.One2many(
        comodel_name="chasqui.store",
        inverse_name="company_id",
        help="The store that this company runs: at most one.",
    )
