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
                 shared AS MATERIALIZED (%(shared)s),
                 page AS MATERIALIZED (%(page)s)
            %(parts)s
            """,
            shop=get_shops(self.today, self.query.place),
            hits=self._get_hits(limited=not with_facets),
            shared=get_shared(),
            page=self._get_groups(),
            parts=SQL(" UNION ALL ").join(SQL("(%s)", part) for part in parts),
        )

    def _get_hits(self, limited):
        """Return the query of what is found.

        :param limited: nothing is looked for: the first ones by an index, without reading all
        """
        return SQL(
            """
            SELECT product.id, product.product_tmpl_id, product.group_key, product.store_id,
                   product.producer_slug, product.category_ids, %(seals)s AS seal_ids, product.measure,
                   product.common_measure_price::float8 AS measure_price, product.common_price AS price,
                   product.listed_on, shop.is_away, shop.ways, shop.km,
                   %(relevance)s AS relevance, %(failed)s AS failed
              FROM %(products)s AS product
              JOIN shop ON shop.id = product.store_id
             WHERE %(where)s
            """,
            seals=self.conditions.get_seals(),
            relevance=self._get_relevance(),
            failed=self.conditions.get_failed(),
            **(self._get_few() if limited else self._get_all()),
        )

    def _get_all(self):
        return {"products": SQL("chasqui_portal_product"), "where": self.conditions.get_where()}

    def _get_few(self):
        """Return the parts of the query that reads the first ones in their order.

        A join of products and stores would read all before it puts them in order. So the stores are looked
        up, or, where the nearest come first, gone through one by one.
        """
        shops = SQL("SELECT id, km FROM shop WHERE %s", self.conditions.get_where_of_shops())
        where = self.conditions.get_where_of_products()
        if self.query.order == "near":
            products = SQL(
                """
                SELECT product.*
                  FROM (%s ORDER BY km NULLS LAST) AS nearest
                 CROSS JOIN LATERAL (
                       SELECT * FROM chasqui_portal_product AS product
                        WHERE product.store_id = nearest.id AND %s OFFSET 0
                       ) AS product
              ORDER BY nearest.km NULLS LAST
                """,
                shops,
                where,
            )
        else:
            products = SQL(
                "SELECT * FROM chasqui_portal_product AS product WHERE %s AND %s ORDER BY %s",
                where,
                look_up(SQL("store_id"), SQL("SELECT id FROM (%s) AS shown", shops)),
                FIRST[self.query.order],
            )
        return {"products": SQL("(%s LIMIT %s)", products, MAX_READ), "where": SQL("TRUE")}

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
        """Return the query of what each group of the page has."""
        return SQL(
            """
            SELECT 'page' AS kind,
                   (SELECT place FROM page WHERE page.group_key = hits.group_key)::text AS key,
                   COUNT(*) AS number, ARRAY[MIN(km)] AS numbers,
                   (array_agg(product_tmpl_id ORDER BY %s))[1:%s] AS ids
              FROM hits
             WHERE failed = 0 AND %s
          GROUP BY group_key
            """,
            self._get_order(),
            MAX_OFFERS,
            look_up(SQL("group_key"), SQL("SELECT group_key FROM page")),
        )

    def _get_groups(self):
        """Return the query of the groups of the page, with the place of the first of each.

        Only so many rows are put in order as it takes: one for each group up to the page's end, and all
        that groups of several rows have besides.
        """
        return SQL(
            """
            SELECT group_key, MIN(place) AS place
              FROM (
                    SELECT group_key, ROW_NUMBER() OVER () AS place
                      FROM (
                            SELECT group_key FROM hits WHERE failed = 0 ORDER BY %(order)s
                             LIMIT %(end)s + (SELECT COALESCE(SUM(number - 1), 0) FROM shared)
                           ) AS first
                   ) AS ranked
          GROUP BY group_key
          ORDER BY MIN(place)
            OFFSET %(begin)s LIMIT %(size)s
            """,
            order=self._get_order(),
            begin=(self.query.page - 1) * PAGE_SIZE,
            end=self.query.page * PAGE_SIZE,
            size=PAGE_SIZE,
        )

    def _get_total(self):
        return SQL(
            """
            SELECT 'total', '', (SELECT COUNT(*) FROM (%s) AS once),
                   ARRAY[(SELECT COUNT(DISTINCT store_id) FROM hits WHERE failed = 0)::float8], NULL::int[]
            """,
            get_once(SQL("TRUE"), SQL("failed = 0")),
        )


def look_up(value, query):
    """Return the condition that a query gives a value: looked up in a hash, never turned into a join.

    Of what is found the planner can only guess how many rows there are, and joins too few of them badly.
    """
    return SQL("COALESCE(%s IN (%s), FALSE)", value, query)
