from odoo import fields, models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    company_id = fields.Many2one(default=lambda self: self.env["res.company"]._get_store_staff_company())
    # Nothing is sold twice, unless a store says so for a product.
    allow_out_of_stock_order = fields.Boolean(default=False)

    def _get_additionnal_combination_info(self, product_or_template, quantity, uom, date, website):
        """Tell the page by how much quantities move, and how much there is without rounding."""
        info = super()._get_additionnal_combination_info(product_or_template, quantity, uom, date, website)
        info["chasqui_step"] = uom._get_shop_step()
        if info["chasqui_step"] and info.get("free_qty"):
            product_sudo = product_or_template.sudo()
            info["free_qty"] = product_sudo.uom_id._compute_quantity(
                website._get_product_available_qty(product_sudo), uom, rounding_method="DOWN"
            )
        return info

    def _get_shop_unit_name(self):
        """Return what the price is for: a kilo, a dozen; nothing for one piece."""
        unit_sudo = self.sudo().uom_id
        # `env.ref` would ask the database again for each product of a page.
        to_id = self.env["ir.model.data"]._xmlid_to_res_id
        piece_id = to_id("uom.product_uom_unit", raise_if_not_found=False)
        return "" if unit_sudo.id == piece_id else unit_sudo.name

    def _get_first_possible_variant_id(self):
        """Read the one variant of a product without attributes together with those of the whole page.

        Odoo remembers it product by product, in a cache that the products of some hundred stores outgrow.
        """
        self.ensure_one()
        if not self.attribute_line_ids and self.product_variant_id:
            return self.product_variant_id.id
        return super()._get_first_possible_variant_id()
