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
        shown_sudo, contacts_sudo = producer_sudo._get_portal_namesakes()
        if shown_sudo != producer_sudo:
            # for now: who is shown changes with what stores tell and sell
            return request.redirect(f"/producers/{request.env['ir.http']._slug(shown_sudo)}", code=302)
        if contacts_sudo != producer_sudo:
            products = self._find_products(contacts_sudo)
        return request.render(
            "chasqui_portal.producer",
            producer_sudo._prepare_portal_producer_values(contacts_sudo, products),
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
        is_id = producer_id and 0 < producer_id < 2**31
        products_sudo = self._find_products(request.env["res.partner"].browse(producer_id if is_id else []))
        if not products_sudo:
            raise request.not_found()
        return products_sudo[0].chasqui_producer_id, products_sudo

    def _find_products(self, producers):
        domain = [("chasqui_producer_id", "in", producers.ids), *self._get_product_domain()]
        return request.env["product.template"].sudo().search(domain, order="website_sequence, id")

    def _prepare_list_values(self, asked, counts):
        """Return what the list shows: the producers of one page whose name or place has what is asked for."""
        partners = request.env["res.partner"]
        found = partners._find_portal_producers(counts, asked.text("q"))
        pages = max(1, -(-len(found) // PAGE_SIZE))
        page = min(max(1, asked.number("page")), pages)
        shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        contacts = {producer: same for producer, same, _count in shown}
        return {
            "asked": asked,
            "producer_counts": {producer: count for producer, _same, count in shown},
            "producer_pictures": partners._get_portal_pictures(contacts, self._get_product_domain()),
            "producer_seals": partners._get_portal_seals(contacts),
            "total": len(found),
            "page": page,
            "pages": pages,
        }
