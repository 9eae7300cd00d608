from dataclasses import dataclass, field, replace

from odoo import api, models, tools

from ..tools.product_query import ProductQuery
from ..tools.product_sql import PAGE_SIZE, ProductSql

#: filters of few values, each of which many products have
BROAD_FILTERS = ("category", "seal", "way")
MAX_BROAD_VALUES = 2


@dataclass(frozen=True)
class Found:
    """A page of what was found.

    :param groups: `(ids of the products, the first to be shown first; kilometres or None)` of each group
    :param total: how many groups there are on all pages
    :param stores: in how many stores
    :param facets: `{filter: {value: number of groups}}`
    :param prices: `{measure: (number, low, high, numbers up to low, between, from high)}`
    """

    query: ProductQuery
    understood: object
    groups: tuple = ()
    total: int = 0
    stores: int = 0
    facets: dict = field(default_factory=dict)
    prices: dict = field(default_factory=dict)

    @property
    def product_ids(self):
        return [product_id for ids, _km in self.groups for product_id in ids]

    @property
    def pages(self):
        return -(-self.total // PAGE_SIZE)


class ChasquiPortalProduct(models.Model):
    """Searching: the only place where what is kept here is read for visitors."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _search_products(self, query):
        """Return what a query finds, as `Found`: products that any visitor may see, nothing else.

        :param query: a `ProductQuery`
        """
        portal_sudo = self.sudo()
        portal_sudo._sync_pending()
        self.env.flush_all()
        understood = portal_sudo._understand(query.search, query.exact)
        found = portal_sudo._run(query, understood)
        if not found.groups and found.total and query.page > 1:
            return portal_sudo._run(query.with_changes(page=found.pages), understood)
        return found

    @api.model
    def _run(self, query, understood):
        seals = self.env["chasqui.seal"]._find_by_slugs(query.seal)
        today = self.env["chasqui.store"]._get_today()
        near = self._get_near_producers(query.place)
        statement = ProductSql(
            query,
            understood.terms,
            seals.ids,
            today,
            near=near,
            preferred=self.env["res.users"]._get_chasqui_preferred_seal_ids(),
        )
        filters = statement.conditions.filters
        broad = self._get_broad_query(query, understood, filters)
        found = self._collect(query, understood, self._execute_plan(statement.get_statement(not broad)))
        if broad:
            counts = self._get_counts(self._get_version(), today, broad)
            found = replace(
                found,
                total=counts.total,
                stores=counts.stores,
                facets=counts.facets,
                prices=counts.prices,
            )
        if understood.terms or len(filters) > 1:
            return found
        # Nothing is looked for: what no filter narrows is the same for everybody, until something changes.
        everything = self._get_counts(self._get_version(), today, ProductQuery())
        facets = {**everything.facets, "seal": everything.facets.get("seal", {}) | self._count_near(near)}
        if not filters:
            return replace(found, facets=facets)
        [name] = filters
        if name == "price":
            return replace(found, prices=everything.prices)
        if name == "near" or (name == "seal" and query.all_seals):
            return found
        return replace(found, facets={**found.facets, name: facets.get(name, {})})

    @api.model
    def _get_broad_query(self, query, understood, filters):
        """Return the query whose counts this one has, if they are kept; else nothing.

        Kept is what any visitor may ask for and is much to count: all there is, and one or two values of
        filters that have few values, each in many products.
        """
        if understood.terms:
            return None
        if not filters:
            return ProductQuery()
        if query.place or not all(name in BROAD_FILTERS for name in filters):
            return None
        chosen = {name: getattr(query, name) for name in filters}
        if sum(map(len, chosen.values())) > MAX_BROAD_VALUES:
            return None
        return ProductQuery(**chosen, all_seals=query.all_seals)

    @api.model
    def _execute_plan(self, statement):
        """Run the statement in memory, without PostgreSQL's compiler: it takes longer than it saves."""
        self.env.cr.execute("SET LOCAL jit = off; SET LOCAL work_mem = '32MB'")
        return self.env.execute_query(statement)

    @api.model
    @tools.ormcache("version", "today", "query")
    def _get_counts(self, version, today, query):
        """Return the totals and facets of a query without text and place.

        :param version: of the data; a new one for each change, so that nothing old is shown
        """
        seals = self.env["chasqui.seal"]._find_by_slugs(query.seal)
        near = self._get_near_producers(None)
        statement = ProductSql(query, (), seals.ids, today, near=near).get_statement()
        return self._collect(query, None, self._execute_plan(statement))

    @api.model
    def _collect(self, query, understood, rows):
        groups, facets, prices, totals = [], {}, {}, (0, 0)
        for kind, key, number, numbers, ids in rows:
            if kind == "page":
                groups.append((int(key), tuple(ids), numbers[0]))
            elif kind == "total":
                totals = number, int(numbers[0])
            elif kind == "price":
                low, high, *counts = numbers
                prices[key] = (number, low, high, *map(int, counts))
            else:
                facets.setdefault(kind, {})[key] = number
        groups.sort()
        return Found(
            query=query,
            understood=understood,
            groups=tuple((ids, km) for _place, ids, km in groups),
            total=totals[0],
            stores=totals[1],
            facets=facets,
            prices=prices,
        )
