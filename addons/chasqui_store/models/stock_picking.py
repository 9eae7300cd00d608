from odoo import fields, models


class StockPicking(models.Model):
    _inherit = "stock.picking"

    chasqui_pickup_point_id = fields.Many2one(
        related="sale_id.chasqui_pickup_point_id",
        string="Pickup Point",
        store=True,
        index="btree_not_null",
    )
