import logging

from psycopg2 import OperationalError
from psycopg2.errors import SerializationFailure

from odoo import SUPERUSER_ID, api, models
from odoo.tools import SQL, mute_logger

_logger = logging.getLogger(__name__)


class StockQuant(models.Model):
    """Tidy what two reservations at once leave behind.

    A reservation that finds a quant locked writes a second one beside it, with what it reserves
    and nothing on hand. Odoo merges those now and then; with lots or several locations the two may
    also have reserved the same goods while others were free. Both are answered right after the
    commit, when there is something to see.

    That also makes it safe not to wait, nor to begin again, when somebody else has just changed a
    quant: what is held is there, so its reservation is written beside the quant.
    """

    _inherit = "stock.quant"

    def try_lock_for_update(self, *, allow_referencing=False, limit=None):
        """Do without a quant that changed since this transaction began, for what is held."""
        held_ids = self.env.context.get("chasqui_held_product_ids", ())
        if limit != 1 or not held_ids or not set(self.product_id.ids) <= set(held_ids):
            return super().try_lock_for_update(allow_referencing=allow_referencing, limit=limit)
        query = SQL(
            """
            SELECT id FROM stock_quant WHERE id = ANY(%s)
             ORDER BY array_position(%s, id) LIMIT 1
               FOR NO KEY UPDATE SKIP LOCKED
            """,
            self.ids,
            self.ids,
        )
        try:
            with self.env.cr.savepoint():
                self.env.cr.execute(query, log_exceptions=False)
                return self.browse(row[0] for row in self.env.cr.fetchall())
        except SerializationFailure:
            return self.browse()

    @api.model
    def _chasqui_tidy_after_commit(self, products):
        """Look at some products once this transaction is over."""
        registry, product_ids = self.env.registry, tuple(products.filtered("is_storable").ids)
        if not product_ids:
            return

        @self.env.cr.postcommit.add
        def tidy():
            try:
                with mute_logger("odoo.sql_db"), registry.cursor() as cr:
                    env = api.Environment(cr, SUPERUSER_ID, {})
                    env["stock.quant"]._chasqui_tidy(product_ids)
            except OperationalError as error:
                _logger.info("Quants of %s are tidied by whoever changes them: %s", product_ids, error)

    @api.model
    def _chasqui_tidy(self, product_ids):
        """Merge the doubled quants of some products, and move reservations to where goods are.

        Whoever finds the quants locked leaves them: the one who locks them comes after.
        """
        quants = self._chasqui_find_untidy(product_ids)
        if len(quants.try_lock_for_update()) < len(quants) or not quants:
            return
        quants._merge_quants()
        self._chasqui_find_untidy(product_ids)._chasqui_reserve_elsewhere()

    @api.model
    def _chasqui_find_untidy(self, product_ids):
        """Return the quants that are doubled, or reserved beyond what there is."""
        rows = self.env.execute_query(
            SQL(
                """
                SELECT array_agg(quant.id)
                  FROM stock_quant quant
                  JOIN stock_location location ON location.id = quant.location_id
                 WHERE quant.product_id IN %s AND location.usage IN ('internal', 'transit')
                 GROUP BY quant.product_id, quant.company_id, quant.location_id, quant.lot_id,
                          quant.package_id, quant.owner_id
                HAVING count(*) > 1
                    OR round(SUM(quant.reserved_quantity)::numeric, 4)
                     > round(SUM(quant.quantity)::numeric, 4)
                """,
                product_ids,
            )
        )
        return self.browse(quant_id for (ids,) in rows for quant_id in ids)

    def _chasqui_reserve_elsewhere(self):
        """Reserve again, newest first, what was reserved beyond what there is here."""
        for quant in self.filtered(lambda q: q.reserved_quantity > q.quantity):
            lines = self.env["stock.move.line"].search(
                [
                    ("product_id", "=", quant.product_id.id),
                    ("location_id", "=", quant.location_id.id),
                    ("lot_id", "=", quant.lot_id.id),
                    ("package_id", "=", quant.package_id.id),
                    ("owner_id", "=", quant.owner_id.id),
                    ("state", "in", ("assigned", "partially_available")),
                    ("picked", "=", False),
                ],
                order="id desc",
            )
            for move in lines.move_id.sorted("id", reverse=True):
                if quant.product_uom_id.compare(quant.reserved_quantity, quant.quantity) <= 0:
                    break
                move._do_unreserve()
                move._action_assign()
                quant.invalidate_recordset()
