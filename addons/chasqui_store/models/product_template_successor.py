from odoo import fields, models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    chasqui_successor_id = fields.Many2one(
        comodel_name="product.template",
        string="Followed by",
        copy=False,
        readonly=True,
        index="btree_not_null",
        help="The same product of the company that its store graduated to; links lead there.",
    )
