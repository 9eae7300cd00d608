from odoo import api, fields, models


class ProductTemplate(models.Model):
    """Keeps the seals of a product's producer and store with it."""

    _inherit = "product.template"

    seal_grant_ids = fields.One2many(
        comodel_name="chasqui.seal.grant", inverse_name="product_tmpl_id", string="Seals of the product"
    )

    @api.model_create_multi
    def create(self, vals_list):
        products = super().create(vals_list)
        self.env["chasqui.seal.link"]._sync_products(products)
        return products

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"company_id", "chasqui_producer_id"}:
            self.env["chasqui.seal.link"]._sync_products(self)
        return res
