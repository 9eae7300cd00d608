from odoo import models
from odoo.tools import SQL


class ResPartner(models.Model):
    """Products are found by the name and place of who made them."""

    _inherit = "res.partner"

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"name", "chasqui_place"}:
            producers_sudo = self.sudo().filtered("is_chasqui_producer")
            if producers_sudo:
                self.env["chasqui.portal.product"]._queue_where(
                    SQL("product.chasqui_producer_id = ANY(%s)", producers_sudo.ids)
                )
        return res
