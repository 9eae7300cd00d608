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
        points_sudo = self._get_seal_pickup_points()
        return [
            (point.latitude, point.longitude) for point in points_sudo if point.latitude or point.longitude
        ]

    @api.model
    def _get_seal_pickup_points(self):
        chosen = request.cart.chasqui_pickup_point_id if getattr(request, "cart", None) else None
        return chosen or request.website._get_chasqui_store().pickup_point_ids
