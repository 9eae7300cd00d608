from odoo import api, models
from odoo.http import request


class Website(models.Model):
    _inherit = "website"

    @api.model
    def _get_seal_places(self):
        """Return `(latitude, longitude)` of where whoever looks may collect, to measure distances from.

        That is the pickup point they have chosen, else any of the store's. Outside of a visit there is
        none. A hook: nodes add theirs.
        """
        if not (request and getattr(request, "website", None)):
            return []
        chosen_sudo = request.cart.chasqui_pickup_point_id if getattr(request, "cart", None) else None
        if chosen_sudo:
            return chosen_sudo._get_positions()
        return request.website._get_chasqui_store()._get_pickup_positions()
