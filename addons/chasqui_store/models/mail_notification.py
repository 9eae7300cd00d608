from odoo import models


class MailNotification(models.Model):
    _name = "mail.notification"
    _inherit = ["mail.notification", "chasqui.attached.mixin"]

    def _get_attached_to(self):
        return "mail.message", "mail_message_id"

    def _get_attached_person(self):
        return self.res_partner_id

    def _filtered_for_web_client(self):
        """Show in the chatter, which reads them as sudo, only who may be read."""
        shown = super()._filtered_for_web_client()
        if not self.env.user._is_chasqui_store_staff():
            return shown
        return shown.sudo(False)._filtered_access("read").sudo(self.env.su)
