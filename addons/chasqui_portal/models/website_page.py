from odoo import models


class WebsitePage(models.Model):
    _inherit = "website.page"

    def _get_response(self, request):
        """Keep a page of the platform until something that it shows changes, not for an hour."""
        if not request.website.is_chasqui_platform:
            return super()._get_response(request)
        request.update_context(chasqui_written=self.view_id.arch_db or "")
        return request.website._get_kept_page(lambda: self._get_response_raw(request))
