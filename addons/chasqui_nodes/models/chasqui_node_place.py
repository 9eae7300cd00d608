from odoo import api, fields, models
from odoo.exceptions import UserError

from odoo.addons.chasqui_store.tools import geo

from ..tools.localities import find_towns

# Two decimals of a degree are about a kilometre.
ROUGH_DECIMALS = 2
# A point further from the town that the node says it is in is a mistake.
FAR_FROM_TOWN_KM = 150
# A point nearer than this to the town to which a node moves may still be the right one.
NEAR_TOWN_KM = 25


class ChasquiNode(models.Model):
    """Where a node is: its members and stores know the door, strangers the neighbourhood."""

    _inherit = "chasqui.node"

    street = fields.Char(string="Address", help="For members and for stores that deliver.")
    zip = fields.Char()
    neighbourhood = fields.Char(help="What strangers are told of the address.")
    city = fields.Char(string="Town", required=True)
    country_id = fields.Many2one(
        comodel_name="res.country", default=lambda self: self.env.ref("base.ar", raise_if_not_found=False)
    )
    state_id = fields.Many2one(
        comodel_name="res.country.state", string="Province", domain="[('country_id', '=', country_id)]"
    )
    address_note = fields.Char(string="How to get in", help="Bell, floor, who opens. For members alone.")
    latitude = fields.Float(digits=(10, 7))
    longitude = fields.Float(digits=(10, 7))
    rough_latitude = fields.Float(digits=(5, 2), compute="_compute_rough_position", store=True)
    rough_longitude = fields.Float(digits=(5, 2), compute="_compute_rough_position", store=True)

    _check_position = models.Constraint(
        "CHECK (latitude BETWEEN -90 AND 90 AND longitude BETWEEN -180 AND 180)",
        "That is nowhere on the map.",
    )

    @api.depends("latitude", "longitude")
    def _compute_rough_position(self):
        """Round to about a kilometre, so that the door cannot be told from the map."""
        for node in self:
            node.rough_latitude = round(node.latitude, ROUGH_DECIMALS)
            node.rough_longitude = round(node.longitude, ROUGH_DECIMALS)

    # === BUSINESS METHODS === #

    def _has_position(self):
        self.ensure_one()
        return bool(self.latitude or self.longitude)

    def _get_door_point(self):
        """Return the node as the map shows it to members: at its door."""
        self.ensure_one()
        return {"name": self.name, "url": "#where", "lat": self.latitude, "lng": self.longitude}

    def _get_point_text(self):
        """Return the exact position as coordinators write it; nothing where nobody said."""
        self.ensure_one()
        return f"{self.latitude:.6f}, {self.longitude:.6f}" if self._has_position() else ""

    def _get_directions_url(self):
        """Return where a map with streets shows the door; only who asks for it is sent there."""
        self.ensure_one()
        place = f"{self.latitude:.6f}/{self.longitude:.6f}"
        return (
            "https://www.openstreetmap.org/"
            f"?mlat={self.latitude:.6f}&mlon={self.longitude:.6f}#map=17/{place}"
        )

    def _get_town_place(self):
        """Return the middle of the node's town, as the list of towns has it; nothing if it is not there."""
        self.ensure_one()
        towns = find_towns(", ".join(filter(None, (self.city, self.state_id.name))))
        return towns[0].place if towns else None

    def _set_point(self, place):
        """Put the node on the map; refused where its town is not even near.

        :param place: (latitude, longitude), or nothing where none could be read
        """
        self.ensure_one()
        if not place:
            raise UserError(self.env._("Write two numbers, as in -34.6424, -58.7995."))
        town = self._get_town_place()
        if town and (distance := geo.distance_km(place, town)) > FAR_FROM_TOWN_KM:
            raise UserError(
                self.env._(
                    "That is %(distance)s km from %(town)s: look at the numbers again.",
                    distance=round(distance),
                    town=self.city,
                )
            )
        self.write({"latitude": place[0], "longitude": place[1]})

    def _follow_town(self):
        """Go with the node to the town that it moved to, where the point that it had is not near it."""
        self.ensure_one()
        town = self._get_town_place()
        here = (self.latitude, self.longitude)
        if town and not (self._has_position() and geo.distance_km(here, town) <= NEAR_TOWN_KM):
            self.write({"latitude": town[0], "longitude": town[1]})

    def _get_rough_place(self):
        """Return where the node is, as strangers are told."""
        self.ensure_one()
        return ", ".join(filter(None, (self.neighbourhood, self.city, self.state_id.name)))

    def _get_exact_place(self):
        """Return where the node is, as members and its stores are told."""
        self.ensure_one()
        return ", ".join(filter(None, (self.street, self.city)))
