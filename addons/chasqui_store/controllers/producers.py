from odoo import http
from odoo.http import request

from .routes import PAGE_PART, PUBLIC_PAGE


class ChasquiProducers(http.Controller):
    """Who made the products: only those of whom this store shows something are public here."""

    @http.route("/producers", **PUBLIC_PAGE, sitemap=True)
    def producers(self, **_kw):
        self._check_store_site()
        domain = self._get_product_domain()
        counts = request.env["res.partner"]._get_producer_counts(domain)
        return request.render(
            "chasqui_store.producers",
            {
                "producer_counts": counts,
                "producer_pictures": request.env["res.partner"].concat(*counts)._get_product_pictures(domain),
            },
        )

    @http.route("/producers/<string:slug>", **PUBLIC_PAGE, sitemap=False)
    def producer(self, slug, **_kw):
        producer_sudo, products = self._get_producer_and_products(slug)
        return request.render(
            "chasqui_store.producer",
            {
                "producer": producer_sudo,
                "producer_pictures": producer_sudo._get_product_pictures([("id", "in", products.ids)]),
                "products": products,
                "product_prices": products._get_sales_prices(request.website),
                "additional_title": producer_sudo.name,
            },
        )

    @http.route("/producers/<string:slug>/photo", **PAGE_PART)
    def photo(self, slug, **kw):
        producer_sudo, _products = self._get_producer_and_products(slug)
        stream = request.env["ir.binary"]._get_image_stream_from(producer_sudo, "image_512")
        return stream.get_response()

    # === BUSINESS METHODS === #

    def _check_store_site(self):
        if not request.website._get_chasqui_store():
            raise request.not_found()

    def _get_product_domain(self):
        return request.website.sale_product_domain()

    def _get_producer_and_products(self, slug):
        """Return the producer, as sudo, with what this store sells of them; else not found."""
        self._check_store_site()
        producer_id = request.env["ir.http"]._unslug(slug)[1]
        products = request.env["product.template"]
        if producer_id:
            products = products.search(
                [("chasqui_producer_id", "=", producer_id), *self._get_product_domain()]
            )
        if not products:
            raise request.not_found()
        return products[0]._get_producer_sudo(), products
