from odoo import models
from odoo.tools import SQL

SHOWN = frozenset({"active", "company_id", "name", "place", "state", "website_id"})


class ChasquiStore(models.Model):
    """A store that opens, closes or takes another name has its products found, or not, at once."""

    _inherit = "chasqui.store"

    def write(self, vals):
        res = super().write(vals)
        if SHOWN & vals.keys() and self:
            self.env["chasqui.portal.product"]._queue_where(
                SQL("product.company_id = ANY(%s)", self.sudo().company_id.ids)
            )
        return res
