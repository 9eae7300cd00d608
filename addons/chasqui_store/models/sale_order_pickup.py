import json

from odoo import fields, models
from odoo.exceptions import UserError, ValidationError


class SaleOrder(models.Model):
    _inherit = "sale.order"

    chasqui_pickup_point_id = fields.Many2one(
        comodel_name="chasqui.pickup.point",
        string="Pickup Point",
        ondelete="restrict",
        copy=False,
        readonly=True,
        index="btree_not_null",
        check_company=True,
    )

    def _get_chasqui_pickup_points(self):
        """Return, as sudo, the points where this order may be collected."""
        return self.env["chasqui.pickup.point"].sudo()._get_for_company(self.company_id)

    def _get_chasqui_default_pickup_location(self, carrier):
        """Return the place of a carrier that has just one: nobody has to choose it."""
        if carrier.delivery_type != "chasqui_pickup":
            return {}
        points_sudo = self._get_chasqui_pickup_points()
        return points_sudo._prepare_location_data() if len(points_sudo) == 1 else {}

    def _set_pickup_location(self, pickup_location_data):
        """Write a place of ours from our own record: of what the browser sends, only the id counts."""
        try:
            location = json.loads(pickup_location_data or "null")
        except (TypeError, ValueError) as error:
            raise UserError(self.env._("Please choose a pickup point from the list.")) from error
        if self.carrier_id.delivery_type != "chasqui_pickup":
            return super()._set_pickup_location(pickup_location_data)
        point_id = location.get("id") if isinstance(location, dict) else False
        point_sudo = self._get_chasqui_pickup_points().filtered(lambda point: str(point.id) == str(point_id))
        if location and not point_sudo:
            raise UserError(self.env._("Please choose a pickup point from the list."))
        self._set_chasqui_pickup_point(point_sudo)
        return None

    def _set_chasqui_pickup_point(self, point):
        """Write where the order will be collected, as it is today."""
        self.write(
            {
                "chasqui_pickup_point_id": point.id,
                "pickup_location_data": point._prepare_location_data() if point else False,
            }
        )

    def _set_delivery_method(self, delivery_method, rate=None):
        """Choose the place too when the store has only one."""
        super()._set_delivery_method(delivery_method, rate=rate)
        if self.carrier_id.delivery_type == "chasqui_pickup" and not self.pickup_location_data:
            points_sudo = self._get_chasqui_pickup_points()
            if len(points_sudo) == 1:
                self._set_chasqui_pickup_point(points_sudo)

    def _remove_delivery_line(self):
        super()._remove_delivery_line()
        self.filtered("chasqui_pickup_point_id").chasqui_pickup_point_id = False

    def _check_cart_is_ready_to_be_paid(self):
        """A point that is missing, or was withdrawn meanwhile, is told before money moves."""
        super()._check_cart_is_ready_to_be_paid()
        if (
            self._has_deliverable_products()
            and self.carrier_id.delivery_type == "chasqui_pickup"
            and self.chasqui_pickup_point_id.sudo() not in self._get_chasqui_pickup_points()
        ):
            raise ValidationError(self.env._("Please choose where you will collect your order."))

    def _notify_by_email_prepare_rendering_context(self, message, *args, **kwargs):
        """Tell in the mails where and when to collect."""
        context = super()._notify_by_email_prepare_rendering_context(message, *args, **kwargs)
        if self.chasqui_pickup_point_id:
            context.setdefault("subtitles", []).extend(self._get_chasqui_pickup_summary())
        return context

    def _get_chasqui_pickup_summary(self):
        """Return the lines that tell where, when and how to collect the order."""
        place = self.pickup_location_data or {}
        extra = place.get("additional_data") or {}
        address = ", ".join(filter(None, (place.get(key) for key in ("name", "street", "city"))))
        lines = [self.env._("Collect at: %s", address)]
        return lines + [extra[key] for key in ("opening_text", "instructions") if extra.get(key)]
