from odoo import api, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    @api.readonly
    def web_read(self, specification):
        """Note who opens the sheet of a shopper: lists read many at once, a form reads one."""
        if len(self) == 1 and not self.env.su and self.env.user._is_internal():
            owner_sudo = self.sudo()._get_chasqui_owner()
            if owner_sudo and owner_sudo != self.env.user.partner_id.sudo():
                self.env["chasqui.person.look"]._note(owner_sudo, self.env.company, self.env.user)
        return super().web_read(specification)

    def _get_chasqui_owner(self):
        """Return the shopper whom a contact is, or whose address it is; nobody for other contacts."""
        return next((one for one in (self, self.parent_id) if one.user_ids.filtered("share")), self.browse())
