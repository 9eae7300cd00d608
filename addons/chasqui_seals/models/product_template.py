from odoo import api, fields, models


class ProductTemplate(models.Model):
    """Keeps the seals of a product's producer and store with it."""

    _name = "product.template"
    _inherit = ["product.template", "chasqui.seal.subject.mixin"]

    seal_grant_ids = fields.One2many(inverse_name="product_tmpl_id")

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
