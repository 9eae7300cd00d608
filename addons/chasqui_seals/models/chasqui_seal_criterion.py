from odoo import fields, models


class ChasquiSealCriterion(models.Model):
    """One line of a seal's checklist: what whoever claims it must answer."""

    _name = "chasqui.seal.criterion"
    _description = "Criterion of a Seal"
    _order = "seal_id, sequence, id"

    seal_id = fields.Many2one(comodel_name="chasqui.seal", required=True, ondelete="cascade", index=True)
    name = fields.Char(string="Criterion", required=True, translate=True)
    help_text = fields.Char(string="How to show it", translate=True)
    required = fields.Boolean(default=True, help="Without it the seal cannot be granted.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)
