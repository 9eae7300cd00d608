from odoo import models


class IrUiView(models.Model):
    _inherit = "ir.ui.view"

    def _get_template_minimal_cache_keys(self):
        """Find a template once for all websites that would find the same."""
        website_id = self.env.context.get("website_id")
        if not website_id:
            return super()._get_template_minimal_cache_keys()
        scope = self.env["website"]._get_template_scope(website_id)
        views = self.with_context(website_id=scope)
        return super(IrUiView, views)._get_template_minimal_cache_keys()
