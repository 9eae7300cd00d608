from collections import Counter

from odoo import api, models
from odoo.tools import SQL


class ChasquiSealShelf(models.Model):
    _inherit = "chasqui.seal.shelf"

    @api.model
    def _count_by_seal(self, query, near=None):
        """Return `{seal id: number of the products of a query that carry it today}`, in one query.

        The products are counted by what they carry together: there are few such combinations, however
        many products.

        :param query: an Odoo `Query` of product templates
        :param near: `{seal id: SQL query of products}` of the seals that are computed by distance
        """
        self.flush_model()
        parts = [
            SQL(
                """
                SELECT %s AS seal_ids, COUNT(*)
                  FROM found JOIN chasqui_seal_shelf AS shelf ON shelf.product_tmpl_id = found.id
              GROUP BY 1
                """,
                self._get_seals_sql(),
            )
        ]
        parts += [
            SQL("SELECT ARRAY[%s], COUNT(*) FROM found WHERE id IN (%s)", seal_id, products)
            for seal_id, products in (near or {}).items()
        ]
        rows = self.env.execute_query(
            SQL("WITH found AS (%s) %s", query.select(), SQL(" UNION ALL ").join(parts))
        )
        counts = Counter()
        for seal_ids, number in rows:
            for seal_id in seal_ids:
                counts[seal_id] += number
        return {seal_id: number for seal_id, number in counts.items() if number}
