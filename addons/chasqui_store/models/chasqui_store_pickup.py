from odoo import api, fields, models, tools


class ChasquiStore(models.Model):
    _inherit = "chasqui.store"

    pickup_point_ids = fields.One2many(comodel_name="chasqui.pickup.point", inverse_name="store_id")

    def _get_pickup_positions(self):
        """Return `[(latitude, longitude)]` of the points that have one; pages that measure ask each time."""
        return self._get_all_pickup_positions().get(self.id, [])

    @api.model
    @tools.ormcache()
    def _get_all_pickup_positions(self):
        points_sudo = self.env["chasqui.pickup.point"].sudo()
        points_sudo = points_sudo.search_fetch([], ["store_id", "latitude", "longitude"])
        return {
            store.id: points._get_positions() for store, points in points_sudo.grouped("store_id").items()
        }

    def _create_first_pickup_point(self):
        """Let shoppers collect at the store itself until it says where else."""
        self.env["chasqui.pickup.point"].create(self._prepare_first_pickup_point_vals())

    def _prepare_first_pickup_point_vals(self):
        address = self.company_id.partner_id
        return {
            "store_id": self.id,
            "name": self.name,
            "street": address.street or self.name,
            "city": address.city or "",
            "zip": address.zip,
            "state_id": address.state_id.id,
        }
