"""The stores of a search, as a query in SQL: which are shown, how they sell, how far they are."""

from odoo.tools import SQL

from odoo.addons.chasqui_store.tools import geo

from .product_query import WAYS

#: how one buys at a store is a number of bits, in the order of `WAYS`
BITS = {way: 1 << position for position, way in enumerate(WAYS)}


def way_bits(ways):
    return sum(BITS[way] for way in ways)


def get_shops(today, place):
    """Return the query of the stores that are shown: `(id, slug, is_away, ways, km)`.

    :param place: where distances are measured from, or nothing
    """
    return SQL(
        """
        SELECT store.id, store.slug,
               store.state = 'paused' AND COALESCE(store.reopening_date > %(today)s, TRUE) AS is_away,
               COALESCE(carriers.bits, 0) | COALESCE(together.bits, 0) | COALESCE(nodes.bits, 0) AS ways,
               points.km
          FROM chasqui_store AS store
          LEFT JOIN (
                SELECT company_id,
                       bit_or(CASE WHEN delivery_type IN ('chasqui_pickup', 'in_store')
                                   THEN %(pickup)s ELSE %(delivery)s END) AS bits
                  FROM delivery_carrier
                 WHERE active AND is_published
              GROUP BY company_id
               ) AS carriers ON carriers.company_id = store.company_id
          LEFT JOIN (
                SELECT store_id, bit_or(%(collective)s) AS bits
                  FROM chasqui_buying_way
                 WHERE is_on AND kind = 'collective'
              GROUP BY store_id
               ) AS together ON together.store_id = store.id
          LEFT JOIN (
                SELECT link.store_id, bit_or(%(node)s) AS bits
                  FROM chasqui_node_store AS link
                  JOIN chasqui_node AS node ON node.id = link.node_id
                 WHERE link.state = 'accepted' AND node.active AND node.state = 'running'
              GROUP BY link.store_id
               ) AS nodes ON nodes.store_id = store.id
          LEFT JOIN (%(points)s) AS points ON points.store_id = store.id
         WHERE store.active AND store.website_id IS NOT NULL AND store.state IN ('open', 'paused')
        """,
        today=today,
        points=_get_points(place),
        **BITS,
    )


def _get_points(place):
    """Return the query of how far the nearest pickup point of each store is, in kilometres."""
    if not place:
        return SQL("SELECT NULL::int AS store_id, NULL::float8 AS km WHERE FALSE")
    return SQL(
        """
        SELECT store_id, MIN(%s) AS km
          FROM chasqui_pickup_point AS point
         WHERE active AND (latitude != 0 OR longitude != 0)
      GROUP BY store_id
        """,
        geo.distance_sql(SQL("point.latitude"), SQL("point.longitude"), place),
    )
