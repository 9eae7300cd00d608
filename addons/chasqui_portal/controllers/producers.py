from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.producers import ChasquiProducers

from ..tools.query_string import QueryString
from .kept_page import kept_page

PAGE_SIZE = 48


class PortalProducers(ChasquiProducers):
    """On the platform's site, all who make what open stores sell; on a store's, its own as ever."""

    @http.route()
    @kept_page
    def producers(self, **kw):
        if not self._is_platform():
            return super().producers()
        asked = QueryString(request.httprequest.args)
        counts = request.env["res.partner"].sudo()._get_producer_counts(self._get_product_domain())
        return request.render("chasqui_portal.producers", self._prepare_list_values(asked, counts))

    @http.route()
    @kept_page
    def producer(self, slug, **kw):
        if not self._is_platform():
            return super().producer(slug)
        producer_sudo, products = self._get_producer_and_products(slug)
        return request.render(
            "chasqui_portal.producer", producer_sudo._prepare_portal_producer_values(products)
        )

    # === BUSINESS METHODS === #

    @staticmethod
    def _is_platform():
        return request.website._is_chasqui_storeless_platform()

    def _check_store_site(self):
        if not self._is_platform():
            super()._check_store_site()

    def _get_product_domain(self):
        if not self._is_platform():
            return super()._get_product_domain()
        return request.env["chasqui.store"]._get_portal_product_domain()

    def _get_producer_and_products(self, slug):
        """On the platform, look at all stores' products, as sudo: the domain says which are public."""
        if not self._is_platform():
            return super()._get_producer_and_products(slug)
        producer_id = request.env["ir.http"]._unslug(slug)[1]
        products_sudo = request.env["product.template"].sudo()
        if producer_id and 0 < producer_id < 2**31:
            domain = [("chasqui_producer_id", "=", producer_id), *self._get_product_domain()]
            products_sudo = products_sudo.search(domain, order="website_sequence, id")
        if not products_sudo:
            raise request.not_found()
        return products_sudo[0].chasqui_producer_id, products_sudo

    def _prepare_list_values(self, asked, counts):
        """Return what the list shows: the producers of one page whose name or place has what is asked for."""
        found = request.env["res.partner"]._filter_portal_producers(counts, asked.text("q"))
        pages = max(1, -(-len(found) // PAGE_SIZE))
        page = min(max(1, asked.number("page")), pages)
        shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        return {
            "asked": asked,
            "producer_counts": {producer: counts[producer] for producer in shown},
            "producer_pictures": request.env["res.partner"]
            .sudo()
            .concat(*shown)
            ._get_product_pictures(self._get_product_domain()),
            "producer_seals": request.env["res.partner"]._get_seals_by_producer(shown),
            "total": len(found),
            "page": page,
            "pages": pages,
        }
