from odoo import fields, models
from odoo.fields import Domain


class ChasquiStore(models.Model):
    _inherit = "chasqui.store"

    seal_grant_ids = fields.One2many(
        comodel_name="chasqui.seal.grant", inverse_name="store_id", string="Seals of the store"
    )

    # === CRUD METHODS === #

    def write(self, vals):
        res = super().write(vals)
        if "company_id" in vals:
            self.env["chasqui.seal.link"]._sync_grants(self.sudo().seal_grant_ids)
        return res

    # === BUSINESS METHODS === #

    def _get_valid_seal_grants(self):
        """Return, as sudo, the grants in force of these stores themselves, for their public pages."""
        grants = self.env["chasqui.seal.grant"].sudo()
        return grants.search(grants._get_in_force_domain() & Domain("store_id", "in", self.ids))
