from odoo import fields, models
from odoo.fields import Domain


class ResPartner(models.Model):
    _name = "res.partner"
    _inherit = ["res.partner", "chasqui.seal.subject.mixin"]

    seal_grant_ids = fields.One2many(inverse_name="producer_id")

    def _get_valid_seal_grants(self):
        """Return, as sudo, the grants in force of these producers, for the stores' public pages."""
        grants = self.env["chasqui.seal.grant"].sudo()
        return grants.search(grants._get_in_force_domain() & Domain("producer_id", "in", self.ids))

    def action_claim_seal_for_products(self):
        """Open the dialog that claims a seal for all that these producers made."""
        return self.chasqui_product_ids.action_claim_seal()
