from odoo import api, fields, models
from odoo.tools import SQL, create_index

CARRY_ANY, CARRY_ALL = SQL("&&"), SQL("@>")


class ChasquiSealShelf(models.Model):
    """The seals that each product shows, in one row, so that filtering by them costs a look at each.

    Kept from `chasqui.seal.link`, with the last day on which the row is true as it stands. After that
    day, and until it is filled anew, the links are read in its place: no date is ever missed.

    ==========  ==========================================================================
    table       chasqui_seal_shelf
    columns     product_tmpl_id, seal_ids (int[], in force until that day), true_until
    indexes     GIN on seal_ids and one on true_until, for pages of the whole network
    ==========  ==========================================================================
    """

    _name = "chasqui.seal.shelf"
    _description = "Seals that a product shows, in one row"
    _log_access = False
    _order = "id"

    product_tmpl_id = fields.Many2one(comodel_name="product.template", required=True, ondelete="cascade")
    true_until = fields.Date(required=True)

    _product_unique = models.UniqueIndex("(product_tmpl_id)")
    _by_end = models.Index("(true_until)")

    def init(self):
        """Add the column that no type of field stands for."""
        cr = self.env.cr
        cr.execute("ALTER TABLE chasqui_seal_shelf ADD COLUMN IF NOT EXISTS seal_ids integer[] NOT NULL")
        create_index(cr, "chasqui_seal_shelf__seal_ids_index", self._table, ["seal_ids"], method="gin")
        cr.execute("SELECT 1 FROM chasqui_seal_shelf LIMIT 1")
        if not cr.rowcount:  # a database from before there was this table
            self._fill_where(SQL("TRUE"))

    # === BUSINESS METHODS === #

    @api.model
    def _get_products_sql(self, seals, how=CARRY_ANY):
        """Return the SQL subquery of the ids of products that show one of these seals today, or all."""
        self.flush_model()
        today = self.env["chasqui.store"]._get_today()
        asked = list(seals._ids)
        return SQL(
            """(
            SELECT shelf.product_tmpl_id
              FROM chasqui_seal_shelf AS shelf
             WHERE (shelf.true_until >= %(today)s AND shelf.seal_ids %(how)s %(asked)s::int[])
                OR (shelf.true_until < %(today)s AND %(links)s %(how)s %(asked)s::int[])
            )""",
            today=today,
            how=how,
            asked=asked,
            links=self._get_links_sql(),
        )

    @api.model
    def _get_seals_sql(self):
        """Return the SQL of the ids of the seals that a row, of the table as `shelf`, shows today."""
        today = self.env["chasqui.store"]._get_today()
        return SQL(
            "CASE WHEN shelf.true_until >= %s THEN shelf.seal_ids ELSE %s END", today, self._get_links_sql()
        )

    @api.model
    def _get_links_sql(self):
        return SQL(
            """ARRAY(
                SELECT DISTINCT link.seal_id
                  FROM chasqui_seal_link AS link
                 WHERE link.product_tmpl_id = shelf.product_tmpl_id AND %s
              ORDER BY link.seal_id
            )""",
            self.env["chasqui.seal.link"]._get_in_force_sql("link"),
        )

    # === KEEPING UP === #

    @api.model
    def _fill(self, product_ids):
        """Write down anew what these products show from today on."""
        if not product_ids:
            return
        ids = list(product_ids)
        self._fill_where(SQL("link.product_tmpl_id = ANY(%s)", ids))
        self.env.cr.execute(
            SQL(
                """
                DELETE FROM chasqui_seal_shelf AS shelf
                      WHERE shelf.product_tmpl_id = ANY(%s)
                        AND NOT EXISTS (
                            SELECT FROM chasqui_seal_link AS link
                             WHERE link.product_tmpl_id = shelf.product_tmpl_id AND link.date_to >= %s
                        )
                """,
                ids,
                self.env["chasqui.store"]._get_today(),
            )
        )
        self.sudo().invalidate_model()

    @api.model
    def _fill_where(self, condition):
        """Write every row, changed or not: of two who grant at once, the second has to try again."""
        today = self.env["chasqui.store"]._get_today()
        self.env.cr.execute(
            SQL(
                """
                INSERT INTO chasqui_seal_shelf AS shelf (product_tmpl_id, seal_ids, true_until)
                     SELECT link.product_tmpl_id,
                            COALESCE(
                                ARRAY_AGG(DISTINCT link.seal_id) FILTER (WHERE link.date_from <= %(today)s),
                                '{}'
                            ),
                            MIN(CASE WHEN link.date_from > %(today)s THEN link.date_from - 1
                                     ELSE link.date_to END)
                       FROM chasqui_seal_link AS link
                      WHERE link.date_to >= %(today)s AND %(condition)s
                   GROUP BY link.product_tmpl_id
                ON CONFLICT (product_tmpl_id) DO UPDATE
                        SET seal_ids = EXCLUDED.seal_ids, true_until = EXCLUDED.true_until
                """,
                today=today,
                condition=condition,
            )
        )

    @api.model
    def _fill_outdated(self):
        """Write down anew what changed by itself, with the days."""
        query = SQL(
            "SELECT product_tmpl_id FROM chasqui_seal_shelf WHERE true_until < %s",
            self.env["chasqui.store"]._get_today(),
        )
        self._fill({product_id for [product_id] in self.env.execute_query(query)})
