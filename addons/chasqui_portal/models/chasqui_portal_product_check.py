import logging

from odoo import api, models
from odoo.tools import SQL

_logger = logging.getLogger(__name__)


class ChasquiPortalProduct(models.Model):
    """Each night all is looked at again: currencies, dates of prices and of seals move by themselves."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _cron_check(self):
        """Repair what is not as it should be, a part at a time; go on where the last run had to stop."""
        progress = self.env["ir.cron"]
        repaired = 0
        for template_ids in self._get_parts():
            repaired += self._sync(template_ids)
            if not progress._commit_progress(len(template_ids)):
                return
        self.env["chasqui.portal.word"]._recount()
        if repaired:
            _logger.info("The portal's search: %s products were not as they should be.", repaired)

    @api.model
    def _rebuild(self):
        """Write all of it, as after the installation in a database with stores."""
        for template_ids in self._get_parts():
            self._sync(template_ids)
        self.env["chasqui.portal.word"]._recount()

    @api.model
    def _get_parts(self, size=1000):
        """Yield the ids of all products that are in the search or should be, some at a time."""
        last_id = 0
        while True:
            self.env.flush_all()
            rows = self.env.execute_query(
                SQL(
                    """
                    SELECT id FROM (
                        SELECT product_tmpl_id AS id FROM chasqui_portal_product
                         WHERE product_tmpl_id > %(last)s
                         UNION SELECT product.id %(visible)s AND product.id > %(last)s
                    ) AS either ORDER BY id LIMIT %(size)s
                    """,
                    last=last_id,
                    visible=self._get_visible_sql(),
                    size=size,
                )
            )
            if not rows:
                return
            yield [template_id for (template_id,) in rows]
            last_id = rows[-1][0]
