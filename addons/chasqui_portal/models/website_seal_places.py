from odoo import api, models
from odoo.http import request


class Website(models.Model):
    _inherit = "website"

    @api.model
    def _get_seal_places(self):
        """Who fills a basket of a node collects there: from there the seals by distance are measured."""
        if request and getattr(request, "website", None):
            node_sudo = request.website._get_chasqui_basket().collective_id.node_id
            if node_sudo and node_sudo._has_position():
                return [(node_sudo.latitude, node_sudo.longitude)]
        return super()._get_seal_places()
