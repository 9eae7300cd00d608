from odoo import fields, models


class SaleReport(models.Model):
    """Sales by seal: a line of the analysis carries the seals that its order's line was sold with."""

    _inherit = "sale.report"

    chasqui_seal_ids = fields.Many2many(
        comodel_name="chasqui.seal",
        relation="chasqui_sale_line_seal",
        column1="line_id",
        column2="seal_id",
        string="Seals",
        readonly=True,
    )
