from odoo import models

#: fields of a product that the portal's search tells something of
SHOWN = frozenset(
    {
        "active",
        "base_unit_count",
        "base_unit_id",
        "chasqui_producer_id",
        "company_id",
        "description_ecommerce",
        "description_sale",
        "image_1920",
        "is_published",
        "list_price",
        "name",
        "public_categ_ids",
        "publish_date",
        "sale_ok",
        "service_tracking",
        "taxes_id",
        "type",
        "uom_id",
        "website_id",
        "website_published",
    }
)


class ProductTemplate(models.Model):
    """Staff's edits are found by the portal's search as soon as they are saved."""

    _name = "product.template"
    _inherit = ["chasqui.indexed.mixin", "product.template"]

    _chasqui_indexed_fields = SHOWN

    def _queue_products(self):
        self.env["chasqui.portal.product"]._queue(self.ids)


class ProductProduct(models.Model):
    _name = "product.product"
    _inherit = ["chasqui.indexed.mixin", "product.product"]

    _chasqui_indexed_fields = frozenset({"active", "base_unit_count", "base_unit_id"})

    def _queue_products(self):
        self.env["chasqui.portal.product"]._queue(self.product_tmpl_id.ids)
