from odoo import api, fields, models


class ChasquiSealCriterion(models.Model):
    """One line of a seal's checklist: what whoever claims it must answer."""

    _name = "chasqui.seal.criterion"
    _description = "Criterion of a Seal"
    _order = "seal_id, sequence, id"

    seal_id = fields.Many2one(comodel_name="chasqui.seal", required=True, ondelete="cascade", index=True)
    name = fields.Char(string="Criterion", required=True, translate=True)
    help_text = fields.Char(string="How to show it", translate=True)
    required = fields.Boolean(default=True, help="A claim cannot be handed in without an answer to it.")
    sequence = fields.Integer(default=10)
    active = fields.Boolean(default=True)

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        criteria = super().create(vals_list)
        criteria.seal_id._keep_version()
        return criteria

    def write(self, vals):
        res = super().write(vals)
        self.seal_id._keep_version()
        return res

    def unlink(self):
        """Archive, rather than delete, what claims have answered to."""
        seals = self.seal_id
        answered = self.env["chasqui.seal.answer"].sudo().search([("criterion_id", "in", self.ids)])
        used = answered.criterion_id & self
        used.with_env(self.env).active = False
        res = super(ChasquiSealCriterion, self - used.with_env(self.env)).unlink()
        seals._keep_version()
        return res
