from odoo import fields, models
from odoo.fields import Domain


class ChasquiStore(models.Model):
    _name = "chasqui.store"
    _inherit = ["chasqui.store", "chasqui.seal.subject.mixin"]

    seal_grant_ids = fields.One2many(inverse_name="store_id")

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

    def _get_seal_managers(self):
        """Return, as sudo, the contacts of who runs the store: they claim and renew its seals."""
        return self.sudo().member_ids.filtered(lambda member: member.role == "manager").user_id.partner_id

    def _get_seal_sender(self):
        """Return in whose name the platform reminds of seals: the incubator's."""
        return self.env["website"]._get_chasqui_email_from()

    def _get_seals_to_remind(self):
        """Return the grants that a mail to the store is about."""
        return self.env["chasqui.seal.grant"].browse(self.env.context.get("chasqui_seal_grant_ids"))
