from odoo import models


class IrUiView(models.Model):
    _inherit = "ir.ui.view"

    def _get_template_minimal_cache_keys(self):
        """Find a template once for all websites that would find the same."""
        views = self.with_env(self.env["website"]._get_template_env())
        return super(IrUiView, views)._get_template_minimal_cache_keys()
