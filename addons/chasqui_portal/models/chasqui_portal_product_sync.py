from odoo import api, models
from odoo.tools import SQL

BATCH = 1000
PENDING = "chasqui_portal_products"
NO_END = "9999-12-31"
COLUMNS = (
    "product_tmpl_id",
    "company_id",
    "store_id",
    "producer_id",
    "producer_slug",
    "listed_on",
    "picture",
    "currency_id",
    "price",
    "common_price",
    "measure",
    "measure_price",
    "common_measure_price",
    "words",
    "seal_ids",
    "seals_change_on",
    "category_ids",
    "group_key",
)


class ChasquiPortalProduct(models.Model):
    """Keeping up: what changed is written anew at the end of the transaction that changed it."""

    _inherit = "chasqui.portal.product"

    # === KEEPING UP === #

    @api.model
    def _queue(self, template_ids):
        """Write these products anew before the transaction is committed, once for all their changes."""
        precommit = self.env.cr.precommit
        if PENDING not in precommit.data:
            precommit.add(self.sudo()._sync_pending)
        precommit.data.setdefault(PENDING, set()).update(template_ids)

    @api.model
    def _queue_where(self, condition):
        """Queue the products of a condition on the table of products, named `product`."""
        self.env["product.template"].flush_model()
        rows = self.env.execute_query(
            SQL("SELECT product.id FROM product_template AS product WHERE %s", condition)
        )
        self._queue(product_id for (product_id,) in rows)

    @api.model
    def _sync_pending(self):
        """Write anew what was queued; whoever searches in the same transaction asks for it too."""
        pending = self.env.cr.precommit.data.pop(PENDING, None)
        if pending:
            self._sync(pending)

    @api.model
    def _sync(self, template_ids):
        """Write these products anew, or take out those not to be seen; return how many rows changed."""
        self.env.flush_all()
        template_ids = sorted(template_ids)
        changed = 0
        for start in range(0, len(template_ids), BATCH):
            changed += self._sync_batch(template_ids[start : start + BATCH])
        if changed:
            self._touch()
            self.sudo().invalidate_model()
        return changed

    @api.model
    def _sync_batch(self, template_ids):
        self.env.cr.execute(self._get_delete_sql(template_ids))
        changed = self.env.cr.rowcount
        prices = self._get_prices(self._get_visible(template_ids))
        if prices:
            self.env.cr.execute(self._get_upsert_sql(prices))
            written = [template_id for (template_id,) in self.env.cr.fetchall()]
            self.env["chasqui.portal.word"]._learn(written)
            changed += len(written)
        return changed

    @api.model
    def _get_visible(self, template_ids):
        """Return `(website id, template id)` of those that visitors may see at their store."""
        return self.env.execute_query(
            SQL(
                "SELECT store.website_id, product.id %s AND product.id = ANY(%s) ORDER BY 1, 2",
                self._get_visible_sql(),
                template_ids,
            )
        )

    # === SQL === #

    @api.model
    def _get_visible_sql(self):
        """Return FROM and WHERE of what visitors may see: `product`, and its `store`."""
        return SQL(
            """
              FROM product_template AS product
              JOIN chasqui_store AS store ON store.company_id = product.company_id
             WHERE product.active AND product.sale_ok AND product.is_published
               AND (product.website_id IS NULL OR product.website_id = store.website_id)
               AND COALESCE(product.service_tracking, 'no') = ANY(%s)
               AND %s
            """,
            list(self.env["product.template"]._get_saleable_tracking_types()),
            self._get_store_sql(),
        )

    @api.model
    def _get_store_sql(self):
        """Return the condition under which a store is shown to the public."""
        return SQL("store.active AND store.website_id IS NOT NULL AND store.state IN ('open', 'paused')")

    @api.model
    def _get_delete_sql(self, template_ids):
        return SQL(
            """
            DELETE FROM chasqui_portal_product AS known
                  WHERE known.product_tmpl_id = ANY(%s)
                    AND NOT EXISTS (SELECT 1 %s AND product.id = known.product_tmpl_id)
            """,
            template_ids,
            self._get_visible_sql(),
        )

    @api.model
    def _get_upsert_sql(self, prices):
        """Return the query that writes products with their prices, and yields those that changed.

        :param prices: rows of `_get_prices`
        """
        columns = [SQL.identifier(name) for name in COLUMNS]
        kept = SQL(", ").join(SQL.identifier("known", name) for name in COLUMNS[1:])
        new = SQL(", ").join(SQL.identifier("excluded", name) for name in COLUMNS[1:])
        return SQL(
            """
            INSERT INTO chasqui_portal_product AS known (%(columns)s)
                 %(source)s
            ON CONFLICT (product_tmpl_id) DO UPDATE SET (%(others)s) = ROW(%(new)s)
                  WHERE (%(kept)s) IS DISTINCT FROM (%(new)s)
              RETURNING product_tmpl_id
            """,
            columns=SQL(", ").join(columns),
            others=SQL(", ").join(columns[1:]),
            new=new,
            kept=kept,
            source=self._get_source_sql(prices),
        )

    @api.model
    def _get_source_sql(self, prices):
        ids, currencies, prices, common, measures, amounts = zip(*prices, strict=True)
        return SQL(
            """
            SELECT product.id, product.company_id, store.id, producer.id,
                   NULLIF(replace(chasqui_plain(producer.name), ' ', '-'), ''),
                   COALESCE(product.publish_date, product.create_date), picture.stamp,
                   priced.currency_id, priced.price, priced.common, priced.measure,
                   priced.price / priced.amount, priced.common / priced.amount,
                   %(words)s,
                   COALESCE(seals.ids, '{}'), COALESCE(seals.change_on, %(no_end)s),
                   COALESCE(categories.ids, '{}'),
                   hashtextextended(CASE
                       WHEN COALESCE(chasqui_plain(producer.name), '') = '' THEN 'product ' || product.id
                       ELSE concat_ws('|', chasqui_plain(producer.name), chasqui_stem(names.shown),
                                      product.uom_id, round(priced.amount::numeric, 4))
                   END, 0)
              FROM unnest(%(ids)s::int[], %(currencies)s::int[], %(prices)s::float8[], %(common)s::float8[],
                          %(measures)s::text[], %(amounts)s::float8[])
                   AS priced(id, currency_id, price, common, measure, amount)
              JOIN product_template AS product ON product.id = priced.id
              JOIN chasqui_store AS store ON store.company_id = product.company_id
              LEFT JOIN res_partner AS producer ON producer.id = product.chasqui_producer_id
              %(laterals)s
          ORDER BY product.id
            """,
            ids=list(ids),
            currencies=list(currencies),
            prices=list(prices),
            common=list(common),
            measures=list(measures),
            amounts=list(amounts),
            no_end=NO_END,
            words=self._get_words_sql(),
            laterals=self._get_laterals_sql(),
        )

    @api.model
    def _get_words_sql(self):
        """Return the expression of a product's words, by how much they say of it."""
        return SQL(
            """
            setweight(to_tsvector('simple', chasqui_stem(names.words)), 'A')
            || setweight(to_tsvector('simple', chasqui_stem(
                concat_ws(' ', producer.name, store.name, categories.words))), 'B')
            || setweight(to_tsvector('simple', chasqui_stem(
                concat_ws(' ', producer.chasqui_place->>'es_AR', producer.chasqui_place->>'en_US',
                          store.place->>'es_AR', store.place->>'en_US'))), 'C')
            || setweight(to_tsvector('simple', COALESCE(chasqui_stem(texts.words), '')), 'D')
            """
        )

    @api.model
    def _get_laterals_sql(self):
        """Return what is gathered for each product: names in all languages, categories, seals, picture.

        Of texts there is as much as has room in a row: what PostgreSQL keeps elsewhere is slow to rank.
        """
        return SQL(
            """
            CROSS JOIN LATERAL (
                SELECT string_agg(DISTINCT name.value, ' ') AS words,
                       COALESCE(product.name->>'es_AR', product.name->>'en_US') AS shown
                  FROM jsonb_each_text(product.name) AS name
            ) AS names
            CROSS JOIN LATERAL (
                SELECT left(regexp_replace(string_agg(DISTINCT value, ' '), '<[^>]*>', ' ', 'g'), 1200)
                           AS words
                  FROM (
                        SELECT value FROM jsonb_each_text(product.description_ecommerce)
                         UNION SELECT value FROM jsonb_each_text(product.description_sale)
                       ) AS written
            ) AS texts
            CROSS JOIN LATERAL (
                SELECT array_agg(DISTINCT above.id ORDER BY above.id) AS ids,
                       string_agg(DISTINCT name.value, ' ') AS words
                  FROM product_public_category_product_template_rel AS rel
                  JOIN product_public_category AS category ON category.id = rel.product_public_category_id
                  JOIN product_public_category AS above
                    ON above.id = ANY(
                           string_to_array(trim(trailing '/' FROM category.parent_path), '/')::int[]
                       )
                 CROSS JOIN jsonb_each_text(above.name) AS name
                 WHERE rel.product_template_id = product.id
            ) AS categories
            CROSS JOIN LATERAL (
                SELECT array_agg(DISTINCT link.seal_id ORDER BY link.seal_id)
                           FILTER (WHERE link.date_from <= %(today)s AND link.date_to >= %(today)s) AS ids,
                       LEAST(
                           MIN(link.date_from) FILTER (WHERE link.date_from > %(today)s),
                           MIN(link.date_to + 1)
                               FILTER (WHERE link.date_to >= %(today)s AND link.date_to < %(no_end)s)
                       ) AS change_on
                  FROM chasqui_seal_link AS link
                 WHERE link.product_tmpl_id = product.id
            ) AS seals
            LEFT JOIN LATERAL (
                SELECT left(checksum, 8) AS stamp
                  FROM ir_attachment
                 WHERE res_model = 'product.template' AND res_field = 'image_1920' AND res_id = product.id
                 LIMIT 1
            ) AS picture ON TRUE
            """,
            today=self.env["chasqui.store"]._get_today(),
            no_end=NO_END,
        )
