from odoo import api, models
from odoo.tools import SQL


class ProductPricelist(models.Model):
    """What a price list says is what visitors pay: its store's products are written anew with it."""

    _inherit = "product.pricelist"

    @api.model_create_multi
    def create(self, vals_list):
        pricelists = super().create(vals_list)
        pricelists._queue_products()
        return pricelists

    def write(self, vals):
        self._queue_products()
        res = super().write(vals)
        self._queue_products()
        return res

    def unlink(self):
        self._queue_products()
        return super().unlink()

    def _queue_products(self):
        companies = self.sudo().company_id | self.sudo().website_id.company_id
        if companies:
            self.env["chasqui.portal.product"]._queue_where(
                SQL("product.company_id = ANY(%s)", companies.ids)
            )


class ProductPricelistItem(models.Model):
    _inherit = "product.pricelist.item"

    @api.model_create_multi
    def create(self, vals_list):
        items = super().create(vals_list)
        items._queue_products()
        return items

    def write(self, vals):
        self._queue_products()
        res = super().write(vals)
        self._queue_products()
        return res

    def unlink(self):
        self._queue_products()
        return super().unlink()

    def _queue_products(self):
        """A rule for some products concerns those; any other one all of the store's."""
        of_products = self.filtered(lambda item: item.product_tmpl_id or item.product_id)
        self.env["chasqui.portal.product"]._queue(
            (of_products.product_tmpl_id | of_products.product_id.product_tmpl_id).ids
        )
        (self - of_products).pricelist_id._queue_products()


class AccountTax(models.Model):
    _inherit = "account.tax"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"active", "amount", "amount_type", "price_include_override"}:
            products_sudo = self.env["product.template"].sudo()
            self.env["chasqui.portal.product"]._queue(
                products_sudo.search([("taxes_id", "in", self.ids)]).ids
            )
        return res
