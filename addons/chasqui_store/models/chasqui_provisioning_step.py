from odoo import api, fields, models


class ChasquiProvisioningStep(models.Model):
    """How far the setting up of one organisation has come, for people who wait for it.

    The rows are written by a cursor of their own while the work's transaction is still open;
    that transaction therefore never touches them.
    """

    _name = "chasqui.provisioning.step"
    _description = "Step of setting up a store"
    _order = "sequence, id"

    res_model = fields.Char(required=True, readonly=True)
    res_id = fields.Many2oneReference(model_field="res_model", required=True, readonly=True, index=True)
    sequence = fields.Integer(readonly=True)
    code = fields.Char(required=True, readonly=True)
    name = fields.Char(compute="_compute_name")
    state = fields.Selection(
        selection=[
            ("waiting", "Waiting"),
            ("running", "Under way"),
            ("done", "Done"),
            ("failed", "Failed"),
        ],
        required=True,
        default="waiting",
        readonly=True,
    )

    @api.depends("res_model", "code")
    @api.depends_context("lang")
    def _compute_name(self):
        for model, steps in self.grouped("res_model").items():
            labels = self.env[model]._get_step_labels() if model else {}
            for step in steps:
                step.name = labels.get(step.code, step.code)
