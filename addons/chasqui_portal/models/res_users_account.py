from odoo import api, fields, models


class ResUsers(models.Model):
    """What shoppers tell the portal that they care about, and how it greets them."""

    _inherit = "res.users"

    chasqui_seal_ids = fields.Many2many(
        comodel_name="chasqui.seal",
        relation="chasqui_user_seal",
        string="Seals they care about",
        groups="base.group_system",
        copy=False,
        help="Their own affair: no store sees it. The portal shows what carries these seals first.",
    )

    @api.model
    def _get_chasqui_preferred_seal_ids(self):
        """Return the ids of the seals that the present visitor asked to see first; none for a stranger."""
        user = self.env.user
        return [] if user._is_public() else user.sudo().chasqui_seal_ids.ids
