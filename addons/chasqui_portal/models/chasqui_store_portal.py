from odoo import api, fields, models

from odoo.addons.chasqui_store.tools import geo, places

VISITED_STATES = ("open", "paused")


class ChasquiStore(models.Model):
    """What the portal's directory needs to know of a store."""

    _inherit = "chasqui.store"

    organisation_type = fields.Selection(
        selection=[
            ("cooperative", "Cooperative"),
            ("family_farm", "Family farming"),
            ("recovered_factory", "Recovered factory"),
            ("social_enterprise", "Social enterprise"),
            ("association", "Association or mutual"),
            ("group", "Self-managed group"),
        ],
        help="What the organisation is; shoppers can look for it in the directory.",
    )
    portal_latitude = fields.Float(
        digits=(10, 7), compute="_compute_portal_place", store=True, help="Where the portal's map has it."
    )
    portal_longitude = fields.Float(digits=(10, 7), compute="_compute_portal_place", store=True)

    @api.depends(
        "city",
        "state_id.name",
        "country_id.code",
        "company_id.partner_id.partner_latitude",
        "company_id.partner_id.partner_longitude",
        "pickup_point_ids.latitude",
        "pickup_point_ids.longitude",
    )
    def _compute_portal_place(self):
        """Put a store where its company says it is, else where one collects, else in its town."""
        for store in self:
            store.portal_latitude, store.portal_longitude = store._find_place()

    def _find_place(self):
        self.ensure_one()
        partner = self.company_id.partner_id
        candidates = [(partner.partner_latitude, partner.partner_longitude)]
        candidates += [(point.latitude, point.longitude) for point in self.pickup_point_ids]
        for place in candidates:
            if geo.is_place(*place):
                return place
        text = f"{self.city or ''}, {self.state_id.name or ''}"
        town = places.find_one(text, (self.country_id.code or "AR",))
        return town.place if town else (0.0, 0.0)

    @api.model
    def _get_identity_fields(self):
        return super()._get_identity_fields() | {"organisation_type"}

    @api.model
    def _get_portal_domain(self):
        """Return the domain of the stores that the public may know of."""
        return [("state", "in", VISITED_STATES), ("website_id", "!=", False)]

    @api.model
    def _get_portal_product_domain(self):
        """Return the domain of the products that the public can find at these stores."""
        stores_sudo = self.sudo().search(self._get_portal_domain())
        return [
            ("is_published", "=", True),
            ("sale_ok", "=", True),
            ("company_id", "in", stores_sudo.company_id.ids),
        ]

    def _get_portal_url(self):
        """Return the address of the store's page on the portal."""
        self.ensure_one()
        return f"/stores/{self.slug}"

    def _is_open_now(self):
        """Tell whether one can buy now: a store whose day of reopening has come is open."""
        self.ensure_one()
        return self.state == "open" or bool(self.reopening_date and self.reopening_date <= self._get_today())

    @api.model
    def _find_by_portal_slug(self, slug):
        """Return, as sudo, the store that has or had this address and that the public may know of."""
        known_sudo = self.env["chasqui.store.slug"].sudo().search([("slug", "=", slug)], limit=1)
        return known_sudo.store_id.filtered_domain(self._get_portal_domain())
