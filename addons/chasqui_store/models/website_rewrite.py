from odoo import models


class WebsiteRewrite(models.Model):
    _inherit = "website.rewrite"

    def _invalidate_routing(self):
        """Links are written into compiled templates by the website's rewrites."""
        super()._invalidate_routing()
        self.env.registry.clear_cache("templates")
