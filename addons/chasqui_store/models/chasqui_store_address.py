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
