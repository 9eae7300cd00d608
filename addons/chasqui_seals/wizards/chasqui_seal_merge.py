from odoo import fields, models


class ChasquiSealMerge(models.TransientModel):
    """Merges seals that say the same into one of them."""

    _name = "chasqui.seal.merge"
    _description = "Merge of Seals"

    seal_ids = fields.Many2many(
        comodel_name="chasqui.seal",
        required=True,
        default=lambda self: self.env.context.get("active_ids"),
    )
    target_id = fields.Many2one(comodel_name="chasqui.seal", string="The one that stays", required=True)

    def action_merge(self):
        (self.seal_ids - self.target_id)._merge_into(self.target_id)
        return {"type": "ir.actions.act_window_close"}
