from odoo import api, models


class ChasquiSeal(models.Model):
    """Seals are among the words that visitors look for: see `chasqui.portal.product._get_search_phrases`."""

    _inherit = "chasqui.seal"

    @api.model_create_multi
    def create(self, vals_list):
        seals = super().create(vals_list)
        self.env.registry.clear_cache()
        return seals

    def write(self, vals):
        res = super().write(vals)
        if vals.keys() & {"active", "merged_into_id", "name", "synonyms"}:
            self.env.registry.clear_cache()
        return res
