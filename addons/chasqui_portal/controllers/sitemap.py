from odoo import http
from odoo.http import request

from odoo.addons.website.controllers.main import Website


class ChasquiSitemap(Website):
    """Odoo keeps a site's map for half a day: here no longer than until what it lists has changed."""

    @http.route()
    def sitemap_xml_index(self, **kwargs):
        version = str(request.env["chasqui.portal.change"].sudo()._get_version(of_directory=True))
        kept_sudo = self._get_kept_maps()
        kept_sudo.filtered(lambda kept: kept.description != version).unlink()
        response = super().sitemap_xml_index(**kwargs)
        self._get_kept_maps().filtered(lambda kept: not kept.description).description = version
        return response

    def _get_kept_maps(self):
        """Return, as sudo, what is kept of this site's map."""
        return (
            request.env["ir.attachment"]
            .sudo()
            .search([("type", "=", "binary"), ("url", "=like", f"/sitemap-{request.website.id}-%.xml")])
        )
