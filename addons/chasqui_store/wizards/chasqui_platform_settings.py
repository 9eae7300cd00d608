import re

import pytz

from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError

from ..models.chasqui_store_address import LABEL

PLATFORM_PATTERN = re.compile(rf"https?://({LABEL}\.)*{LABEL}(:\d{{1,5}})?")  # also http://localhost


class ChasquiPlatformSettings(models.TransientModel):
    """What holds for the whole platform, for incubator staff: Odoo's own settings are for administrators."""

    _name = "chasqui.platform.settings"
    _description = "Settings of the platform"

    base_url = fields.Char(
        string="Address of the platform",
        required=True,
        default=lambda self: self.env["chasqui.store"]._get_platform_url(),
        help="A store's address is its slug before this host: https://slug.host",
    )
    timezone = fields.Selection(
        selection=lambda self: [(name, name) for name in pytz.common_timezones],
        string="Time zone of the stores",
        required=True,
        default=lambda self: self._get_parameter("timezone", "America/Argentina/Buenos_Aires"),
        help="A paused store opens again on the morning of its day, in this time zone.",
    )
    hold_minutes = fields.Integer(
        string="Keep stock while paying",
        required=True,
        default=lambda self: int(self._get_parameter("hold_minutes", 20)),
        help="Minutes that the platform proposes to new stores; each store may choose others.",
    )

    @api.model
    def _get_parameter(self, name, default):
        return self.env["ir.config_parameter"].sudo().get_param(f"chasqui_store.{name}", default)

    @api.model
    def _set_parameter(self, name, value):
        self.env["ir.config_parameter"].sudo().set_param(f"chasqui_store.{name}", value)

    def action_apply(self):
        """Put the settings into force; stores move with the platform's address.

        :raise AccessError: for those who do not keep the platform
        :raise ValidationError: if the address is none, or no minute is left to pay in
        """
        self.ensure_one()
        if not self.env["chasqui.store"]._is_platform_staff():
            raise AccessError(self.env._("Only incubator staff can change the platform's settings."))
        if self.hold_minutes < 1:
            raise ValidationError(self.env._("Stock must be kept for a minute at least."))
        self._apply()
        return {"type": "ir.actions.client", "tag": "reload"}

    def _apply(self):
        """Write the settings; other addons add theirs."""
        self._set_parameter("timezone", self.timezone)
        self._set_parameter("hold_minutes", self.hold_minutes)
        stores = self.env["chasqui.store"]
        base_url = self._normalize_base_url()
        if base_url != stores._get_platform_url():
            stores._set_platform_address(base_url)

    def _normalize_base_url(self):
        """Return ``<scheme>://<host>[:port]``; an address with a path serves no store."""
        url = self.base_url.strip().lower().rstrip("/")
        if not PLATFORM_PATTERN.fullmatch(url):
            raise ValidationError(
                self.env._("“%s” is no address: write it like https://chasqui.example.", self.base_url)
            )
        return url
