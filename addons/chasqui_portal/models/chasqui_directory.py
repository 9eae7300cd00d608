from typing import NamedTuple

from odoo import api, models, tools
from odoo.tools import SQL

from odoo.addons.chasqui_store.tools.text import normalized_key

from .chasqui_store_portal import VISITED_STATES

SHOWN_CATEGORIES = 3


class Entry(NamedTuple):
    """What a store is found by; what its card says is read later, for the page's stores alone."""

    id: int
    name: str
    slug: str
    text: str
    is_open: bool
    province: int
    town: str
    kind: str
    place: tuple
    ways: frozenset
    seals: frozenset
    categories: tuple


class ChasquiDirectory(models.AbstractModel):
    """The directory of stores in memory: a light tuple for each store, made anew when something changed.

    A thousand stores are some hundred kilobytes; to filter and to count them takes less than a query.
    """

    _name = "chasqui.directory"
    _description = "Directory of stores"

    @api.model
    def _get_entries(self):
        """Return all entries by name; those of today, as of the last change."""
        version = (
            *self.env["chasqui.portal.change"]._get_version(of_directory=True),
            self.env["chasqui.store"]._get_today(),
        )
        kept = self._read_entries(version)
        if kept[0] != version:
            kept = (version, self._make_entries())
            self._read_entries.__cache__.add_value(self, version, cache_value=kept)
        return kept[1]

    @api.model
    @tools.ormcache(cache="templates.cached_values")
    def _read_entries(self, version):
        return version, self._make_entries()

    @api.model
    def _make_entries(self):
        stores_sudo = self.env["chasqui.store"].sudo().with_context(lang=None)
        stores_sudo = stores_sudo.search(stores_sudo._get_portal_domain(), order="name, id")
        products = self._get_shelf_sql()
        ways = self._get_ways(stores_sudo)
        seals = self._get_seals(stores_sudo, products)
        categories = self._get_categories(products)
        return tuple(
            Entry(
                id=store.id,
                name=store.name,
                slug=store.slug,
                text=normalized_key(f"{store.name} {store.city} {store.place}") or "",
                is_open=store._is_open_now(),
                province=store.state_id.id or 0,
                town=(store.city or "").strip(),
                kind=store.organisation_type or "",
                place=(store.portal_latitude, store.portal_longitude),
                ways=frozenset(ways.get(store.id, ())),
                seals=frozenset(seals.get(store.company_id.id, ())),
                categories=tuple(categories.get(store.company_id.id, ()))[:SHOWN_CATEGORIES],
            )
            for store in stores_sudo
        )

    # === WHAT STORES OFFER === #

    @api.model
    def _get_shelf_sql(self):
        """Return the SQL query of what is for sale at stores: products' ids and their companies'."""
        self.env["product.template"].flush_model(["active", "company_id", "is_published", "sale_ok"])
        self.env["chasqui.store"].flush_model(["company_id", "state"])
        return SQL(
            """(
                SELECT product.id, product.company_id
                  FROM product_template AS product
                  JOIN chasqui_store AS store ON store.company_id = product.company_id
                 WHERE product.active AND product.is_published AND product.sale_ok
                   AND store.active AND store.state IN %s
            )""",
            VISITED_STATES,
        )

    @api.model
    def _get_seals(self, stores, products):
        """Return `{company id: seal ids}`: those of the organisation, and of what it sells."""
        links = self.env["chasqui.seal.link"]
        links.flush_model()
        found = self.env.execute_query(
            SQL(
                """
                SELECT DISTINCT shelf.company_id, link.seal_id
                  FROM chasqui_seal_link AS link
                  JOIN %s AS shelf ON shelf.id = link.product_tmpl_id
                 WHERE %s
                """,
                products,
                links._get_in_force_sql("link"),
            )
        )
        grants_sudo = stores._get_valid_seal_grants()
        found += [(grant.company_id.id, grant._get_shown_seal().id) for grant in grants_sudo]
        return _group(found)

    @api.model
    def _get_categories(self, products):
        """Return `{company id: ids of public categories}`, those with most products first."""
        self.env["product.template"].flush_model(["public_categ_ids"])
        return _group(
            self.env.execute_query(
                SQL(
                    """
                    SELECT shelf.company_id, category.product_public_category_id
                      FROM product_public_category_product_template_rel AS category
                      JOIN %s AS shelf ON shelf.id = category.product_template_id
                  GROUP BY shelf.company_id, category.product_public_category_id
                  ORDER BY COUNT(*) DESC, category.product_public_category_id
                    """,
                    products,
                )
            )
        )

    @api.model
    def _get_ways(self, stores):
        """Return `{store id: codes}` of how one buys there: alone, together, collected, brought home."""
        ways_sudo = self.env["chasqui.buying.way"].sudo().search([("is_on", "=", True)])
        found = [(way.store_id.id, way.kind) for way in ways_sudo]
        store_by_company = {store.company_id.id: store.id for store in stores}
        carriers_sudo = self.env["delivery.carrier"].sudo()
        carriers_sudo = carriers_sudo.search(
            [("is_published", "=", True), ("company_id", "in", list(store_by_company))]
        )
        for carrier in carriers_sudo:
            kind = "pickup" if carrier.delivery_type == "chasqui_pickup" else "delivery"
            found.append((store_by_company[carrier.company_id.id], kind))
        return _group(found)


def _group(pairs):
    """Return `{first: list of seconds}`, in their order."""
    groups = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups
