from odoo import api, fields, models

CLAIMED = {"answer", "note"}
FOUND = {"finding"}


class ChasquiSealAnswer(models.Model):
    """What a claim answers to one criterion of its seal, and what the review found."""

    _name = "chasqui.seal.answer"
    _description = "Answer to a Criterion"
    _inherit = ["chasqui.seal.part.mixin"]
    _order = "grant_id, criterion_sequence, id"

    criterion_id = fields.Many2one(
        comodel_name="chasqui.seal.criterion", required=True, ondelete="restrict", index=True
    )
    criterion_sequence = fields.Integer(
        string="Order", related="criterion_id.sequence", store=True, precompute=True
    )
    help_text = fields.Char(related="criterion_id.help_text")
    answer = fields.Selection(
        selection=[("yes", "Yes"), ("partly", "Partly"), ("no", "No"), ("na", "Does not apply")]
    )
    note = fields.Text(string="How")
    finding = fields.Selection(
        selection=[("met", "Met"), ("partly", "Partly"), ("unmet", "Not met")],
        help="What the review found.",
    )

    _criterion_unique = models.UniqueIndex("(grant_id, criterion_id)", "One answer to each criterion.")

    # === COMPUTE METHODS === #

    @api.depends("criterion_id.name")
    def _compute_display_name(self):
        for answer in self:
            answer.display_name = answer.criterion_id.name

    # === CRUD METHODS === #

    def write(self, vals):
        """The store answers, the review finds: neither writes the other's part."""
        if not self.env.su:
            for grant in self.grant_id:
                names = CLAIMED if grant.can_edit else set()
                grant._check_only(vals, names | (FOUND if grant.can_review else set()))
        return super().write(vals)

    # === BUSINESS METHODS === #

    def _get_part_field(self):
        return "answer_ids"
