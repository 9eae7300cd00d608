from odoo import fields, models


class ChasquiStoreInvite(models.TransientModel):
    """Invite somebody to the team of a store."""

    _name = "chasqui.store.invite"
    _description = "Invitation to a store's team"

    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="cascade")
    name = fields.Char(required=True)
    login = fields.Char(string="E-mail", required=True)
    role = fields.Selection(
        selection=[("operator", "Operator"), ("manager", "Manager")],
        required=True,
        default="operator",
    )

    def action_invite(self):
        self.store_id._invite_member(self.name, self.login, self.role)
        return {"type": "ir.actions.act_window_close"}
