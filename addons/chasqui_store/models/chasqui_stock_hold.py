from datetime import timedelta
from typing import NamedTuple

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL, float_compare

from ..tools.transaction import own_transaction

KEPT_DAYS = 7


class Wanted(NamedTuple):
    """What one line of an order asks for, in its product's own unit."""

    order_id: int
    line_id: int
    company_id: int
    product_id: int
    warehouse_id: int
    quantity: float


class Shortage(NamedTuple):
    """A product of which there is less than all the orders want together."""

    product_id: int
    warehouse_id: int
    wanted: float
    available: float


class Hold(NamedTuple):
    """The answer to taking a hold: until when it lasts, or what was short and nothing was held."""

    until: object
    shortages: tuple


class LooseMany2one(fields.Many2one):
    """A many2one without a foreign key.

    A hold is written by a transaction of its own while the order's may still be open: a foreign
    key would wait for that one, and it waits for us.
    """

    def update_db_foreign_key(self, model, column):
        return


class ChasquiStockHold(models.Model):
    """What is kept for an order from before its payment until it is reserved.

    Available is what is on hand, minus what is reserved, minus what was confirmed and waits for
    stock, minus the holds of others that are alive. That is read and written in a short READ
    COMMITTED transaction of its own, one at a time for each product and warehouse (advisory locks
    in sorted order, so that two never wait for each other): Odoo's own transactions are REPEATABLE
    READ, and still see the old stock after waiting for a lock.

    A hold is alive until its time is over, it is released, or its order has consumed it. Consuming
    is written on the order (``chasqui_hold_consumed``) by the transaction that reserves, so that
    both become visible at once, and so that no transaction but the short ones ever writes here.
    """

    _name = "chasqui.stock.hold"
    _description = "Stock Hold"
    _order = "id desc"
    _log_access = False

    order_id = LooseMany2one(comodel_name="sale.order", required=True, index=True)
    line_id = LooseMany2one(comodel_name="sale.order.line", string="Order Line", required=True)
    company_id = LooseMany2one(comodel_name="res.company", required=True, index=True)
    product_id = LooseMany2one(comodel_name="product.product", required=True)
    warehouse_id = LooseMany2one(comodel_name="stock.warehouse", required=True)
    quantity = fields.Float(required=True, digits="Product Unit")
    expires_at = fields.Datetime(string="Kept until", required=True)

    _product_warehouse_idx = models.Index("(product_id, warehouse_id, expires_at)")

    # === ACTIONS ===#

    def action_release(self):
        """Let others buy what these orders keep; whoever pays them later is checked again."""
        if not self.env.user.has_group("chasqui_store.group_manager"):
            raise AccessError(self.env._("Only a store's manager can release what is kept."))
        self.check_access("read")
        self._release(self.sudo().order_id.ids)

    # === BUSINESS: TAKE AND RELEASE ===#

    @api.model
    def _take(self, wanted, until, extend=True):
        """Keep stock for some orders, all of it or nothing.

        What the orders held before is replaced. One call holds for any number of orders.

        :param list[Wanted] wanted: what each line asks for
        :param datetime until: how long to keep it
        :param bool extend: whether a hold that is alive lasts longer by this
        :rtype: Hold
        """
        if not wanted:
            return Hold(False, ())
        order_ids = tuple({want.order_id for want in wanted})
        with own_transaction(self.env) as cr:
            self._lock_products(cr, wanted)
            shortages = self._find_shortages(cr, wanted, order_ids)
            if not shortages:
                alive_until = self._delete_of_orders(cr, order_ids)
                if alive_until:
                    until = max(until, alive_until) if extend else alive_until
                self._insert(cr, wanted, until)
        self._invalidate_availability()
        return Hold(False if shortages else until, tuple(shortages))

    @api.model
    def _release(self, order_ids):
        """Give back what some orders hold."""
        with own_transaction(self.env) as cr:
            self._delete_of_orders(cr, tuple(order_ids))
        self._invalidate_availability()

    def _lock_products(self, cr, wanted):
        """Wait for whoever counts the same products of the same warehouses."""
        keys = sorted({(want.product_id, want.warehouse_id) for want in wanted})
        for product_id, warehouse_id in keys:
            cr.execute(SQL("SELECT pg_advisory_xact_lock(%s, %s)", product_id, warehouse_id))

    def _find_shortages(self, cr, wanted, order_ids):
        """Return the products of which there is less than wanted, in one look at all tables."""
        totals = {}
        for want in wanted:
            key = (want.product_id, want.warehouse_id)
            totals[key] = totals.get(key, 0.0) + want.quantity
        cr.execute(self._get_available_sql(list(totals), order_ids))
        available = {(product, warehouse): quantity for product, warehouse, quantity in cr.fetchall()}
        digits = self.env["decimal.precision"].precision_get("Product Unit")
        return [
            Shortage(*key, quantity, max(available[key], 0.0))
            for key, quantity in totals.items()
            if float_compare(quantity, available[key], precision_digits=digits) > 0
        ]

    def _delete_of_orders(self, cr, order_ids):
        """Delete the holds of some orders; return until when those alive would have lasted."""
        cr.execute(
            SQL(
                """
                WITH gone AS (
                    DELETE FROM chasqui_stock_hold hold WHERE order_id IN %s
                    RETURNING expires_at, %s AS alive
                )
                SELECT max(expires_at) FROM gone WHERE alive
                """,
                order_ids,
                self._get_alive_sql(),
            )
        )
        return cr.fetchone()[0]

    def _insert(self, cr, wanted, until):
        cr.execute(
            SQL(
                """
                INSERT INTO chasqui_stock_hold (
                    order_id, line_id, company_id, product_id, warehouse_id, quantity, expires_at
                ) VALUES %s
                """,
                SQL(", ").join(SQL("%s", (*want, until)) for want in wanted),
            )
        )

    # === BUSINESS: WHAT THERE IS ===#

    def _get_alive_sql(self):
        """Condition on ``hold``: its time is not over, and its order did not consume it."""
        return SQL(
            """(
                hold.expires_at > clock_timestamp() AT TIME ZONE 'UTC'
                AND NOT EXISTS (
                    SELECT FROM sale_order consumer
                     WHERE consumer.id = hold.order_id
                       AND consumer.chasqui_hold_consumed >= hold.id
                )
            )"""
        )

    def _get_held_sql(self, order_ids):
        """Quantity of ``want``'s product and warehouse that other orders hold."""
        return SQL(
            """(
                SELECT COALESCE(SUM(hold.quantity), 0)
                  FROM chasqui_stock_hold hold
                 WHERE hold.product_id = want.product_id
                   AND hold.warehouse_id = want.warehouse_id
                   AND hold.order_id NOT IN %s
                   AND %s
            )""",
            order_ids or (0,),
            self._get_alive_sql(),
        )

    def _get_waiting_sql(self):
        """Quantity that leaves ``want``'s warehouse, was confirmed, and is not reserved.

        Of a chain of moves only the first counts: the later ones wait for what it brings.
        """
        return SQL(
            """(
                SELECT COALESCE(SUM(move.product_qty - COALESCE(reserved.quantity, 0)), 0)
                  FROM stock_move move
                  JOIN stock_location source ON source.id = move.location_id
                  JOIN stock_location dest
                    ON dest.id = COALESCE(move.location_final_id, move.location_dest_id)
                  LEFT JOIN LATERAL (
                       SELECT SUM(line.quantity_product_uom) AS quantity
                         FROM stock_move_line line
                        WHERE line.move_id = move.id
                       ) reserved ON TRUE
                 WHERE move.product_id = want.product_id
                   AND move.state IN ('waiting', 'confirmed', 'partially_available')
                   AND move.procure_method = 'make_to_stock'
                   AND source.parent_path LIKE view.parent_path || '%%'
                   AND dest.parent_path NOT LIKE view.parent_path || '%%'
                   AND NOT EXISTS (
                       SELECT FROM stock_move_move_rel chain WHERE chain.move_dest_id = move.id
                   )
            )"""
        )

    def _get_free_sql(self):
        """Quantity of ``want``'s product that is in its warehouse and not reserved."""
        return SQL(
            """(
                SELECT COALESCE(SUM(quant.quantity - quant.reserved_quantity), 0)
                  FROM stock_quant quant
                  JOIN stock_location location ON location.id = quant.location_id
                 WHERE quant.product_id = want.product_id
                   AND location.parent_path LIKE view.parent_path || '%%'
            )"""
        )

    def _get_available_sql(self, keys, order_ids):
        """Return (product, warehouse, available), of one moment: a single statement."""
        return SQL(
            """
            SELECT want.product_id, want.warehouse_id, (%s - %s - %s)::float
              FROM (VALUES %s) AS want (product_id, warehouse_id)
              JOIN stock_warehouse warehouse ON warehouse.id = want.warehouse_id
              JOIN stock_location view ON view.id = warehouse.view_location_id
            """,
            self._get_free_sql(),
            self._get_waiting_sql(),
            self._get_held_sql(order_ids),
            SQL(", ").join(SQL("%s", key) for key in keys),
        )

    def _invalidate_availability(self):
        self.env["product.product"].invalidate_model(["chasqui_kept_qty"])
        self.env["sale.order"].invalidate_model(["chasqui_held_until"])
        self.invalidate_model()

    # === TOOLING ===#

    @api.autovacuum
    def _gc_holds(self):
        """Delete what expired days ago; it has not counted since."""
        self.env.cr.execute(
            SQL(
                "DELETE FROM chasqui_stock_hold WHERE expires_at < %s",
                fields.Datetime.now() - timedelta(days=KEPT_DAYS),
            )
        )
