from odoo import models


class RatingRating(models.Model):
    _name = "rating.rating"
    _inherit = ["rating.rating", "chasqui.attached.mixin"]

    def _get_attached_to(self):
        return "res_model", "res_id"
