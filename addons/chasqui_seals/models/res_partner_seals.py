from odoo import api, models


class ResPartner(models.Model):
    _inherit = "res.partner"

    @api.model
    def _get_seals_by_producer(self, producers):
        """Return `{producer: seals as sudo}` of those who carry one today, for any number of producers."""
        grants = self.browse(producer.id for producer in producers)._get_valid_seal_grants()
        return {
            producer: granted._get_shown_seals()
            for producer, granted in grants.grouped("producer_id").items()
        }
