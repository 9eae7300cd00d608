from odoo import api, fields, models


class DeliveryCarrier(models.Model):
    """Pickup at the points of a store.

    The points share the store's stock (no warehouse each), and nothing looks up coordinates
    while a shopper waits.
    """

    _inherit = "delivery.carrier"

    delivery_type = fields.Selection(
        selection_add=[("chasqui_pickup", "Pickup point of the store")],
        ondelete={"chasqui_pickup": "set default"},
    )
    chasqui_pickup_use_locations = fields.Boolean(
        compute="_compute_chasqui_pickup_use_locations",
        help="Tells Odoo's checkout that a place must be chosen.",
    )

    @api.depends("delivery_type")
    def _compute_chasqui_pickup_use_locations(self):
        for carrier in self:
            carrier.chasqui_pickup_use_locations = carrier.delivery_type == "chasqui_pickup"

    def _is_available_for_order(self, order):
        """Offer a store's own ways of delivery, and pickup only where there is a point to go to."""
        if order.website_id._get_chasqui_store() and self.company_id != order.company_id:
            return False
        if self.delivery_type == "chasqui_pickup" and not order._get_chasqui_pickup_points():
            return False
        return super()._is_available_for_order(order)

    def _chasqui_pickup_get_close_locations(self, _partner_address, **_kwargs):
        """Return all points of the store: they are few, so no distance is computed."""
        company = self.company_id or self.env.company
        points_sudo = self.env["chasqui.pickup.point"].sudo()._get_for_company(company)
        return [point._prepare_location_data() for point in points_sudo]

    def chasqui_pickup_rate_shipment(self, order):
        return self.fixed_rate_shipment(order)

    def chasqui_pickup_send_shipping(self, pickings):
        return self.fixed_send_shipping(pickings)

    def chasqui_pickup_get_tracking_link(self, _picking):
        return False

    def chasqui_pickup_cancel_shipment(self, _pickings):
        """Nothing was sent to anybody, so there is nothing to call back."""

    @api.model_create_multi
    def create(self, vals_list):
        """Give a store's method a delivery product of its own."""
        return super().create([self._with_own_delivery_product(vals) for vals in vals_list])

    def _with_own_delivery_product(self, vals):
        """Replace a product that is shared or another company's by a copy for the store.

        A method's company is that of its product: setting it would move the product, and with it all
        the methods that use it, to that company.
        """
        staff_company = self.env["res.company"]._get_store_staff_company()
        company_id = vals.get("company_id") or staff_company.id
        product_sudo = self.env["product.product"].sudo().browse(vals.get("product_id") or [])
        if not company_id or not product_sudo or product_sudo.company_id.id == company_id:
            return vals
        own_sudo = product_sudo.copy({"name": product_sudo.name, "company_id": company_id})
        return {**vals, "company_id": company_id, "product_id": own_sudo.id}
