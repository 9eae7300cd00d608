from dataclasses import dataclass, field

from odoo import api, models
from odoo.tools import SQL

#: what a card takes from the product itself; the address is made of the last three
SHOWN_FIELDS = ("company_id", "uom_id", "name", "seo_name", "default_code")


@dataclass
class Offer:
    """A product as one store has it, for a card of the page."""

    id: int
    name: str
    url: str
    store: str
    store_url: str
    producer: str
    unit: str
    currency: object
    price: float
    measure: str
    measure_price: float
    picture: str
    seals: object
    away_until: object
    is_away: bool
    is_sold_out: bool
    km: float | None = None
    others: list = field(default_factory=list)


class ChasquiPortalProduct(models.Model):
    """The cards of the page: each product as its store has it just now."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _get_offers(self, product_ids, place=None):
        """Return `{product id: Offer}` in the reader's language, in a few queries for all of them.

        :param place: `(latitude, longitude)` that seals by distance are measured from
        """
        if not product_ids:
            return {}
        products = self.env["product.template"].browse(product_ids)
        products.fetch(SHOWN_FIELDS)
        sold_out = self._get_sold_out(products)
        seals = products.with_context(chasqui_seal_place=place)._get_valid_seals()
        today = self.env["chasqui.store"]._get_today()
        currencies = self.env["res.currency"]
        offers = {}
        for row in self.env.execute_query_dict(self._get_offers_sql(product_ids, today)):
            product = products.browse(row["id"])
            url = row.pop("domain") or ""
            currency = currencies.browse(row.pop("currency_id"))
            offers[product.id] = Offer(
                **row,
                name=product.name,
                url=url + product.website_url,
                store_url=url,
                unit=product._get_shop_unit_name(),
                currency=currency,
                seals=seals.get(product.id),
                is_sold_out=product.id in sold_out,
            )
        return offers

    @api.model
    def _get_offers_sql(self, product_ids, today):
        return SQL(
            """
            SELECT known.product_tmpl_id AS id, store.name AS store, website.domain,
                   COALESCE(producer.name, '') AS producer, known.currency_id, known.price,
                   COALESCE(known.measure, '') AS measure, known.measure_price,
                   known.picture, store.reopening_date AS away_until,
                   store.state = 'paused' AND COALESCE(store.reopening_date > %s, TRUE) AS is_away
              FROM chasqui_portal_product AS known
              JOIN chasqui_store AS store ON store.id = known.store_id
              JOIN website ON website.id = store.website_id
              LEFT JOIN res_partner AS producer ON producer.id = known.producer_id
             WHERE known.product_tmpl_id = ANY(%s)
            """,
            today,
            product_ids,
        )

    @api.model
    def _get_sold_out(self, products):
        """Return the ids of the products of which there is nothing left: not even what others hold."""
        variants = self.env["product.product"].search([("product_tmpl_id", "in", products.ids)])
        if not variants:
            return set()
        kept = SQL(
            "(%s)", variants.with_context(allowed_company_ids=products.company_id.ids)._get_chasqui_kept_sql()
        )
        rows = self.env.execute_query(
            SQL(
                """
                SELECT template.id
                  FROM product_template AS template
                  JOIN product_product AS variant ON variant.product_tmpl_id = template.id AND variant.active
                  LEFT JOIN LATERAL (
                        SELECT SUM(quant.quantity - quant.reserved_quantity) AS free
                          FROM stock_quant AS quant
                          JOIN stock_location AS location
                            ON location.id = quant.location_id AND location.usage = 'internal'
                         WHERE quant.product_id = variant.id AND quant.company_id = template.company_id
                       ) AS stock ON TRUE
                  LEFT JOIN %s AS kept(product_id, quantity) ON kept.product_id = variant.id
                 WHERE template.id = ANY(%s)
                   AND template.is_storable AND NOT COALESCE(template.allow_out_of_stock_order, FALSE)
              GROUP BY template.id
                HAVING SUM(COALESCE(stock.free, 0) - COALESCE(kept.quantity, 0)) <= 0
                """,
                kept,
                products.ids,
            )
        )
        return {product_id for (product_id,) in rows}
