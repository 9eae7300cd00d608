from odoo import api, models
from odoo.tools import SQL


class ChasquiSealLink(models.Model):
    _inherit = "chasqui.seal.link"

    @api.model
    def _count_by_seal(self, product_ids):
        """Return `{seal id: number of these products that carry it today}`, in one query."""
        if not product_ids:
            return {}
        self.flush_model()
        return dict(
            self.env.execute_query(
                SQL(
                    """
                    SELECT chasqui_seal_link.seal_id, COUNT(DISTINCT product_tmpl_id)
                      FROM chasqui_seal_link
                      JOIN UNNEST(%s) AS asked(id) ON asked.id = product_tmpl_id
                     WHERE %s
                  GROUP BY chasqui_seal_link.seal_id
                    """,
                    list(product_ids),
                    self._get_in_force_sql(),
                )
            )
        )
