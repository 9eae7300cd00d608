from odoo import http

from odoo.addons.website.controllers.main import Website

from ..shop_input import parse_id


class ChasquiSiteSearch(Website):
    """Odoo's search of a site ends in an error where the address has a page, whatever it says."""

    @http.route()
    def hybrid_list(self, page=1, **kwargs):
        return super().hybrid_list(page=parse_id(page) or 1, **kwargs)
