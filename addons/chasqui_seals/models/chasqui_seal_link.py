from odoo import api, fields, models
from odoo.fields import Domain
from odoo.tools import SQL

NO_END = "9999-12-31"
# The products that a grant reaches, by whom it was given to.
REACHES = (
    SQL("product.id = granted.product_tmpl_id"),
    SQL("seal.shows_on_products AND product.chasqui_producer_id = granted.producer_id"),
    SQL(
        """seal.shows_on_products AND product.company_id = (
            SELECT store.company_id FROM chasqui_store AS store WHERE store.id = granted.store_id
        )"""
    ),
)


class ChasquiSealLink(models.Model):
    """Which product shows which seal, from day to day: the grants, spread over the products they reach.

    Written when a grant, a seal or a product's producer changes; read with a condition on the dates,
    so that a seal whose last day has passed is shown nowhere, although nothing ran in between.

    ==========  =====================================================================
    table       chasqui_seal_link
    columns     product_tmpl_id, seal_id (where a seal was merged: the one it became),
                grant_id, date_from, date_to (never null: 9999-12-31 for no end)
    in force    date_from <= today AND date_to >= today; see `_get_in_force_sql`
    indexes     (product_tmpl_id, ...) and (seal_id, ...), both with all other columns
    ==========  =====================================================================

    Filters and their numbers read one row a product instead: `chasqui.seal.shelf`, kept from this.
    """

    _name = "chasqui.seal.link"
    _description = "Seal that a product shows"
    _log_access = False
    _order = "product_tmpl_id, seal_id, id"

    product_tmpl_id = fields.Many2one(comodel_name="product.template", required=True, ondelete="cascade")
    seal_id = fields.Many2one(comodel_name="chasqui.seal", required=True, ondelete="cascade")
    grant_id = fields.Many2one(
        comodel_name="chasqui.seal.grant", required=True, ondelete="cascade", index=True
    )
    date_from = fields.Date(required=True)
    date_to = fields.Date(required=True)

    _product_grant_unique = models.UniqueIndex("(product_tmpl_id, grant_id)")
    _by_product = models.Index("(product_tmpl_id, date_to, seal_id, date_from)")
    _by_seal = models.Index("(seal_id, date_to, product_tmpl_id, date_from)")

    # === BUSINESS METHODS === #

    @api.model
    def _get_in_force_sql(self, alias="chasqui_seal_link", today=None):
        """Return the SQL condition under which a row of the table, by this alias, counts on a day."""
        today = today or self.env["chasqui.store"]._get_today()
        return SQL(
            "(%s <= %s AND %s >= %s)",
            SQL.identifier(alias, "date_from"),
            today,
            SQL.identifier(alias, "date_to"),
            today,
        )

    @api.model
    def _get_pairs(self, products):
        """Return `(product id, seal id, grant id)` of the seals that these products show today."""
        if not products.ids:
            return []
        return self.env.execute_query(
            SQL(
                """
                SELECT product_tmpl_id, seal_id, grant_id
                  FROM chasqui_seal_link
                 WHERE product_tmpl_id = ANY(%s) AND %s
              ORDER BY product_tmpl_id, date_from, grant_id
                """,
                products.ids,
                self._get_in_force_sql(),
            )
        )

    # === KEEPING UP === #

    @api.model
    def _sync_grants(self, grants):
        """Spread these grants over the products that they reach now."""
        self._sync(SQL("granted.id = ANY(%s)", grants.ids), SQL("grant_id = ANY(%s)", grants.ids), grants)

    @api.model
    def _sync_products(self, products):
        """Give these products the seals that reach them now."""
        self._sync(
            SQL("product.id = ANY(%s)", products.ids),
            SQL("product_tmpl_id = ANY(%s)", products.ids),
            products,
        )

    @api.model
    def _sync_seals(self, seals):
        """Spread the grants that show these seals anew: one was retired, or merged into another."""
        shown = Domain("seal_id", "in", seals.ids) | Domain("seal_id.merged_into_id", "in", seals.ids)
        self._sync_grants(self.env["chasqui.seal.grant"].sudo().search(shown))

    @api.model
    def _sync(self, which, which_links, records):
        if not records:
            return
        self._flush_sources()
        changed = self._change(SQL("DELETE FROM chasqui_seal_link WHERE %s", which_links))
        for reach in REACHES:
            changed |= self._change(self._get_insert_sql(which, reach))
        self.sudo().invalidate_model()
        self.env["chasqui.seal.shelf"]._fill(changed)

    @api.model
    def _change(self, statement):
        """Change links; return the ids of the products whose links they are."""
        query = SQL(
            "WITH changed AS (%s RETURNING product_tmpl_id) SELECT DISTINCT product_tmpl_id FROM changed",
            statement,
        )
        return {product_id for [product_id] in self.env.execute_query(query)}

    @api.model
    def _flush_sources(self):
        self.env["chasqui.seal"].flush_model(["active", "merged_into_id", "shows_on_products"])
        self.env["chasqui.seal.grant"].flush_model()
        self.env["chasqui.store"].flush_model(["company_id"])
        self.env["product.template"].flush_model(["company_id", "chasqui_producer_id"])

    @api.model
    def _get_insert_sql(self, which, reach):
        return SQL(
            """
            INSERT INTO chasqui_seal_link (product_tmpl_id, seal_id, grant_id, date_from, date_to)
                 SELECT product.id, shown.id, granted.id, granted.date_from, COALESCE(granted.date_to, %s)
                   FROM chasqui_seal_grant AS granted
                   JOIN chasqui_seal AS seal ON seal.id = granted.seal_id
                   JOIN chasqui_seal AS shown ON shown.id = COALESCE(seal.merged_into_id, seal.id)
                   JOIN product_template AS product ON %s
                  WHERE granted.state = 'granted' AND shown.active AND %s
            ON CONFLICT DO NOTHING
            """,
            NO_END,
            reach,
            which,
        )
