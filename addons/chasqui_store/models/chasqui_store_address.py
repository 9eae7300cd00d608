from urllib.parse import urlsplit

from odoo import api, fields, models

DEFAULT_BASE_URL = "http://localhost:8069"


class ChasquiStore(models.Model):
    """Where a store is found on the web."""

    _inherit = "chasqui.store"

    address = fields.Char(compute="_compute_address", help="The store's address on the web.")

    @api.depends("slug")
    def _compute_address(self):
        for store in self:
            store.address = store._get_base_url()

    def _get_base_url(self):
        """Return the store's own address, ``<scheme>://<slug>.<host>[:port]``."""
        self.ensure_one()
        base = urlsplit(self._get_platform_url())
        return f"{base.scheme}://{self.slug or ''}.{base.netloc}"

    @api.model
    def _get_platform_url(self):
        return (
            self.env["ir.config_parameter"]
            .sudo()
            .get_param("chasqui_store.base_url", DEFAULT_BASE_URL)
            .rstrip("/")
        )

    @api.model
    def _set_platform_address(self, base_url):
        """Serve the platform at another base address; what is derived from it follows.

        A website on a domain of the store's own stays there.
        """
        stores = self.sudo().with_context(active_test=False).search([("website_id", "!=", False)])
        derived = stores.filtered(lambda store: store.website_id.domain == store._get_base_url())
        parameters = self.env["ir.config_parameter"].sudo()
        parameters.set_param("chasqui_store.base_url", base_url)
        parameters.set_param("web.base.url", base_url)
        parameters.set_param("web.base.url.freeze", "True")
        self.env["website"]._get_chasqui_platform().domain = base_url
        for store in derived:
            store.website_id.domain = store._get_base_url()
