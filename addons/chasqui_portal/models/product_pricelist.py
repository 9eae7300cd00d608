from odoo import models
from odoo.tools import SQL


class ProductPricelist(models.Model):
    """What a price list says is what visitors pay: its store's products are written anew with it."""

    _name = "product.pricelist"
    _inherit = ["chasqui.indexed.mixin", "product.pricelist"]

    def _queue_products(self):
        companies = self.sudo().company_id | self.sudo().website_id.company_id
        if companies:
            self.env["chasqui.portal.product"]._queue_where(
                SQL("product.company_id = ANY(%s)", companies.ids)
            )


class ProductPricelistItem(models.Model):
    _name = "product.pricelist.item"
    _inherit = ["chasqui.indexed.mixin", "product.pricelist.item"]

    def _queue_products(self):
        """A rule for some products concerns those; any other one all of the store's."""
        of_products = self.filtered(lambda item: item.product_tmpl_id or item.product_id)
        self.env["chasqui.portal.product"]._queue(
            (of_products.product_tmpl_id | of_products.product_id.product_tmpl_id).ids
        )
        (self - of_products).pricelist_id._queue_products()


class AccountTax(models.Model):
    _name = "account.tax"
    _inherit = ["chasqui.indexed.mixin", "account.tax"]

    _chasqui_indexed_fields = frozenset({"active", "amount", "amount_type", "price_include_override"})

    def _queue_products(self):
        products_sudo = self.env["product.template"].sudo()
        self.env["chasqui.portal.product"]._queue(products_sudo.search([("taxes_id", "in", self.ids)]).ids)
