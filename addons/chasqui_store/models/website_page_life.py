from odoo import models


class WebsitePage(models.Model):
    _inherit = "website.page"

    def _get_cache_key(self, request):
        """A page kept from yesterday must not say that the store is still paused."""
        return (*super()._get_cache_key(request), request.website._get_chasqui_state())
