from odoo import models
from odoo.tools import SQL


class ChasquiStore(models.Model):
    """A store that opens, closes or takes another name has its products found, or not, at once."""

    _name = "chasqui.store"
    _inherit = ["chasqui.indexed.mixin", "chasqui.store"]

    _chasqui_indexed_fields = frozenset({"active", "company_id", "name", "place", "state", "website_id"})

    def _queue_products(self):
        if companies := self.sudo().company_id:
            self.env["chasqui.portal.product"]._queue_where(
                SQL("product.company_id = ANY(%s)", companies.ids)
            )
