from odoo import models
from odoo.tools import SQL


class ResPartner(models.Model):
    """Products are found by the name and place of who made them."""

    _name = "res.partner"
    _inherit = ["chasqui.indexed.mixin", "res.partner"]

    _chasqui_indexed_fields = frozenset({"name", "chasqui_place"})

    def _queue_products(self):
        producers_sudo = self.sudo().filtered("is_chasqui_producer")
        if producers_sudo:
            self.env["chasqui.portal.product"]._queue_where(
                SQL("product.chasqui_producer_id = ANY(%s)", producers_sudo.ids)
            )
