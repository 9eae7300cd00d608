from odoo import models
from odoo.fields import Domain

MAX_PRODUCTS = 24
MAX_CARRIERS = 120


class ChasquiSeal(models.Model):
    """What a seal's page shows: who carries it, and what can be bought with it now."""

    _inherit = "chasqui.seal"

    def _prepare_page_values(self):
        """Return what a seal's page shows; `self` is one seal, as sudo."""
        self.ensure_one()
        stores_sudo = self.env["chasqui.store"].sudo().search([("state", "=", "open")])
        store_by_company = {store.company_id: store for store in stores_sudo}
        carriers_sudo, carrier_count = self._get_carriers()
        return {
            "seal": self,
            "carriers": carriers_sudo,
            "more_carriers": carrier_count - len(carriers_sudo),
            "products": self._get_products_on_sale(store_by_company),
            "product_counts": self._count_on_sale(store_by_company),
            "store_by_company": store_by_company,
            "additional_title": self.name,
        }

    def _get_carriers(self):
        """Return, as sudo, grants in force of organisations, and how many there are in all."""
        grants_sudo = self.env["chasqui.seal.grant"].sudo()
        domain = (
            grants_sudo._get_public_domain()
            & Domain("seal_id", "in", (self | self.with_context(active_test=False).merged_ids).ids)
            & Domain("product_tmpl_id", "=", False)
        )
        found_sudo = grants_sudo.search(domain, order="subject_name, id", limit=MAX_CARRIERS)
        full = len(found_sudo) == MAX_CARRIERS
        return found_sudo, grants_sudo.search_count(domain) if full else len(found_sudo)

    def _get_on_sale_domain(self, store_by_company):
        company_ids = [company.id for company in store_by_company]
        return (
            Domain("chasqui_seal_ids", "in", self.ids)
            & Domain("is_published", "=", True)
            & Domain("sale_ok", "=", True)
            & Domain("company_id", "in", company_ids)
        )

    def _get_products_on_sale(self, store_by_company):
        """Return, as sudo, some products with this seal that can be bought now: none that is sold out."""
        found_sudo = (
            self.env["product.template"]
            .sudo()
            .search(self._get_on_sale_domain(store_by_company), limit=2 * MAX_PRODUCTS, order="name, id")
        )
        sold_out_sudo = found_sudo.browse()
        for company, products in found_sudo.grouped("company_id").items():
            sold_out_sudo |= products._filter_sold_out(store_by_company[company].website_id)
        return (found_sudo - sold_out_sudo)[:MAX_PRODUCTS]

    def _count_on_sale(self, store_by_company):
        """Return `[(store, number of its products with this seal)]`, by the stores' names."""
        groups = (
            self.env["product.template"]
            .sudo()
            ._read_group(self._get_on_sale_domain(store_by_company), ["company_id"], ["__count"])
        )
        counts = [(store_by_company[company], number) for company, number in groups]
        return sorted(counts, key=lambda entry: entry[0].name)
