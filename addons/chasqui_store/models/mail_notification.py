from odoo import models


class MailNotification(models.Model):
    _name = "mail.notification"
    _inherit = ["mail.notification", "chasqui.attached.mixin"]

    def _get_attached_to(self):
        return "mail.message", "mail_message_id"
