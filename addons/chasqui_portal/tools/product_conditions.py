"""What a search keeps to, as conditions in SQL on `product`, a row of the index, and `shop`, its store."""

from odoo.tools import SQL

from .product_shops import way_bits

SHOP_FILTERS = {"store", "way", "near"}


class ProductConditions:
    """The conditions of a query, as `chasqui.portal.product` has understood it.

    :param query: a `ProductQuery`
    :param terms: what its text was understood as
    :param seal_ids: the ids of the chosen seals
    :param today: the day where the stores are
    :param near: `{id of a seal by distance: ids of the producers that are near enough}`
    """

    def __init__(self, query, terms, seal_ids, today, near):
        self.query = query
        self.terms = terms
        self.seal_ids = list(seal_ids)
        self.today = today
        self.near = near
        self.filters = dict(self._get_filters())

    # === FILTERS === #

    def _get_filters(self):
        """Yield the condition of each chosen filter."""
        query = self.query
        if query.category:
            yield "category", SQL("product.category_ids && %s", list(query.category))
        if query.seal:
            yield "seal", self._compare_seals(self.seal_ids, query.all_seals)
        if query.store:
            yield "store", SQL("shop.slug = ANY(%s)", list(query.store))
        if query.producer:
            yield "producer", SQL("product.producer_slug = ANY(%s)", list(query.producer))
        if query.way:
            yield "way", SQL("shop.ways & %s > 0", way_bits(query.way))
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

    def get_where(self):
        """Return the condition of the rows to read: all filters, or all but one where facets need it."""
        conditions = [*self._get_text_conditions(), self._get_filter_condition()]
        return SQL(" AND ").join(conditions)

    def _get_filter_condition(self):
        names = list(self.filters)
        if not names:
            return SQL("TRUE")
        if len(names) == 1:
            return SQL("TRUE") if self.terms else self.filters[names[0]]
        all_but_one = [
            SQL("(%s)", SQL(" AND ").join(self.filters[name] for name in names if name != left_out))
            for left_out in names
        ]
        return SQL("(%s)", SQL(" OR ").join(all_but_one))

    def get_where_of_shops(self):
        """Return the filters that speak of the store, as a condition on `shop`."""
        return self._join_filters(SHOP_FILTERS & self.filters.keys())

    def get_where_of_products(self):
        """Return the other filters, as a condition on `product`."""
        return self._join_filters(self.filters.keys() - SHOP_FILTERS)

    def _join_filters(self, names):
        conditions = [condition for name, condition in self.filters.items() if name in names]
        return SQL(" AND ").join(conditions) if conditions else SQL("TRUE")

    def get_failed(self):
        """Return the expression of which filter alone a row does not pass, as a number; else 0."""
        if not self.filters:
            return SQL("0")
        cases = [
            SQL("WHEN NOT (%s) THEN %s", condition, number)
            for number, condition in enumerate(self.filters.values(), 1)
        ]
        return SQL("CASE %s ELSE 0 END", SQL(" ").join(cases))

    def get_left_by_others(self, name):
        """Return the condition of what other filters leave; where all seals are asked for, these too."""
        if name not in self.filters or (name == "seal" and self.query.all_seals):
            return SQL("failed = 0")
        return SQL("failed IN (0, %s)", list(self.filters).index(name) + 1)

    # === SEALS === #

    def get_seals(self):
        """Return the expression of the ids of a product's seals: those of today, and those by distance."""
        seals = self._get_granted_seals()
        for seal_id, producer_ids in self.near.items():
            if producer_ids:
                seals = SQL(
                    "%s || CASE WHEN product.producer_id = ANY(%s) THEN %s ELSE '{}' END",
                    seals,
                    producer_ids,
                    [seal_id],
                )
        return SQL("(%s)", seals)

    def _get_granted_seals(self):
        """Return the same of granted ones: of the index, or of the links where they have moved since."""
        return SQL(
            "CASE WHEN product.seals_change_on > %s THEN product.seal_ids ELSE %s END",
            self.today,
            self._get_linked_seals(),
        )

    def _get_linked_seals(self):
        return SQL(
            """
            ARRAY(SELECT link.seal_id FROM chasqui_seal_link AS link
                   WHERE link.product_tmpl_id = product.product_tmpl_id
                     AND link.date_from <= %(today)s AND link.date_to >= %(today)s)
            """,
            today=self.today,
        )

    def _compare_seals(self, seal_ids, are_all_asked=False):
        """Keep to seals: any of these, or all of them; none that is no seal of today."""
        granted = [seal_id for seal_id in seal_ids if seal_id not in self.near]
        parts = [
            SQL("COALESCE(product.producer_id = ANY(%s), FALSE)", self.near[seal_id])
            for seal_id in seal_ids
            if seal_id in self.near
        ]
        if granted:
            parts.append(self._compare_granted(SQL("@>") if are_all_asked else SQL("&&"), granted))
        glue = SQL(" AND ") if are_all_asked else SQL(" OR ")
        return SQL("(%s)", glue.join(parts)) if parts else SQL("FALSE")

    def _compare_granted(self, operator, seal_ids):
        """Compare by the index, or by the links where the seals of a product have moved since."""
        return SQL(
            """
            ((product.seal_ids %(operator)s %(ids)s AND product.seals_change_on > %(today)s)
             OR (product.seals_change_on <= %(today)s AND %(links)s %(operator)s %(ids)s))
            """,
            operator=operator,
            ids=seal_ids,
            today=self.today,
            links=self._get_linked_seals(),
        )

    # === TEXT === #

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
                    self._compare_seals(term.seal_ids),
                )


def write_term(term, weight=""):
    """Return a term as PostgreSQL's tsquery has it; stems are letters and digits, nothing else."""
    phrases = [_write_phrase(phrase, f"{'*' if term.begins else ''}{weight}") for phrase in term.phrases]
    phrases += [_write_phrase(phrase, weight) for phrase in term.near]
    return "(" + " | ".join(phrases) + ")"


def _write_phrase(phrase, suffix):
    return "(" + " & ".join(f"'{stem}'" + (f":{suffix}" if suffix else "") for stem in phrase) + ")"
