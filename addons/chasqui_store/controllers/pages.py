from odoo import http
from odoo.exceptions import AccessError, UserError
from odoo.http import request

from odoo.addons.account.controllers.terms import TermsController
from odoo.addons.website.controllers.main import Website

from ..looks import pictures
from .routes import PAGE_PART, PUBLIC_PAGE

PAGES = {
    "home": "chasqui_store.store_home",
    "about": "chasqui_store.store_about",
    "contact": "chasqui_store.store_contact",
    "terms": "chasqui_store.store_terms",
}
FEATURED = 8
PICTURES = {
    "chasqui.store": ("logo", "banner"),
    "chasqui.store.section": ("image",),
    "chasqui.store.picture": ("image",),
    "chasqui.store.team": ("image",),
}


class ChasquiPages(Website):
    """The pages of the platform and of every store: shared templates over each store's content."""

    # === ROUTES === #

    @http.route()
    def index(self, **kw):
        """Show the home page of the store or the platform; other websites keep Odoo's."""
        if store_sudo := request.website._get_chasqui_store():
            return self._render_store_page(store_sudo, "home")
        if request.website.is_chasqui_platform:
            return request.render("chasqui_store.platform_home", self._prepare_platform_home_values())
        return super().index(**kw)

    @http.route("/about", **PUBLIC_PAGE, sitemap=True)
    def about(self, **_kw):
        if store_sudo := request.website._get_chasqui_store():
            return self._render_store_page(store_sudo, "about")
        raise request.not_found()

    @http.route("/contactus", type="http", auth="public", website=True, sitemap=False)
    def contact(self, **kw):
        """Show how to reach the store; other websites keep their own page at this address."""
        if store_sudo := request.website._get_chasqui_store():
            return self._render_store_page(store_sudo, "contact")
        return request.env["ir.http"]._serve_page() or request.not_found()

    @http.route("/chasqui/preview/<int:store_id>/<string:page>", **PAGE_PART | {"auth": "user"})
    def preview(self, store_id, page, **_kw):
        """Show a store's page as visitors will see it, on any host and before the store opens."""
        return self._render_preview(self._get_previewed_store(store_id, page), page)

    @http.route(
        "/chasqui/preview/<int:store_id>/<string:page>/draft",
        type="jsonrpc",
        auth="user",
        website=True,
        multilang=False,
        sitemap=False,
    )
    def preview_draft(self, store_id, page, changes):
        """Draw a store's page with what its form says and has not saved; nothing is kept.

        :return: the page, or the reason for which it could not be saved like that
        """
        store = self._get_previewed_store(store_id, page)
        try:
            with store._wear_draft(changes) as draft:
                response = self._render_preview(draft, page)
                response.flatten()
                return {"html": response.get_data(as_text=True)}
        except AccessError:
            raise request.not_found() from None
        except UserError as error:
            return {"problem": str(error)}

    @http.route("/chasqui/picture/<string:model>/<int:record_id>/<string:field>", **PAGE_PART)
    def picture(self, model, record_id, field, width=0, height=0, **kw):
        """Serve a picture of a store's pages: they are public, the records are not."""
        if field not in PICTURES.get(model, ()):
            raise request.not_found()
        record_sudo = request.env[model].sudo().browse(record_id).exists()
        if not record_sudo or not record_sudo[field]:
            raise request.not_found()
        stream = request.env["ir.binary"]._get_image_stream_from(
            record_sudo, field, width=_to_size(width), height=_to_size(height)
        )
        if _is_worth_webp(stream):
            stream.data = pictures.to_webp(stream.data)
            stream.mimetype, stream.size, stream.etag = "image/webp", len(stream.data), f"{stream.etag}-webp"
        response = stream.get_response(max_age=http.STATIC_CACHE)
        response.headers.add("Vary", "Accept")
        return response

    # === BUSINESS METHODS === #

    def _get_previewed_store(self, store_id, page):
        store = request.env["chasqui.store"].browse(store_id).exists()
        if page not in PAGES or not store._can_edit_pages():
            raise request.not_found()
        return store

    def _render_preview(self, store, page):
        """Draw a page of this store as its visitors see it, with the store as it is just now."""
        website_sudo = store.sudo().website_id
        request.update_env(user=website_sudo.user_id.id)
        request.update_context(
            website_id=website_sudo.id,
            allowed_company_ids=website_sudo.company_id.ids,
            chasqui_draft=store.env.context.get("chasqui_draft"),
        )
        request.website = website_sudo.with_env(request.env)
        return self._render_store_page(store.with_env(request.env).sudo(), page, chasqui_preview=True)

    def _render_store_page(self, store_sudo, page, **values):
        values.update(self._prepare_store_page_values(store_sudo, page))
        return request.render(PAGES[page], values)

    def _prepare_store_page_values(self, store_sudo, page):
        products = request.env["product.template"]
        if page == "home":
            products = products.search(
                request.website.sale_product_domain(),
                order="website_sequence, id",
                limit=FEATURED,
            )
        return {
            "store": store_sudo,
            "sections": store_sudo.section_ids.filtered(lambda section: section.page == page),
            "products": products,
            "product_prices": products._get_sales_prices(request.website),
        }

    def _prepare_platform_home_values(self):
        stores_sudo = request.env["chasqui.store"].sudo().search([("state", "=", "open")])
        return {"stores": stores_sudo}


class ChasquiTerms(TermsController):
    @http.route()
    def terms_conditions(self, **kwargs):
        """Show a store's own terms of sale; other websites keep their company's."""
        if store_sudo := request.website._get_chasqui_store():
            return request.render(PAGES["terms"], {"store": store_sudo})
        return super().terms_conditions(**kwargs)


def _to_size(value):
    """Return a picture size from the query string, never more than the stored picture's."""
    return min(int(value), 1600) if str(value).isdecimal() else 0


def _is_worth_webp(stream):
    """Tell whether a picture was drawn for this answer, in a format that weighs more than need be."""
    return (
        stream.type == "data"
        and stream.mimetype in ("image/png", "image/jpeg")
        and isinstance(stream.etag, str)
        and "image/webp" in request.httprequest.headers.get("Accept", "")
    )
