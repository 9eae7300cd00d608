from odoo import models


class MailFollowers(models.Model):
    _name = "mail.followers"
    _inherit = ["mail.followers", "chasqui.attached.mixin"]

    def _get_attached_to(self):
        return "res_model", "res_id"
