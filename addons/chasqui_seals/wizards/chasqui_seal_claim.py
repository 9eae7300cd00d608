from odoo import api, fields, models
from odoo.exceptions import RedirectWarning
from odoo.fields import Command

from ..models.chasqui_seal_grant import CLAIMED_STATES


class ChasquiSealClaim(models.TransientModel):
    """Claims one seal for many at once, with the same answers and evidence."""

    _name = "chasqui.seal.claim"
    _description = "Claim of a Seal"

    seal_id = fields.Many2one(
        comodel_name="chasqui.seal", required=True, domain="[('max_km', '=', 0)]", ondelete="cascade"
    )
    product_ids = fields.Many2many(comodel_name="product.template", string="Products")
    product_count = fields.Integer(string="Number of products", compute="_compute_product_count")
    producer_ids = fields.Many2many(comodel_name="res.partner", string="Producers")
    store_ids = fields.Many2many(comodel_name="chasqui.store", string="Stores")
    short_meaning = fields.Char(related="seal_id.short_meaning")
    legal_note = fields.Text(related="seal_id.legal_note")
    statement = fields.Text(string="In your words")
    answer_ids = fields.One2many(
        comodel_name="chasqui.seal.claim.answer",
        inverse_name="claim_id",
        compute="_compute_answer_ids",
        store=True,
        readonly=False,
    )
    evidence = fields.Binary(string="Document or photo")
    evidence_name = fields.Char()
    needs_certificate = fields.Boolean(compute="_compute_needs_certificate")
    certificate_number = fields.Char()
    certifier = fields.Char()
    certificate_date = fields.Date(string="Date of the certificate")
    submit_now = fields.Boolean(string="Hand in at once", default=True)

    # === COMPUTE METHODS === #

    @api.depends("product_ids")
    def _compute_product_count(self):
        for claim in self:
            claim.product_count = len(claim.product_ids)

    @api.depends("seal_id")
    def _compute_needs_certificate(self):
        for claim in self:
            claim.needs_certificate = bool(claim.seal_id) and claim.seal_id._needs_certificate()

    @api.depends("seal_id")
    def _compute_answer_ids(self):
        for claim in self:
            claim.answer_ids = [
                Command.clear(),
                *(
                    Command.create({"criterion_id": criterion.id})
                    for criterion in claim.seal_id.criterion_ids
                ),
            ]

    # === ACTIONS === #

    def action_claim(self):
        """Claim for all for which it is not claimed yet, and show the claims."""
        grants = self.env["chasqui.seal.grant"].create(self._prepare_grants())
        if not grants:
            raise RedirectWarning(
                self.env._("This seal has been claimed for all of these already: go on with those claims."),
                self._get_action(self._get_claims_before()),
                self.env._("See them"),
            )
        if self.submit_now:
            grants.action_submit()
        return self._get_action(grants)

    # === BUSINESS METHODS === #

    def _prepare_grants(self):
        common, before = self._prepare_common_vals(), self._get_claims_before()
        return [
            {**common, name: subject.id}
            for name, subjects in self._get_subjects().items()
            for subject in subjects - before[name]
        ]

    def _get_subjects(self):
        return {
            "product_tmpl_id": self.product_ids,
            "producer_id": self.producer_ids,
            "store_id": self.store_ids,
        }

    def _get_claims_before(self):
        """Return the claims of this seal for any of these that are not over: waiting, or granted."""
        grants = self.env["chasqui.seal.grant"]
        mine = fields.Domain.OR(
            fields.Domain(name, "in", subjects.ids) for name, subjects in self._get_subjects().items()
        )
        going = fields.Domain("state", "in", CLAIMED_STATES) | grants._get_in_force_domain()
        return grants.search(fields.Domain("seal_id", "=", self.seal_id.id) & mine & going)

    @api.model
    def _get_action(self, grants):
        """Return the action that shows some claims."""
        action = self.env["ir.actions.act_window"]._for_xml_id("chasqui_seals.chasqui_seal_grant_action")
        return {**action, "domain": [("id", "in", grants.ids)]}

    def _prepare_common_vals(self):
        return {
            "seal_id": self.seal_id.id,
            "statement": self.statement,
            "certificate_number": self.certificate_number,
            "certifier": self.certifier,
            "certificate_date": self.certificate_date,
            "answer_ids": [
                Command.create(
                    {"criterion_id": line.criterion_id.id, "answer": line.answer, "note": line.note}
                )
                for line in self.answer_ids
            ],
            "evidence_ids": self._prepare_evidence(),
        }

    def _prepare_evidence(self):
        if not self.evidence:
            return []
        name = self.evidence_name or self.env._("Evidence")
        return [Command.create({"name": name, "filename": name, "file": self.evidence})]


class ChasquiSealClaimAnswer(models.TransientModel):
    """One answer, for all that are claimed together."""

    _name = "chasqui.seal.claim.answer"
    _description = "Answer of a Claim"
    _order = "id"

    claim_id = fields.Many2one(comodel_name="chasqui.seal.claim", required=True, ondelete="cascade")
    criterion_id = fields.Many2one(comodel_name="chasqui.seal.criterion", required=True, ondelete="cascade")
    help_text = fields.Char(related="criterion_id.help_text")
    answer = fields.Selection(selection=lambda self: self._get_answers())
    note = fields.Char(string="How")

    @api.model
    def _get_answers(self):
        return self.env["chasqui.seal.answer"]._fields["answer"]._description_selection(self.env)
