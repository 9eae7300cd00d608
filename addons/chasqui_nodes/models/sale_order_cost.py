from odoo import models


class SaleOrder(models.Model):
    """What the same goods cost alone and together, for who has to choose between the two."""

    _inherit = "sale.order"

    def _get_chasqui_costs(self):
        """Return what these goods cost in each way that the store sells, to be shown side by side.

        :return: by kind of way: ``goods`` at the way's prices, and ``delivery``, the cheapest that is offered
            (for all of a group together, who share it out) or None where none can be told
        """
        self.ensure_one()
        ways = self.website_id._get_chasqui_store().sudo().buying_way_ids.filtered("is_on")
        return {
            way.kind: {"goods": self._get_chasqui_goods_at(way), "delivery": self._get_chasqui_cheapest(way)}
            for way in ways
        }

    def _get_chasqui_goods_at(self, way):
        """Return what the goods cost at the prices of a way, with taxes; as they are now in their own way."""
        if way == self._get_chasqui_buying_way():
            return self._get_chasqui_goods_amount()
        pricelist = way.pricelist_id or self._get_chasqui_usual_pricelist()
        total = 0.0
        for line in self.website_order_line:
            price = pricelist._get_product_price(
                line.product_id, line.product_uom_qty, currency=self.currency_id, uom=line.product_uom_id
            )
            taxes = line.tax_ids.compute_all(
                price, self.currency_id, line.product_uom_qty, line.product_id, self.partner_shipping_id
            )
            total += taxes["total_included"]
        return total

    def _get_chasqui_usual_pricelist(self):
        """Return the prices of who buys alone."""
        return self.partner_id.with_company(self.company_id).property_product_pricelist

    def _get_chasqui_cheapest(self, way):
        prices = []
        for carrier in way._get_carriers():
            rate = carrier.rate_shipment(self)
            if rate["success"]:
                prices.append(rate["price"])
        return min(prices, default=None)
