from odoo import api, models

PLATFORM_PATHS = {
    "/blog",
    "/calendar",
    "/contact",
    "/figures",
    "/nodes",
    "/products",
    "/seals",
    "/stores",
}


class Website(models.Model):
    _inherit = "website"

    def _enumerate_pages(self, query_string=None, force=False):
        """List also a page for each store and seal, where they are shown."""
        yield from super()._enumerate_pages(query_string=query_string, force=force)
        if self.is_chasqui_platform:
            for path in self._get_chasqui_record_paths():
                if not query_string or query_string in path:
                    yield {"loc": path}

    def _get_chasqui_record_paths(self):
        """Return the addresses of what has a page of its own on the platform: a hook."""
        entries = self.env["chasqui.directory"]._get_entries()
        seals_sudo = self.env["chasqui.seal"].sudo().search([])
        nodes_sudo = self.env["chasqui.node"].sudo()
        nodes_sudo = nodes_sudo.search(nodes_sudo._get_public_domain())
        return [
            *(f"/stores/{entry.slug}" for entry in entries),
            *(f"/seals/{seal.slug}" for seal in seals_sudo),
            *(f"/nodes/{node.slug}" for node in nodes_sudo),
        ]

    @api.model
    def _get_chasqui_platform_paths(self):
        return super()._get_chasqui_platform_paths() | PLATFORM_PATHS

    @api.model
    def _get_chasqui_store_paths(self):
        return super()._get_chasqui_store_paths() | {"/collective"}
