"""The query of the portal's search: one statement gives the page, the totals and the facets."""

from odoo.tools import SQL

from .product_conditions import ProductConditions, write_term
from .product_facets import FACETS, get_facet, get_once, get_shared
from .product_shops import get_shops

PAGE_SIZE = 24
#: where nothing is looked for, so many rows, in their order, are read
MAX_READ = 2000
MAX_OFFERS = 12
#: weights of ts_rank: texts, places, producer and store, name
WEIGHTS = [0.02, 0.05, 0.2, 1.0]
NEWEST = SQL("product.listed_on DESC, product.id DESC")
#: what comes first where nothing is looked for
FIRST = {
    "near": SQL("shop.km NULLS LAST"),
    "price": SQL("product.common_price"),
    "measure": SQL("product.measure NULLS LAST, product.common_measure_price"),
    "new": NEWEST,
    "relevance": NEWEST,  # of a text that says nothing
}


class ProductSql:
    """Builds the statement for a query, as `chasqui.portal.product` has understood it.

    :param query: a `ProductQuery`
    :param terms: what its text was understood as
    :param preferred: ids of seals that whoever looks likes to see first, if they asked for no order
    :param others: see `ProductConditions`
    """

    def __init__(self, query, terms, seal_ids, today, *, near=None, preferred=()):
        self.query = query
        self.terms = terms
        self.today = today
        self.preferred = list(preferred) if query.may_prefer else []
        self.conditions = ProductConditions(query, terms, seal_ids, today, near or {})

    def get_statement(self, with_facets=True):
        """Return the statement; its rows are `(kind, key, number, numbers, ids)`.

        ======  ===================================================================================
        page    a group of the page: its place, the ids of its products, the nearest distance
        total   the number of groups, and of stores
        FACETS  the number of groups that a value of a filter leads to, under all other filters
        ======  ===================================================================================
        """
        parts = [self._get_page(), self._get_total()]
        if with_facets:
            parts += [get_facet(self.conditions, name) for name in FACETS]
        return SQL(
            """
            WITH shop AS MATERIALIZED (%(shop)s),
                 hits AS MATERIALIZED (%(hits)s),
                 shared AS MATERIALIZED (%(shared)s)
            %(parts)s
            """,
            shop=get_shops(self.today, self.query.place),
            hits=self._get_hits(limited=not with_facets),
            shared=get_shared(),
            parts=SQL(" UNION ALL ").join(SQL("(%s)", part) for part in parts),
        )

    def _get_hits(self, limited):
        """Return the query of what is found.

        :param limited: nothing is looked for: the first ones by an index, without reading all
        """
        limit = SQL("")
        if limited:
            limit = SQL("ORDER BY %s LIMIT %s", FIRST[self.query.order], MAX_READ)
        return SQL(
            """
            SELECT product.id, product.product_tmpl_id, product.group_key, product.store_id,
                   product.producer_slug, product.category_ids, %(seals)s AS seal_ids, product.measure,
                   product.common_measure_price::float8 AS measure_price, product.common_price AS price,
                   product.listed_on, shop.is_away, shop.ways, shop.km,
                   %(relevance)s AS relevance, %(failed)s AS failed
              FROM chasqui_portal_product AS product
              JOIN shop ON shop.id = product.store_id
             WHERE %(where)s %(limit)s
            """,
            seals=self.conditions.get_seals(),
            relevance=self._get_relevance(),
            failed=self.conditions.get_failed(),
            where=self.conditions.get_where(),
            limit=limit,
        )

    def _get_relevance(self):
        """Return the expression of how well a row fits: best what has all the words in its name."""
        if not self.terms:
            return SQL("0")
        return SQL(
            "ts_rank(%s::float4[], product.words, %s::tsquery, 1) + (product.words @@ %s::tsquery)::int",
            WEIGHTS,
            " | ".join(map(write_term, self.terms)),
            " & ".join(write_term(term, "A") for term in self.terms),
        )

    def _get_order(self):
        """Return how it is sorted; what carries a preferred seal first among what fits as well."""
        liked = SQL("(seal_ids && %s) DESC, ", self.preferred) if self.preferred else SQL("")
        steps = SQL("round(relevance::numeric, 1) DESC, ") if self.preferred else SQL("")
        order = {
            "relevance": SQL("%s%srelevance DESC, listed_on DESC", steps, liked),
            "near": SQL("km NULLS LAST, relevance DESC, listed_on DESC"),
            "price": SQL("price, relevance DESC"),
            "measure": SQL("measure NULLS LAST, measure_price, relevance DESC"),
            "new": SQL("%slisted_on DESC", liked),
        }[self.query.order]
        return SQL("is_away, %s, id DESC", order)

    def _get_page(self):
        """Return the query of the groups of the page: first which, then what each has."""
        order = self._get_order()
        return SQL(
            """
            SELECT 'page' AS kind, place::text AS key, COUNT(*) AS number, ARRAY[MIN(km)] AS numbers,
                   (array_agg(product_tmpl_id ORDER BY %(order)s))[1:%(offers)s] AS ids
              FROM (
                    SELECT group_key, MIN(place) AS place
                      FROM (
                            SELECT group_key, ROW_NUMBER() OVER () AS place FROM (%(first)s) AS first
                           ) AS ranked
                  GROUP BY group_key
                  ORDER BY MIN(place)
                    OFFSET %(begin)s LIMIT %(size)s
                   ) AS groups
              JOIN hits USING (group_key)
             WHERE failed = 0
          GROUP BY group_key, place
            """,
            first=self._get_first(order),
            order=order,
            offers=MAX_OFFERS,
            begin=(self.query.page - 1) * PAGE_SIZE,
            size=PAGE_SIZE,
        )

    def _get_first(self, order):
        """Return the query of the rows, in order, among which the groups of the page are.

        One for each group up to the page's end, and all that groups of several rows have besides.
        """
        return SQL(
            """
            SELECT group_key FROM hits WHERE failed = 0 ORDER BY %s
             LIMIT %s + (SELECT COALESCE(SUM(number - 1), 0) FROM shared)
            """,
            order,
            self.query.page * PAGE_SIZE,
        )

    def _get_total(self):
        return SQL(
            """
            SELECT 'total', '', (SELECT COUNT(*) FROM (%s) AS once),
                   ARRAY[(SELECT COUNT(DISTINCT store_id) FROM hits WHERE failed = 0)::float8], NULL::int[]
            """,
            get_once(SQL("TRUE"), SQL("failed = 0")),
        )
