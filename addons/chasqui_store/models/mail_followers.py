from odoo import models


class MailFollowers(models.Model):
    """Whoever follows what all stores read, a decision, is not shown to the other stores."""

    _name = "mail.followers"
    _inherit = ["mail.followers", "chasqui.attached.mixin"]

    def _get_attached_to(self):
        return "res_model", "res_id"

    def _get_attached_person(self):
        return self.partner_id
