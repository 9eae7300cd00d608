from odoo import models

NEWS_MODELS = ("blog.blog", "blog.post")


class Website(models.Model):
    _inherit = "website"

    def _search_get_details(self, search_type, order, options):
        """Find no news on a store's site: they are not to be read there."""
        details = super()._search_get_details(search_type, order, options)
        if not self._get_chasqui_store_id():
            return details
        return [detail for detail in details if detail["model"] not in NEWS_MODELS]
