from odoo import api, models
from odoo.exceptions import UserError


class RatingRating(models.Model):
    _name = "rating.rating"
    _inherit = ["rating.rating", "chasqui.attached.mixin"]

    @api.model_create_multi
    def create(self, vals_list):
        """Refuse them all: a rating posted by RPC would be counted, and shown by some view."""
        if vals_list:
            raise UserError(self.env._("There are no star ratings here."))
        return super().create(vals_list)

    def _get_attached_to(self):
        return "res_model", "res_id"
