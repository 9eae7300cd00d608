from odoo import api, models

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

    _inherit = "product.template"

    @api.model_create_multi
    def create(self, vals_list):
        products = super().create(vals_list)
        self.env["chasqui.portal.product"]._queue(products.ids)
        return products

    def write(self, vals):
        res = super().write(vals)
        if SHOWN & vals.keys():
            self.env["chasqui.portal.product"]._queue(self.ids)
        return res

    def _update_field_translations(self, field_name, translations, digest=None, source_lang=""):
        """Names in other languages are found too; they are written past `write`."""
        res = super()._update_field_translations(field_name, translations, digest, source_lang)
        if field_name in SHOWN:
            self.env["chasqui.portal.product"]._queue(self.ids)
        return res


class ProductProduct(models.Model):
    _inherit = "product.product"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"active", "base_unit_count", "base_unit_id"}:
            self.env["chasqui.portal.product"]._queue(self.product_tmpl_id.ids)
        return res
