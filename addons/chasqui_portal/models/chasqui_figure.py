from functools import reduce
from operator import add

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.tools import SQL

from ..tools.suppression import Cell, merge_small

MONTHS_AT_ONCE = 24


class ChasquiFigure(models.Model):
    """What was bought in one month, in one province or in all: added up once, when the month is over.

    Only what at least five people did is written here, so that nothing else can ever be shown: small
    provinces are told together, and a month that has been told is not told again, lest somebody find
    a person as the difference of two counts.
    """

    _name = "chasqui.figure"
    _description = "Figures of a month"
    _inherit = ["chasqui.shown.mixin"]
    _order = "month desc, is_total desc, families desc"
    _log_access = False

    month = fields.Date(required=True, index=True, help="Its first day.")
    is_total = fields.Boolean(help="All provinces together.")
    state_id = fields.Many2one(
        comodel_name="res.country.state",
        string="Province",
        ondelete="restrict",
        help="Of the stores; empty: all, or those that are told together.",
    )
    stores = fields.Integer(help="That sold something.")
    orders = fields.Integer()
    families = fields.Integer(help="Different buyers; who bought in two provinces counts in both.")
    kilos = fields.Float(digits=(16, 1))

    _chasqui_directory_fields = frozenset()

    _row_unique = models.UniqueIndex("(month, is_total, COALESCE(state_id, 0))")

    # === BUSINESS METHODS === #

    @api.model
    def _get_totals(self):
        """Return the months that have been told, oldest first, as sudo."""
        return self.sudo().search([("is_total", "=", True)], order="month")

    @api.model
    def _get_details(self, month=None):
        """Return what was told of provinces, newest month first, as sudo."""
        domain = [("is_total", "=", False), *([("month", "=", month)] if month else [])]
        return self.sudo().search(domain)

    def _get_place_name(self):
        self.ensure_one()
        if self.is_total:
            return self.env._("All provinces")
        return self.state_id.name or self.env._("Other provinces")

    @api.model
    def _cron_add_up(self):
        """Add up the months that are over and have not been told yet."""
        this_month = self.env["chasqui.store"]._get_today().replace(day=1)
        for back in range(MONTHS_AT_ONCE, 0, -1):
            self._add_up(this_month - relativedelta(months=back))

    @api.model
    def _add_up(self, month):
        if self.search_count([("month", "=", month)], limit=1):
            return
        cells = merge_small(self._count_cells(month))
        if not cells:
            return
        rows = [self._prepare_vals(month, cell) for cell in cells]
        total = self._prepare_vals(month, reduce(add, cells))
        families = sum(row["families"] for row in rows)
        self.create([{**total, "is_total": True, "state_id": False, "families": families}, *rows])

    @api.model
    def _prepare_vals(self, month, cell):
        return {
            "month": month,
            "state_id": cell.place,
            "stores": cell.stores,
            "orders": cell.orders,
            "families": cell.people,
            "kilos": cell.kilos,
        }

    @api.model
    def _count_cells(self, month):
        """Return a cell for each province in which stores sold, however small."""
        rows = self.env.execute_query(
            SQL(
                """
                WITH sold AS (%(sold)s), weighed AS (%(weighed)s)
                SELECT sold.state_id,
                       ARRAY_AGG(DISTINCT sold.buyer),
                       COUNT(*),
                       COALESCE(SUM(weighed.kilos), 0),
                       COUNT(DISTINCT sold.store_id)
                  FROM sold
             LEFT JOIN weighed ON weighed.order_id = sold.order_id
              GROUP BY sold.state_id
                """,
                sold=self._get_sold_sql(month),
                weighed=self._get_weighed_sql(),
            )
        )
        return [Cell(place, frozenset(buyers), *row) for place, buyers, *row in rows]

    @api.model
    def _get_sold_sql(self, month):
        """Return the orders that stores confirmed in a month; the same e-mail is one buyer."""
        begin, end = self._get_bounds(month)
        return SQL(
            """
            SELECT sale.id AS order_id,
                   store.id AS store_id,
                   store.state_id AS state_id,
                   COALESCE(buyer.email_normalized, buyer.id::text) AS buyer
              FROM sale_order sale
              JOIN chasqui_store store ON store.company_id = sale.company_id
              JOIN res_partner buyer ON buyer.id = sale.partner_id
             WHERE sale.state = 'sale'
               AND sale.date_order >= %(begin)s
               AND sale.date_order < %(end)s
            """,
            begin=begin,
            end=end,
        )

    @api.model
    def _get_weighed_sql(self):
        """Return the weight of those orders: by what is sold by weight, else by the product's own."""
        kilo = self.env.ref("uom.product_uom_kgm")
        units = self.env["uom.uom"].with_context(active_test=False).search([])
        by_weight = units.filtered(lambda unit: unit._has_common_reference(kilo))
        return SQL(
            """
            SELECT line.order_id,
                   SUM(
                       CASE WHEN line.product_uom_id IN %(by_weight)s
                            THEN line.product_uom_qty * unit.factor / %(kilo)s
                            ELSE line.product_uom_qty * unit.factor / own_unit.factor
                                 * COALESCE(product.weight, 0)
                        END
                   ) AS kilos
              FROM sale_order_line line
              JOIN sold ON sold.order_id = line.order_id
              JOIN uom_uom unit ON unit.id = line.product_uom_id
              JOIN product_product product ON product.id = line.product_id
              JOIN product_template template ON template.id = product.product_tmpl_id
              JOIN uom_uom own_unit ON own_unit.id = template.uom_id
             WHERE line.display_type IS NULL
          GROUP BY line.order_id
            """,
            by_weight=tuple(by_weight.ids),
            kilo=kilo.factor,
        )

    @api.model
    def _get_bounds(self, month):
        """Return when a month begins and ends where the stores are, in UTC."""
        store = self.env["chasqui.store"]
        return store._get_midnight(month), store._get_midnight(month + relativedelta(months=1))
