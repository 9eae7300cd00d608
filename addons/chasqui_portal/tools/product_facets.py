"""The filters of a search with their numbers, as queries in SQL on `hits`, the rows that were found.

What is counted are groups of the same product. Most have one row and are simply counted; only those of
several rows, in `shared`, are told apart.
"""

from odoo.tools import SQL

from .product_query import WAYS
from .product_shops import BITS

#: so many values are told, the most frequent ones; of names of stores and producers people read fewer
MAX_VALUES = 60
MAX_NAMES = 20
FACETS = ("category", "seal", "store", "producer", "way", "price")


def get_facet(conditions, name):
    """Return the query of a filter's values: how many groups each leads to, under all other filters.

    :param conditions: the `ProductConditions` of the search
    :return: rows of `(kind, key, number, numbers, ids)`
    """
    left = conditions.get_left_by_others(name)
    if name == "price":
        return _get_prices(left)
    if name == "way":
        return _get_ways(left)
    if name == "store":
        return _get_stores(left)
    return _get_values(name, left)


def get_shared():
    """Return the query of the groups that were found in several rows."""
    return SQL("SELECT group_key, COUNT(*) AS number FROM hits GROUP BY group_key HAVING COUNT(*) > 1")


def get_once(value, which):
    """Return the query of a `value` of some of the hits, once for each group that has it."""
    return SQL(
        """
        SELECT %(value)s AS value FROM hits
         WHERE %(which)s AND group_key NOT IN (SELECT group_key FROM shared)
         UNION ALL
        SELECT value
          FROM (
                SELECT DISTINCT %(value)s AS value, group_key FROM hits
                 WHERE %(which)s AND group_key IN (SELECT group_key FROM shared)
               ) AS pairs
        """,
        value=value,
        which=which,
    )


def _get_values(name, left):
    values = {
        "category": SQL("unnest(category_ids)"),
        "seal": SQL("unnest(seal_ids)"),
        "producer": SQL("producer_slug"),
    }
    return SQL(
        """
        SELECT %(name)s, value::text, COUNT(*), NULL::float8[], NULL::int[]
          FROM (%(once)s) AS told
         WHERE value IS NOT NULL
      GROUP BY value
      ORDER BY COUNT(*) DESC, value
         LIMIT %(limit)s
        """,
        name=name,
        once=get_once(values[name], left),
        limit=MAX_NAMES if name == "producer" else MAX_VALUES,
    )


def _get_stores(left):
    """Count by the stores' ids, and name only those that are told."""
    return SQL(
        """
        SELECT 'store', shop.slug, number, NULL::float8[], NULL::int[]
          FROM (
                SELECT value, COUNT(*) AS number
                  FROM (%s) AS told
              GROUP BY value
              ORDER BY number DESC, value
                 LIMIT %s
               ) AS counted
          JOIN shop ON shop.id = counted.value
        """,
        get_once(SQL("store_id"), left),
        MAX_NAMES,
    )


def _get_ways(left):
    """Count all ways in one pass: each is a bit."""
    return SQL(
        """
        SELECT 'way', way, number, NULL::float8[], NULL::int[]
          FROM (
                SELECT ARRAY[%s] AS numbers
                  FROM (SELECT bit_or(ways) AS ways FROM hits WHERE %s GROUP BY group_key) AS groups
               ) AS counted
         CROSS JOIN unnest(%s, numbers) AS told(way, number)
         WHERE number > 0
        """,
        SQL(", ").join(SQL("COUNT(*) FILTER (WHERE ways & %s > 0)", BITS[way]) for way in WAYS),
        left,
        list(WAYS),
    )


def _get_prices(left):
    """Cut the prices of kilos and of litres in three parts, at round numbers, and count each.

    The bounds are computed once (`OFFSET 0`), and not again for each row.
    """
    return SQL(
        """
        SELECT 'price', measure, COUNT(*),
               ARRAY[MIN(low), MIN(high), COUNT(*) FILTER (WHERE is_low),
                     COUNT(*) FILTER (WHERE is_between), COUNT(*) FILTER (WHERE is_high)],
               NULL::int[]
          FROM (
        SELECT hits.measure, MIN(low) AS low, MIN(high) AS high, bool_or(measure_price <= low) AS is_low,
               bool_or(measure_price BETWEEN low AND high) AS is_between,
               bool_or(measure_price >= high) AS is_high
          FROM hits
          JOIN (
                SELECT measure, %(low)s AS low, %(high)s AS high
                  FROM (
                        SELECT measure, percentile_disc(ARRAY[0.33, 0.67])
                                   WITHIN GROUP (ORDER BY measure_price) AS cuts
                          FROM hits
                         WHERE %(left)s AND measure_price > 0
                      GROUP BY measure
                       ) AS measured
                OFFSET 0
               ) AS bounds ON bounds.measure = hits.measure
         WHERE %(left)s
      GROUP BY hits.measure, group_key
               ) AS priced
      GROUP BY measure
        """,
        left=left,
        low=_round_to_one_digit(SQL("cuts[1]")),
        high=_round_to_one_digit(SQL("cuts[2]")),
    )


def _round_to_one_digit(value):
    return SQL("round(%s::numeric, -floor(log(%s))::int)::float8", value, value)
