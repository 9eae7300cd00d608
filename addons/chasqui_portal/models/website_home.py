from odoo import api, models


class Website(models.Model):
    _inherit = "website"

    @api.model
    def _take_down_chasqui_blank_home(self):
        """Make room for the platform's home page: Odoo's blank one was never shown."""
        blank = [
            ("website_id", "=", self._ensure_chasqui_platform().id),
            ("url", "=", "/"),
            ("key", "=", "website.homepage"),
        ]
        self.env["website.page"].search(blank).unlink()
