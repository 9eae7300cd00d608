from odoo import api, fields, models

from ..models.chasqui_identity_mixin import AFIP_RESPONSIBILITIES_OF_COMPANIES


class ChasquiStoreGraduate(models.TransientModel):
    """Ask what a branch of an umbrella organisation needs to become a company of its own."""

    _name = "chasqui.store.graduate"
    _description = "Graduation of a store to a company of its own"

    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="cascade")
    country_code = fields.Char(related="store_id.country_id.code")
    umbrella_id = fields.Many2one(related="store_id.umbrella_id")
    vat = fields.Char(
        string="Tax ID", required=True, compute="_compute_vat", store=True, precompute=True, readonly=False
    )
    l10n_ar_afip_responsibility_type_id = fields.Many2one(
        comodel_name="l10n_ar.afip.responsibility.type",
        string="Fiscal responsibility",
        domain=[("code", "in", AFIP_RESPONSIBILITIES_OF_COMPANIES)],
        compute="_compute_l10n_ar_afip_responsibility_type_id",
        store=True,
        readonly=False,
    )

    @api.depends("store_id")
    def _compute_vat(self):
        """Propose what was given at a try that failed."""
        for wizard in self:
            wizard.vat = wizard.store_id.graduation_vat

    @api.depends("store_id")
    def _compute_l10n_ar_afip_responsibility_type_id(self):
        for wizard in self:
            store = wizard.store_id
            wizard.l10n_ar_afip_responsibility_type_id = (
                store.graduation_responsibility_id or store.l10n_ar_afip_responsibility_type_id
            )

    def action_graduate(self):
        self.store_id._queue_graduation(self.vat, self.l10n_ar_afip_responsibility_type_id)
        return {"type": "ir.actions.client", "tag": "soft_reload"}
