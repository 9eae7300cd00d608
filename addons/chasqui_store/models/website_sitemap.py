from odoo import api, models


class Website(models.Model):
    """A site lists for search engines what is to be read there: not the pages of the other kind of site."""

    _inherit = "website"

    def _enumerate_pages(self, query_string=None, force=False):
        elsewhere = self._get_chasqui_paths_elsewhere()
        for page in super()._enumerate_pages(query_string=query_string, force=force):
            if f"/{page['loc'].strip('/').split('/')[0]}" not in elsewhere:
                yield page

    def _get_chasqui_paths_elsewhere(self):
        """Return the first parts of addresses that lead nowhere on this site, or to another."""
        if self._get_chasqui_store_id():
            return self._get_chasqui_platform_paths()
        return self._get_chasqui_store_paths() if self.is_chasqui_platform else frozenset()

    @api.model
    def _get_chasqui_platform_paths(self):
        """Return what only the platform's site has: a hook."""
        return frozenset({"/apply", "/decisions"})

    @api.model
    def _get_chasqui_store_paths(self):
        """Return what only stores' sites have: a hook."""
        return frozenset({"/contactus", "/producers", "/shop", "/terms"})
