from odoo import Command, api, fields, models


class ChasquiSealReviewer(models.Model):
    """A member of the commission that reviews claims, and which categories they review.

    The incubator keeps the commission here, so that it needs none of Odoo's access rights.
    """

    _name = "chasqui.seal.reviewer"
    _description = "Member of the Seals' Commission"
    _rec_name = "user_id"

    user_id = fields.Many2one(
        comodel_name="res.users",
        string="Person",
        required=True,
        ondelete="cascade",
        domain="[('share', '=', False)]",
    )
    category_ids = fields.Many2many(
        comodel_name="chasqui.seal.category", string="Reviews", help="None: all categories."
    )

    _user_unique = models.UniqueIndex("(user_id)", "This person is a member already.")

    @api.model_create_multi
    def create(self, vals_list):
        reviewers = super().create(vals_list)
        reviewers._apply_group(Command.link)
        return reviewers

    def write(self, vals):
        if "user_id" in vals:
            self._apply_group(Command.unlink)
        res = super().write(vals)
        self._apply_group(Command.link)
        return res

    def unlink(self):
        self._apply_group(Command.unlink)
        return super().unlink()

    def _apply_group(self, command):
        """Give or take the group; rules on what may be reviewed are cached."""
        group = self.env.ref("chasqui_seals.group_commission")
        self.user_id.sudo().write({"group_ids": [command(group.id)]})
        self.env.registry.clear_cache()
