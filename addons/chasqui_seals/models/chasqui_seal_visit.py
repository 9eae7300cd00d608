from odoo import api, fields, models


class ChasquiSealVisit(models.Model):
    """A visit by peers: when, who went, what they saw. Its minutes are not public."""

    _name = "chasqui.seal.visit"
    _description = "Peer Visit"
    _inherit = ["chasqui.seal.part.mixin"]
    _order = "grant_id, date, id"

    date = fields.Date(required=True, default=fields.Date.context_today)
    visitors = fields.Char(required=True, help="Names and organisations of those who went.")
    minutes = fields.Text()

    @api.model_create_multi
    def create(self, vals_list):
        visits = super().create(vals_list)
        visits.grant_id._log_events("visit", actor="review")
        return visits

    def _get_part_field(self):
        return "visit_ids"
