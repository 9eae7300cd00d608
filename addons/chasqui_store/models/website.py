from odoo import fields, models


class Website(models.Model):
    _inherit = "website"

    chasqui_store_ids = fields.One2many(
        comodel_name="chasqui.store",
        inverse_name="website_id",
        help="The store that this website belongs to: at most one.",
    )

    def _get_chasqui_store(self):
        """Return the store whose website this is, as sudo; empty on the platform website."""
        return self.sudo().with_context(active_test=False).chasqui_store_ids
