import json

from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import PAGE_PART, PUBLIC_PAGE, lead_to_platform

from ..tools.product_query import ProductQuery
from .kept_page import kept_page

PICTURE_SIZES = (256, 512)


class PortalProducts(http.Controller):
    """What all open stores sell, on the platform's site; a click leads to the product at its store."""

    # === ROUTES === #

    @http.route("/products", **PUBLIC_PAGE, sitemap=True)
    @kept_page
    def products(self, **kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        portal = request.env["chasqui.portal.product"]
        found = portal._search_products(ProductQuery.from_values(request.httprequest.args))
        return request.render("chasqui_portal.products", portal._prepare_page_values(found))

    @http.route("/products/suggest", **PAGE_PART)
    def suggest(self, q="", **kw):
        """Answer what goes on as the text begins, as JSON; what it is made of is kept until it changes."""
        if not request.website.is_chasqui_platform:
            raise request.not_found()
        suggestions = request.env["chasqui.portal.product"]._suggest(q, request.env.lang)
        return request.make_response(
            json.dumps([self._prepare_suggestion(*suggestion) for suggestion in suggestions]),
            [("Content-Type", "application/json"), ("Cache-Control", "no-cache")],
        )

    @http.route("/products/<int:product_id>/picture/<int:size>", **PAGE_PART)
    def picture(self, product_id, size, **kw):
        """Serve the picture of a product that is found here: from one place, whichever store it is of."""
        template_sudo = request.env["chasqui.portal.product"]._get_shown_product(product_id)
        if not template_sudo or size not in PICTURE_SIZES:
            raise request.not_found()
        stream = request.env["ir.binary"]._get_image_stream_from(template_sudo, f"image_{size}")
        return stream.get_response(max_age=http.STATIC_CACHE_LONG)

    # === BUSINESS METHODS === #

    def _prepare_suggestion(self, what, name, value):
        query = ProductQuery(search=value) if what == "product" else ProductQuery(**{what: (value,)})
        labels = {
            "product": "",
            "seal": request.env._("Seal"),
            "producer": request.env._("Producer"),
            "store": request.env._("Store"),
        }
        return {"name": name, "what": labels[what], "url": query.get_url()}
