from odoo import fields, models


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    chasqui_seal_ids = fields.Many2many(
        comodel_name="chasqui.seal",
        relation="chasqui_sale_line_seal",
        column1="line_id",
        column2="seal_id",
        string="Seals",
        readonly=True,
        copy=False,
        help="The seals that counted when it was sold.",
    )
