import base64

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import file_open
from odoo.tools.image import image_data_uri

# Name of a size -> width and height in mm, and how many fit across an A4 sheet and down it.
SIZES = {
    "small": (38, 21, 5, 13),
    "medium": (63, 38, 3, 7),
    "large": (95, 57, 2, 4),
}
MAX_LABELS = 2000


class ChasquiSealLabel(models.TransientModel):
    """A sheet of labels to stick on what carries a seal: icon, short text, QR code to the proof."""

    _name = "chasqui.seal.label"
    _description = "Label sheet of seals"

    grant_ids = fields.Many2many(
        comodel_name="chasqui.seal.grant",
        string="Seals",
        required=True,
        default=lambda self: self._get_default_grants(),
    )
    size = fields.Selection(
        selection=[
            ("small", "Small: 65 on a sheet"),
            ("medium", "Medium: 21 on a sheet"),
            ("large", "Large: 8 on a sheet"),
        ],
        required=True,
        default="medium",
    )
    quantity = fields.Integer(string="Of each", required=True, default=21)

    _some_of_each = models.Constraint("CHECK (quantity > 0)", "Print at least one of each.")

    @api.model
    def _get_default_grants(self):
        if self.env.context.get("active_model") == "chasqui.seal.grant":
            return self.env.context.get("active_ids")
        return []

    # === ACTIONS === #

    def action_print(self):
        self.ensure_one()
        self._check_printable()
        return self.env.ref("chasqui_seals.report_seal_label").report_action(self, config=False)

    # === BUSINESS METHODS === #

    def _check_printable(self):
        """Labels outlive what they say: none for what is not in force, nor by the thousand."""
        self.grant_ids.check_access("read")
        in_force = self.grant_ids.filtered_domain(self.grant_ids._get_in_force_domain())
        if not self.grant_ids or in_force != self.grant_ids:
            raise UserError(self.env._("Labels are printed of seals in force alone: choose others."))
        if len(self.grant_ids) * self.quantity > MAX_LABELS:
            raise UserError(self.env._("That is more than %s labels: print fewer at a time.", MAX_LABELS))

    def _get_sheets(self):
        """Return the sheets to print: lists of rows, which are lists of grants."""
        across, down = SIZES[self.size][2:]
        labels = [grant for grant in self.grant_ids for _number in range(self.quantity)]
        rows = [labels[start : start + across] for start in range(0, len(labels), across)]
        return [rows[start : start + down] for start in range(0, len(rows), down)]

    def _get_size(self):
        """Return a label's width and height in the styles' millimetres, to fit sheets cut already."""
        millimetre = self.env["ir.actions.report"]._chasqui_get_millimetre()
        width, height, _across, _down = SIZES[self.size]
        return {"width": width * millimetre, "height": height * millimetre}

    def _get_pictures(self):
        """Return `{grant: (icon, QR code)}` as data, so that printing asks no server for anything."""
        return {
            grant: (_get_icon_data(grant.sudo()._get_shown_seal()), self._get_code(grant))
            for grant in self.grant_ids
        }

    def _get_code(self, grant):
        code = self.env["ir.actions.report"].barcode(
            "QR", grant._get_proof_url(), width=300, height=300, quiet=0
        )
        return f"data:image/png;base64,{base64.b64encode(code).decode()}"


def _get_icon_data(seal_sudo):
    if seal_sudo.icon:
        return image_data_uri(seal_sudo.icon)
    with file_open(seal_sudo.icon_path.removeprefix("/"), "rb") as file:
        return f"data:image/svg+xml;base64,{base64.b64encode(file.read()).decode()}"
