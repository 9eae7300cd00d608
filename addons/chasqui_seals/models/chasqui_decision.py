from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Command

from odoo.addons.chasqui_store.models.chasqui_store_page import HTML_OPTIONS

SEAL_FIELDS = {
    "seal_id",
    "seal_name",
    "seal_category_id",
    "seal_granting",
    "seal_short_meaning",
    "seal_meaning",
    "seal_criteria",
}


class ChasquiDecision(models.Model):
    """Seals that the network decides on: new ones, and what those there are ask for."""

    _inherit = "chasqui.decision"

    kind = fields.Selection(
        selection_add=[("seal_new", "A new seal"), ("seal_change", "A change of a seal")],
        ondelete={"seal_new": "set default", "seal_change": "set default"},
    )
    seal_id = fields.Many2one(comodel_name="chasqui.seal", ondelete="restrict", copy=False)
    seal_name = fields.Char(string="Name of the seal")
    seal_category_id = fields.Many2one(comodel_name="chasqui.seal.category", string="Category")
    seal_granting = fields.Selection(
        selection=lambda self: self._get_seal_grantings(),
        string="How it is earned",
        default="commission",
    )
    seal_short_meaning = fields.Char(string="Meaning in one line")
    seal_meaning = fields.Html(string="Meaning", **{**HTML_OPTIONS, "translate": False})
    seal_criteria = fields.Text(string="Criteria", help="One a line.")
    lang = fields.Char(default=lambda self: self.env.lang, readonly=True, help="What it is written in.")

    # === DEFAULT METHODS === #

    @api.model
    def _get_seal_grantings(self):
        return self.env["chasqui.seal"]._fields["granting"]._description_selection(self.env)

    # === ONCHANGE METHODS === #

    @api.onchange("seal_id")
    def _onchange_seal_id(self):
        """A change starts from what there is."""
        for decision in self.filtered("seal_id"):
            seal = decision.seal_id
            decision.seal_short_meaning = seal.short_meaning
            decision.seal_meaning = seal.meaning
            decision.seal_criteria = "\n".join(seal.criterion_ids.mapped("name"))

    # === ACTIONS === #

    def action_propose(self):
        for decision in self:
            if decision.kind == "seal_new" and not (decision.seal_name and decision.seal_category_id):
                raise UserError(self.env._("Say how the new seal is called, and its category."))
            if decision.kind == "seal_change" and not decision.seal_id:
                raise UserError(self.env._("Say which seal is to change."))
        return super().action_propose()

    # === BUSINESS METHODS === #

    @api.model
    def _get_proposal_fields(self):
        return super()._get_proposal_fields() | SEAL_FIELDS

    def _put_in_force_seal_new(self):
        """Create the seal; the incubator gives it its icon."""
        self.seal_id = self._get_seals_in_its_language().create(
            {
                **self._prepare_seal_vals(),
                "name": self.seal_name,
                "category_id": self.seal_category_id.id,
                "granting": self.seal_granting,
                "criterion_ids": [Command.create(vals) for vals in self._prepare_criteria()],
            }
        )
        self._note_version()

    def _put_in_force_seal_change(self):
        """Change the meaning and the criteria; what was granted before stays granted as it was."""
        seal = self._get_seals_in_its_language().browse(self.seal_id.id)
        seal.write(self._prepare_seal_vals())
        criteria = self._prepare_criteria()
        known = {criterion.name: criterion for criterion in seal.criterion_ids}
        names = {vals["name"] for vals in criteria}
        seal.criterion_ids.filtered(lambda criterion: criterion.name not in names).unlink()
        for vals in criteria:
            if vals["name"] in known:
                known[vals["name"]].sequence = vals["sequence"]
            else:
                seal.criterion_ids.create({**vals, "seal_id": seal.id})
        self._note_version()

    def _get_seals_in_its_language(self):
        return self.env["chasqui.seal"].with_context(lang=self.lang or self.env.lang)

    def _prepare_seal_vals(self):
        vals = {"short_meaning": self.seal_short_meaning, "meaning": self.seal_meaning}
        return {name: value for name, value in vals.items() if value}

    def _prepare_criteria(self):
        lines = filter(None, map(str.strip, (self.seal_criteria or "").splitlines()))
        return [{"name": line, "sequence": 10 * number} for number, line in enumerate(lines, 1)]

    def _note_version(self):
        """Say of the version that begins now what it was decided by."""
        self.seal_id._keep_version()
        self.seal_id._get_version().decision_id = self
