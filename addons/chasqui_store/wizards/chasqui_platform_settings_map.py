from odoo import fields, models


class ChasquiPlatformSettings(models.TransientModel):
    """Where maps get pictures of the ground: nowhere, unless somebody says so."""

    _inherit = "chasqui.platform.settings"

    map_tiles_url = fields.Char(
        string="Pictures of maps",
        default=lambda self: self._get_parameter("map_tiles_url", ""),
        help="Address of the tiles, as in https://tiles.example/{z}/{x}/{y}.png: visitors' browsers ask "
        "there.",
    )
    map_attribution = fields.Char(
        string="Whose pictures they are",
        default=lambda self: self._get_parameter("map_attribution", ""),
    )

    def _apply(self):
        super()._apply()
        self._set_parameter("map_tiles_url", (self.map_tiles_url or "").strip())
        self._set_parameter("map_attribution", (self.map_attribution or "").strip())
