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

    def _bootstrap_homepage(self):
        """A store's site has menus of its own, but no copy of the homepage's view."""
        if not self.env.context.get("chasqui_provisioning"):
            return super()._bootstrap_homepage()
        self.copy_menu_hierarchy(self.env.ref("website.main_menu"))
