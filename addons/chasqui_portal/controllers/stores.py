from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import PUBLIC_PAGE, lead_to_platform
from odoo.addons.chasqui_store.tools import geo, places
from odoo.addons.chasqui_store.tools.text import normalized_key

from ..tools.query_string import QueryString
from ..tools.store_query import WAYS, StoreQuery
from .kept_page import kept_page

PAGE_SIZE = 24
DISTANCES = (5, 20, 50, 100, 300)


class PortalStores(http.Controller):
    """The directory: which stores there are, where, and how one buys there."""

    # === ROUTES === #

    @http.route("/stores", **PUBLIC_PAGE, sitemap=True)
    @kept_page
    def stores(self, **kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        asked = QueryString(request.httprequest.args)
        query, near = self._read_query(asked)
        entries = request.env["chasqui.directory"]._get_entries()
        found = query.find(entries)
        return request.render(
            "chasqui_portal.stores", self._prepare_values(asked, query, near, entries, found)
        )

    @http.route("/stores/<string:slug>", **PUBLIC_PAGE | {"sitemap": False})
    @kept_page
    def store(self, slug, **kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        store_sudo = request.env["chasqui.store"]._find_by_portal_slug(slug)
        if not store_sudo:
            return request.render("chasqui_portal.store_not_found", status=404)
        if store_sudo.slug != slug:
            return request.redirect(store_sudo._get_portal_url(), code=301)
        return request.render("chasqui_portal.store", store_sudo._prepare_portal_values())

    # === BUSINESS METHODS === #

    def _read_query(self, asked):
        """Return what is looked for, and where from, in words; what makes no sense is passed over."""
        near, name = self._read_place(asked)
        kinds = dict(request.env["chasqui.store"]._fields["organisation_type"].selection)
        query = StoreQuery(
            text=normalized_key(asked.text("q")) or "",
            province=asked.number("province"),
            town=asked.text("town"),
            kind=asked.choice("kind", kinds),
            ways=frozenset(asked.choices("way", WAYS)),
            seals=frozenset(request.env["chasqui.seal"]._find_by_slugs(asked.texts("seal")).ids),
            open_only=asked.flag("open"),
            near=near,
            kilometres=asked.number("km"),
        )
        return query, name

    def _read_place(self, asked):
        """Return the place that was typed or located, and its name: `(None, typed)` if there is none."""
        typed = asked.text("near")
        if place := geo.parse_place(asked.text("at")):
            return place, typed or request.env._("where you are")
        town = places.find_one(typed, places.listed_countries()) if typed else None
        return (town.place, town.label) if town else (None, typed)

    def _prepare_values(self, asked, query, near, entries, found):
        pages = max(1, -(-len(found) // PAGE_SIZE))
        page = min(max(1, asked.number("page")), pages)
        shown = found[(page - 1) * PAGE_SIZE : page * PAGE_SIZE]
        counts = query.count(entries)
        return {
            "asked": asked,
            "query": query,
            "near": near,
            "total": len(found),
            "cards": request.env["chasqui.store"]._prepare_portal_cards(shown, query),
            "page": page,
            "pages": pages,
            "facets": request.env["chasqui.directory"]._name_facets(counts, query),
            "distances": DISTANCES,
            "has_filters": bool(asked),
            "map_points": self._prepare_map_points(found, shown),
        }

    def _prepare_map_points(self, found, shown):
        """Return the points of all that was found, those of this page first, with the list's numbers."""
        ids = {entry.id for entry in shown}
        ordered = [*shown, *(entry for entry in found if entry.id not in ids)]
        return [
            {
                "name": entry.name,
                "url": f"/stores/{entry.slug}",
                "lat": entry.place[0],
                "lng": entry.place[1],
            }
            for entry in ordered
        ]
