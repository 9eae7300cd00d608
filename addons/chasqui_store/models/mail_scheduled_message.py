from odoo import models


class MailScheduledMessage(models.Model):
    _name = "mail.scheduled.message"
    _inherit = ["mail.scheduled.message", "chasqui.attached.mixin"]

    def _get_attached_to(self):
        return "model", "res_id"
