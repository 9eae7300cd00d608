from odoo import api, fields, models
from odoo.tools import SQL


class ProductProduct(models.Model):
    _inherit = "product.product"

    chasqui_kept_qty = fields.Float(
        string="Kept for Others",
        compute="_compute_chasqui_kept_qty",
        digits="Product Unit",
        help="Not reserved yet, and not to be sold: what shoppers hold while they pay, and what"
        " was confirmed and waits for stock.",
    )

    @api.depends_context("warehouse_id", "allowed_company_ids", "chasqui_own_order_ids")
    def _compute_chasqui_kept_qty(self):
        """Read all products of a page at once."""
        self.env["sale.order"].flush_model(["chasqui_hold_consumed"])
        self.env["stock.move"].flush_model()
        self.env["stock.move.line"].flush_model()
        kept = dict(self.env.execute_query(self._get_chasqui_kept_sql())) if self.ids else {}
        for product in self:
            product.chasqui_kept_qty = kept.get(product._origin.id, 0.0)

    def _get_chasqui_kept_sql(self):
        Holds = self.env["chasqui.stock.hold"].sudo()
        warehouse_id = self.env.context.get("warehouse_id")
        return SQL(
            """
            SELECT want.product_id, SUM(%s + %s)::float
              FROM (
                    SELECT product.id AS product_id, warehouse.id AS warehouse_id
                      FROM product_product product, stock_warehouse warehouse
                     WHERE product.id IN %s AND %s
                   ) want
              JOIN stock_warehouse warehouse ON warehouse.id = want.warehouse_id
              JOIN stock_location view ON view.id = warehouse.view_location_id
             GROUP BY want.product_id
            """,
            Holds._get_waiting_sql(),
            Holds._get_held_sql(self.env.context.get("chasqui_own_order_ids")),
            tuple(self.ids),
            SQL("warehouse.id = %s", warehouse_id)
            if warehouse_id
            else SQL("warehouse.company_id IN %s", tuple(self.env.companies.ids)),
        )
