from odoo import api, fields, models
from odoo.tools.misc import format_duration

WEEKDAYS = [
    ("0", "Monday"),
    ("1", "Tuesday"),
    ("2", "Wednesday"),
    ("3", "Thursday"),
    ("4", "Friday"),
    ("5", "Saturday"),
    ("6", "Sunday"),
]


class ChasquiPickupPoint(models.Model):
    """A place where shoppers collect what they bought; it shares its store's stock."""

    _name = "chasqui.pickup.point"
    _description = "Pickup Point"
    _order = "store_id, sequence, id"

    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="cascade", index=True)
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True)
    name = fields.Char(required=True)
    active = fields.Boolean(default=True)
    sequence = fields.Integer(default=10)
    street = fields.Char(string="Address", required=True)
    city = fields.Char()
    zip = fields.Char()
    country_id = fields.Many2one(
        comodel_name="res.country",
        compute="_compute_country_id",
        store=True,
        readonly=False,
        precompute=True,
    )
    state_id = fields.Many2one(comodel_name="res.country.state", domain="[('country_id', '=', country_id)]")
    latitude = fields.Float(digits=(10, 7), help="Optional: nothing looks up coordinates.")
    longitude = fields.Float(digits=(10, 7), help="Optional: nothing looks up coordinates.")
    opening_ids = fields.One2many(comodel_name="chasqui.pickup.opening", inverse_name="point_id", copy=True)
    instructions = fields.Text(
        translate=True, help="What a shopper must know to collect: bell, documents, bags to bring..."
    )

    @api.depends("store_id.company_id.country_id")
    def _compute_country_id(self):
        for point in self:
            point.country_id = point.country_id or point.store_id.company_id.country_id

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        points = super().create(vals_list)
        self.env.registry.clear_cache()  # _get_pickup_positions
        return points

    def write(self, vals):
        res = super().write(vals)
        if not vals.keys().isdisjoint(("active", "latitude", "longitude", "store_id")):
            self.env.registry.clear_cache()  # _get_pickup_positions
        return res

    def unlink(self):
        res = super().unlink()
        self.env.registry.clear_cache()  # _get_pickup_positions
        return res

    # === BUSINESS METHODS === #

    def _get_positions(self):
        """Return `[(latitude, longitude)]` of those that have one."""
        return [(point.latitude, point.longitude) for point in self if point.latitude or point.longitude]

    def _get_for_company(self, company):
        """Return the points that the shoppers of a company's store may choose from."""
        return self.search([("company_id", "=", company.id)])

    def _prepare_location_data(self):
        """Return the point in the shape that Odoo's pickup locations have.

        The place is written on the order as it was when the shopper chose it, so that a later
        change of the point does not rewrite what was agreed.
        """
        self.ensure_one()
        return {
            "id": self.id,
            "name": self.name,
            "street": self.street,
            "city": self.city or "",
            "state": self.state_id.code or "",
            "zip_code": self.zip or "",
            "country_code": self.country_id.code or "",
            "latitude": self.latitude,
            "longitude": self.longitude,
            "opening_hours": self._get_opening_hours() if self.opening_ids else {},
            "additional_data": {
                "opening_text": self._get_opening_text(),
                "instructions": self.instructions or "",
            },
        }

    def _get_opening_hours(self):
        """Return the hours per weekday, as Odoo's location selector wants them."""
        hours = {day: [] for day, _name in WEEKDAYS}
        for opening in self.opening_ids:
            hours[opening.weekday].append(
                f"{format_duration(opening.hour_from)} - {format_duration(opening.hour_to)}"
            )
        return hours

    def _get_opening_text(self):
        """Return the hours as one line, in the language of the reader."""
        return ", ".join(self.opening_ids.mapped("display_name"))


class ChasquiPickupOpening(models.Model):
    """One stretch of a weekday during which a pickup point is open."""

    _name = "chasqui.pickup.opening"
    _description = "Opening Hours of a Pickup Point"
    _order = "point_id, weekday, hour_from, id"

    point_id = fields.Many2one(
        comodel_name="chasqui.pickup.point", required=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one(related="point_id.company_id", store=True)
    weekday = fields.Selection(selection=WEEKDAYS, required=True, default="0")
    hour_from = fields.Float(string="From", required=True, default=16.0)
    hour_to = fields.Float(string="To", required=True, default=19.0)

    _check_hours = models.Constraint(
        "CHECK (hour_from >= 0 AND hour_from < hour_to AND hour_to <= 24)",
        "The closing hour must come after the opening hour, within one day.",
    )

    @api.depends("weekday", "hour_from", "hour_to")
    @api.depends_context("lang")
    def _compute_display_name(self):
        weekdays = dict(self._fields["weekday"]._description_selection(self.env))
        for opening in self:
            opening.display_name = self.env._(
                "%(weekday)s %(start)s to %(end)s",
                weekday=weekdays.get(opening.weekday, ""),
                start=format_duration(opening.hour_from),
                end=format_duration(opening.hour_to),
            )
