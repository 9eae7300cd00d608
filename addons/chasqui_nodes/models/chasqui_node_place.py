from odoo import api, fields, models

# Two decimals of a degree are about a kilometre.
ROUGH_DECIMALS = 2


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

    def _get_rough_place(self):
        """Return where the node is, as strangers are told."""
        self.ensure_one()
        return ", ".join(filter(None, (self.neighbourhood, self.city, self.state_id.name)))

    def _get_exact_place(self):
        """Return where the node is, as members and its stores are told."""
        self.ensure_one()
        return ", ".join(filter(None, (self.street, self.city)))
