from odoo import fields, models


class ChasquiStore(models.Model):
    _inherit = "chasqui.store"

    hold_minutes = fields.Integer(
        string="Keep stock while paying",
        default=lambda self: self._get_default_hold_minutes(),
        help="Minutes for which what a shopper is paying is kept from others.",
    )
    hold_transfer_hours = fields.Integer(
        string="Keep stock for a transfer",
        default=48,
        help="Hours for which what somebody pays by bank transfer is kept until the money comes.",
    )

    _check_hold_minutes = models.Constraint(
        "CHECK (hold_minutes > 0 AND hold_transfer_hours >= 0)",
        "Stock must be kept for a minute at least.",
    )

    def _get_default_hold_minutes(self):
        """Return what the platform proposes to new stores."""
        parameters = self.env["ir.config_parameter"].sudo()
        return int(parameters.get_param("chasqui_store.hold_minutes", 20))
