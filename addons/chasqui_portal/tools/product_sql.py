"""The query of the portal's search: one statement gives the page, the totals and the facets."""

from odoo.tools import SQL

from odoo.addons.chasqui_store.tools import geo

PAGE_SIZE = 24
#: so many rows, in their order, are put together into groups of the same product
MAX_RANKED = 2000
MAX_OFFERS = 12
MAX_FACET = 60
FACETS = ("category", "seal", "store", "producer", "way", "price")
#: weights of ts_rank: texts, places, producer and store, name
WEIGHTS = [0.02, 0.05, 0.2, 1.0]


class ProductSql:
    """Builds the statement for a query, as `chasqui.portal.product` has understood it.

    :param query: a `ProductQuery`
    :param terms: what its text was understood as
    :param seal_ids: the ids of the chosen seals
    :param today: the day where the stores are
    """

    def __init__(self, query, terms, seal_ids, today):
        self.query = query
        self.terms = terms
        self.seal_ids = list(seal_ids)
        self.today = today
        self.conditions = dict(self._get_conditions())

    # === CONDITIONS === #

    def _get_conditions(self):
        """Yield the condition of each chosen filter."""
        query = self.query
        if query.category:
            yield "category", SQL("product.category_ids && %s", list(query.category))
        if query.seal:
            yield "seal", self._get_seal_condition()
        if query.store:
            yield "store", SQL("shop.slug = ANY(%s)", list(query.store))
        if query.producer:
            yield "producer", SQL("product.producer_slug = ANY(%s)", list(query.producer))
        if query.way:
            yield "way", SQL("shop.ways && %s", list(query.way))
        if query.km and query.place:
            yield "near", SQL("shop.km <= %s", query.km)
        if query.measure:
            yield "price", self._get_price_condition()

    def _get_price_condition(self):
        return SQL(
            "(product.measure = %s AND product.common_measure_price BETWEEN %s AND %s)",
            self.query.measure,
            self.query.low or 0.0,
            float("inf") if self.query.high is None else self.query.high,
        )

    def _get_seal_condition(self):
        """Keep to seals: any of those chosen, or all of them; none that is no seal of today."""
        operator = SQL("@>") if self.query.all_seals else SQL("&&")
        if not self.seal_ids:
            return SQL("FALSE")
        return self._compare_seals(operator, self.seal_ids)

    def _compare_seals(self, operator, seal_ids):
        """Compare by the index, then by the links where the seals of a product have moved since."""
        return SQL(
            "((product.seal_ids %(operator)s %(ids)s OR product.seals_change_on <= %(today)s)"
            " AND %(seals)s %(operator)s %(ids)s)",
            operator=operator,
            ids=seal_ids,
            today=self.today,
            seals=self._get_seals(),
        )

    def _get_seals(self):
        return SQL(
            """
            CASE WHEN product.seals_change_on > %(today)s THEN product.seal_ids
                 ELSE ARRAY(SELECT link.seal_id FROM chasqui_seal_link AS link
                             WHERE link.product_tmpl_id = product.product_tmpl_id
                               AND link.date_from <= %(today)s AND link.date_to >= %(today)s)
            END
            """,
            today=self.today,
        )

    def _get_text_conditions(self):
        """Yield the conditions of what is looked for; words alone are asked together."""
        words = [term for term in self.terms if not term.seal_ids]
        if words:
            yield SQL("product.words @@ %s::tsquery", " & ".join(map(write_term, words)))
        for term in self.terms:
            if term.seal_ids:
                yield SQL(
                    "(product.words @@ %s::tsquery OR %s)",
                    write_term(term),
                    self._compare_seals(SQL("&&"), list(term.seal_ids)),
                )

    def _get_filter_condition(self):
        """Return the filters as a whole: all of them, or all but one where facets need the others too."""
        names = list(self.conditions)
        if not names:
            return SQL("TRUE")
        if len(names) == 1:
            return SQL("TRUE") if self.terms else self.conditions[names[0]]
        all_but_one = [
            SQL("(%s)", SQL(" AND ").join(self.conditions[name] for name in names if name != left_out))
            for left_out in names
        ]
        return SQL("(%s)", SQL(" OR ").join(all_but_one))

    def _get_failed(self):
        """Return the expression of which filter alone a row does not pass; '' when it passes all."""
        if not self.conditions:
            return SQL("''")
        cases = [SQL("WHEN NOT (%s) THEN %s", condition, name) for name, condition in self.conditions.items()]
        return SQL("CASE %s ELSE '' END", SQL(" ").join(cases))

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

    # === STATEMENT === #

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
            parts += [self._get_facet(name) for name in FACETS]
        return SQL(
            """
            WITH shop AS MATERIALIZED (%(shop)s),
                 hits AS MATERIALIZED (%(hits)s),
                 ranked AS (%(ranked)s)
            %(parts)s
            """,
            shop=self._get_shop(),
            hits=self._get_hits(limited=not with_facets),
            ranked=self._get_ranked(),
            parts=SQL(" UNION ALL ").join(SQL("(%s)", part) for part in parts),
        )

    def _get_shop(self):
        """Return the query of the stores that are shown: whether they are away, how they sell, how far."""
        return SQL(
            """
            SELECT store.id, store.slug,
                   store.state = 'paused' AND COALESCE(store.reopening_date > %(today)s, TRUE) AS is_away,
                   array_remove(ARRAY[
                       CASE WHEN EXISTS (
                           SELECT 1 FROM delivery_carrier AS carrier
                            WHERE carrier.company_id = store.company_id AND carrier.active
                              AND carrier.is_published
                              AND carrier.delivery_type IN ('chasqui_pickup', 'in_store')
                       ) THEN 'pickup' END,
                       CASE WHEN EXISTS (
                           SELECT 1 FROM delivery_carrier AS carrier
                            WHERE carrier.company_id = store.company_id AND carrier.active
                              AND carrier.is_published
                              AND carrier.delivery_type NOT IN ('chasqui_pickup', 'in_store')
                       ) THEN 'delivery' END,
                       CASE WHEN EXISTS (
                           SELECT 1 FROM chasqui_buying_way AS way
                            WHERE way.store_id = store.id AND way.is_on AND way.kind = 'collective'
                       ) THEN 'collective' END,
                       CASE WHEN EXISTS (
                           SELECT 1 FROM chasqui_node_store AS link
                             JOIN chasqui_node AS node ON node.id = link.node_id
                            WHERE link.store_id = store.id AND link.state = 'accepted'
                              AND node.active AND node.state = 'running'
                       ) THEN 'node' END
                   ], NULL) AS ways,
                   %(km)s AS km
              FROM chasqui_store AS store
             WHERE store.active AND store.website_id IS NOT NULL AND store.state IN ('open', 'paused')
            """,
            today=self.today,
            km=self._get_distance(),
        )

    def _get_distance(self):
        """Return the expression of how far the nearest pickup point of a store is, in kilometres."""
        if not self.query.place:
            return SQL("NULL::float8")
        return SQL(
            """(
            SELECT MIN(%s) FROM chasqui_pickup_point AS point
             WHERE point.store_id = store.id AND point.active
               AND (point.latitude != 0 OR point.longitude != 0)
            )""",
            geo.distance_sql(SQL("point.latitude"), SQL("point.longitude"), self.query.place),
        )

    def _get_hits(self, limited):
        limit = SQL("")
        if limited and self.query.order == "new":
            # The plain page: by the index of newness, without reading all.
            limit = SQL("ORDER BY product.listed_on DESC, product.id DESC LIMIT %s", MAX_RANKED)
        return SQL(
            """
            SELECT product.id, product.product_tmpl_id, product.group_key, shop.slug, product.producer_slug,
                   product.category_ids, %(seals)s AS seal_ids, product.measure,
                   product.common_measure_price AS measure_price, product.common_price AS price,
                   product.listed_on, shop.is_away, shop.ways, shop.km,
                   %(relevance)s AS relevance, %(failed)s AS failed
              FROM chasqui_portal_product AS product
              JOIN shop ON shop.id = product.store_id
             WHERE %(conditions)s %(limit)s
            """,
            seals=self._get_seals(),
            relevance=self._get_relevance(),
            failed=self._get_failed(),
            conditions=SQL(" AND ").join([*self._get_text_conditions(), self._get_filter_condition()]),
            limit=limit,
        )

    def _get_ranked(self):
        orders = {
            "relevance": SQL("relevance DESC, listed_on DESC"),
            "near": SQL("km NULLS LAST, relevance DESC, listed_on DESC"),
            "price": SQL("price, relevance DESC"),
            "measure": SQL("measure NULLS LAST, measure_price, relevance DESC"),
            "new": SQL("listed_on DESC"),
        }
        return SQL(
            """
            SELECT group_key, product_tmpl_id, km, ROW_NUMBER() OVER () AS place
              FROM (SELECT group_key, product_tmpl_id, km FROM hits WHERE failed = ''
                  ORDER BY is_away, %s, id DESC LIMIT %s) AS first_ones
            """,
            orders[self.query.order],
            MAX_RANKED,
        )

    def _get_page(self):
        return SQL(
            """
            SELECT 'page' AS kind, MIN(place)::text AS key, COUNT(*) AS number, ARRAY[MIN(km)] AS numbers,
                   (array_agg(product_tmpl_id ORDER BY place))[1:%s] AS ids
              FROM ranked
          GROUP BY group_key
          ORDER BY MIN(place)
            OFFSET %s LIMIT %s
            """,
            MAX_OFFERS,
            (self.query.page - 1) * PAGE_SIZE,
            PAGE_SIZE,
        )

    def _get_total(self):
        return SQL(
            """
            SELECT 'total', '',
                   (SELECT COUNT(*) FROM (SELECT DISTINCT group_key FROM hits WHERE failed = '') AS g),
                   ARRAY[
                       (SELECT COUNT(*) FROM (SELECT DISTINCT slug FROM hits WHERE failed = '') AS s)::float8
                   ],
                   NULL::int[]
            """
        )

    # === FACETS === #

    def _get_facet(self, name):
        if name == "price":
            return self._get_price_facet()
        values = {
            "category": SQL("unnest(category_ids)"),
            "seal": SQL("unnest(seal_ids)"),
            "store": SQL("slug"),
            "producer": SQL("producer_slug"),
            "way": SQL("unnest(ways)"),
        }
        return SQL(
            """
            SELECT %(name)s, value::text, COUNT(*), NULL::float8[], NULL::int[]
              FROM (SELECT DISTINCT %(value)s AS value, group_key FROM hits WHERE %(failed)s) AS pairs
             WHERE value IS NOT NULL
          GROUP BY value
          ORDER BY COUNT(*) DESC, value
             LIMIT %(limit)s
            """,
            name=name,
            value=values[name],
            failed=self._get_left_by_others(name),
            limit=MAX_FACET,
        )

    def _get_left_by_others(self, name):
        """Return the condition of what the other filters leave; where all seals are asked for, these too."""
        if name == "seal" and self.query.all_seals:
            return SQL("failed = ''")
        return SQL("failed IN ('', %s)", name)

    def _get_price_facet(self):
        """Cut the prices of kilos and of litres in three parts, at round numbers, and count each."""
        return SQL(
            """
            SELECT 'price', measure, COUNT(*),
                   ARRAY[low, high, COUNT(*) FILTER (WHERE is_low), COUNT(*) FILTER (WHERE is_between),
                         COUNT(*) FILTER (WHERE is_high)],
                   NULL::int[]
              FROM (
            SELECT hits.measure, low, high, bool_or(measure_price <= low) AS is_low,
                   bool_or(measure_price BETWEEN low AND high) AS is_between,
                   bool_or(measure_price >= high) AS is_high
              FROM hits
              JOIN (
                    SELECT measure, %(low)s AS low, %(high)s AS high
                      FROM (
                            SELECT measure, percentile_disc(ARRAY[0.33, 0.67])
                                       WITHIN GROUP (ORDER BY measure_price) AS cuts
                              FROM hits
                             WHERE failed IN ('', 'price') AND measure_price > 0
                          GROUP BY measure
                           ) AS measured
                   ) AS bounds ON bounds.measure = hits.measure
             WHERE failed IN ('', 'price')
          GROUP BY hits.measure, group_key, low, high
                   ) AS priced
          GROUP BY measure, low, high
            """,
            low=_round_to_one_digit(SQL("cuts[1]")),
            high=_round_to_one_digit(SQL("cuts[2]")),
        )


def _round_to_one_digit(value):
    return SQL("round(%s::numeric, -floor(log(%s))::int)::float8", value, value)


def write_term(term, weight=""):
    """Return a term as PostgreSQL's tsquery has it; stems are letters and digits, nothing else."""
    suffix = "".join(("*" if term.begins else "", weight))
    phrases = (
        "(" + " & ".join(f"'{stem}'" + (f":{suffix}" if suffix else "") for stem in phrase) + ")"
        for phrase in term.phrases
    )
    return "(" + " | ".join(phrases) + ")"
