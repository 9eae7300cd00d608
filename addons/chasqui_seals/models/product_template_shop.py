from odoo import api, models
from odoo.fields import Domain


class ProductTemplate(models.Model):
    """The shop's filter and search, by seals."""

    _inherit = "product.template"

    @api.model
    def _search_get_detail(self, website, order, options):
        """Let the shop's search keep to products with seals: any of those chosen, or all of them."""
        detail = super()._search_get_detail(website, order, options)
        Seal = self.env["chasqui.seal"]
        if slugs := options.get("chasqui_seals"):
            detail["base_domain"].append(
                Seal._get_products_domain(Seal._find_by_slugs(slugs), bool(options.get("chasqui_seals_all")))
            )
        return detail

    @api.model
    def _search_build_domain(self, domain_list, search, fields, extra=None):
        """Understand seals in what is searched: “miel agroecológica” finds honey that carries the seal.

        What has all those words in its name is found as before.
        """
        domain = Domain(super()._search_build_domain(domain_list, search, fields, extra))
        mentions, rest = self.env["chasqui.seal"]._split_search(search)
        if not mentions:
            return domain
        by_seals = Domain.AND(Domain("chasqui_seal_ids", "in", seals.ids) for seals in mentions)
        return domain | (Domain(super()._search_build_domain(domain_list, rest, fields, extra)) & by_seals)

    @api.model
    def _count_seals(self, domain):
        """Return `{seal as sudo: number of the products of a domain that carry it today}`, in order."""
        places = self.env["website"]._get_seal_places()
        near = {
            seal_sudo.id: self._get_near_sql(seal_sudo.max_km, places)
            for seal_sudo in (self.env["chasqui.seal"]._get_by_distance() if places else ())
        }
        counts = self.env["chasqui.seal.shelf"]._count_by_seal(self._search(domain), near)
        seals_sudo = self.env["chasqui.seal"].sudo().search([("id", "in", list(counts))])
        return {seal: counts[seal.id] for seal in seals_sudo}

    def _filter_sold_out(self, website):
        """Return those of a website's products of which nothing is left, of no variant."""
        counted = self.filtered(lambda product: product.is_storable and not product.allow_out_of_stock_order)
        variants = counted.product_variant_ids.with_context(
            allowed_company_ids=website.company_id.ids, warehouse_id=website.warehouse_id.id
        )
        return counted - variants.filtered(lambda variant: variant.free_qty > 0).product_tmpl_id
