from odoo import fields, models
from odoo.fields import Domain


class ResPartner(models.Model):
    _inherit = "res.partner"

    seal_grant_ids = fields.One2many(
        comodel_name="chasqui.seal.grant", inverse_name="producer_id", string="Seals of the producer"
    )

    def _get_valid_seal_grants(self):
        """Return, as sudo, the grants in force of these producers, for the stores' public pages."""
        grants = self.env["chasqui.seal.grant"].sudo()
        return grants.search(grants._get_in_force_domain() & Domain("producer_id", "in", self.ids))
