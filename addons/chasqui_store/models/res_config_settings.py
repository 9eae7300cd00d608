from odoo import api, fields, models


class ResConfigSettings(models.TransientModel):
    _inherit = "res.config.settings"

    chasqui_base_url = fields.Char(
        string="Address of the platform",
        help="A store's address is its slug before this host: https://slug.host",
    )
    chasqui_timezone = fields.Char(
        string="Time zone of the stores",
        config_parameter="chasqui_store.timezone",
        default="America/Argentina/Buenos_Aires",
    )

    @api.model
    def get_values(self):
        return {
            **super().get_values(),
            "chasqui_base_url": self.env["chasqui.store"]._get_platform_url(),
        }

    def set_values(self):
        """Stores move with the platform."""
        super().set_values()
        stores = self.env["chasqui.store"]
        if self.chasqui_base_url and self.chasqui_base_url != stores._get_platform_url():
            stores._set_platform_address(self.chasqui_base_url.rstrip("/"))
