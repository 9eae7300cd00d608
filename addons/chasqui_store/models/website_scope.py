from odoo import api, models, tools


class Website(models.Model):
    """What websites share because they did not change it: the cost of one more store is flat."""

    _inherit = "website"

    @api.model
    @tools.ormcache("website_id", cache="assets")
    def _get_asset_scope(self, website_id):
        """Return the website to build bundles for: none in particular when it has no own assets.

        With a theme installed bundles differ between websites, and each keeps its own.
        """
        Module = self.env["ir.module.module"].sudo()
        own_assets = [("website_id", "=", website_id)]
        if (
            not website_id
            or self.env["ir.asset"].sudo().with_context(active_test=False).search_count(own_assets, limit=1)
            or Module.search_count([*Module.get_themes_domain(), ("state", "=", "installed")], limit=1)
        ):
            return website_id
        return False
