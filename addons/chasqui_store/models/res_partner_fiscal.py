from odoo import api, fields, models


class ResPartner(models.Model):
    """Buyers known only by a name and a phone can be invoiced."""

    _inherit = "res.partner"

    l10n_ar_afip_responsibility_type_id = fields.Many2one(
        compute="_compute_l10n_ar_afip_responsibility_type_id",
        store=True,
        readonly=False,
        precompute=True,
    )

    @api.depends("is_company", "country_id")
    def _compute_l10n_ar_afip_responsibility_type_id(self):
        """Make people who live in Argentina final consumers, unless told otherwise.

        An Argentine invoice takes its letter from what the buyer is to the tax authority, and cannot be
        posted without. Organisations are left to whoever knows them.
        """
        final_consumer = self.env.ref("l10n_ar.res_CF", raise_if_not_found=False)
        for partner in self:
            responsibility = partner.l10n_ar_afip_responsibility_type_id
            if partner.is_company and responsibility == final_consumer:
                responsibility = False
            elif not responsibility and partner._chasqui_is_argentine_person():
                responsibility = final_consumer
            partner.l10n_ar_afip_responsibility_type_id = responsibility

    def _chasqui_is_argentine_person(self):
        self.ensure_one()
        country = self.country_id or self.env.company.country_id
        return not self.is_company and not self.parent_id and country.code == "AR"
