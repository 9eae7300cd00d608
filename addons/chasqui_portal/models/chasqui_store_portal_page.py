from odoo import models
from odoo.fields import Domain

SHOWN_PRODUCTS = 8


class ChasquiStore(models.Model):
    """What the portal's page of a store shows."""

    _inherit = "chasqui.store"

    def _prepare_portal_values(self):
        """Return the values of the page; `self` is one store, as sudo, that the public may know of."""
        self.ensure_one()
        website = self.website_id
        products = self._get_portal_products()
        ways = self.env["chasqui.directory"]._get_way_names()
        points = self.pickup_point_ids.filtered("active")
        return {
            "store": self,
            "where": self._get_where_text(),
            "pause": self._get_reopening_text(),
            "grants": self._get_portal_grants(),
            "store_site": website,
            "products": products,
            "product_prices": products._get_sales_prices(website),
            "ways": [name for way, name in ways.items() if way in self._get_portal_ways()],
            "pickup_points": points,
            "carriers": self._get_portal_carriers(),
            "nodes": self._get_portal_nodes(),
            "map_points": self._prepare_portal_map_points(points),
            "additional_title": self.name,
            "website_meta_description": self.tagline or "",
            "chasqui_ld": self._prepare_portal_ld(),
        }

    def _prepare_portal_ld(self):
        """Return what engines are told of the store, in schema.org's words."""
        data = {
            "@context": "https://schema.org",
            "@type": "Store",
            "name": self.name,
            "description": self.tagline,
            "url": self.address,
            "telephone": self.public_phone,
            "email": self.public_email,
            "address": {
                "@type": "PostalAddress",
                "addressLocality": self.city,
                "addressRegion": self.state_id.name,
                "addressCountry": self.country_id.code,
            },
        }
        if self.portal_latitude or self.portal_longitude:
            data["geo"] = {
                "@type": "GeoCoordinates",
                "latitude": self.portal_latitude,
                "longitude": self.portal_longitude,
            }
        return {name: value for name, value in data.items() if value}

    def _get_portal_products(self):
        """Return some of what the store sells, in its own order, as its site would show them."""
        website = self.website_id
        products = self.env["product.template"].with_context(
            website_id=website.id, allowed_company_ids=self.company_id.ids
        )
        domain = [
            ("company_id", "=", self.company_id.id),
            ("is_published", "=", True),
            ("sale_ok", "=", True),
        ]
        return products.search(domain, order="website_sequence, id", limit=SHOWN_PRODUCTS)

    def _get_portal_grants(self):
        """Return the seals that the organisation itself carries, one grant each, with its proof."""
        return self._get_valid_seal_grants()._get_one_by_seal()

    def _get_portal_ways(self):
        entries = self.env["chasqui.directory"]._get_entries()
        return next((entry.ways for entry in entries if entry.id == self.id), frozenset())

    def _get_portal_carriers(self):
        """Return the ways in which the store brings things, besides its pickup points."""
        return self.env["delivery.carrier"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("is_published", "=", True),
                ("delivery_type", "!=", "chasqui_pickup"),
            ]
        )

    def _get_portal_nodes(self):
        """Return the nodes that buy here and that strangers may know of."""
        domain = (
            Domain("store_id", "=", self.id)
            & Domain("state", "=", "accepted")
            & Domain("node_id", "any", self.env["chasqui.node"]._get_public_domain())
        )
        return self.env["chasqui.node.store"].search(domain).node_id

    def _prepare_portal_map_points(self, points):
        """Return the store's own place, and where one collects."""
        own = {
            "name": self.name,
            "url": self.address,
            "lat": self.portal_latitude,
            "lng": self.portal_longitude,
        }
        return [own] + [
            {
                "name": point.name,
                "url": f"#point-{point.id}",
                "lat": point.latitude,
                "lng": point.longitude,
                "detail": ", ".join(filter(None, [point.street, point.city])),
            }
            for point in points
            if (point.latitude, point.longitude) != (self.portal_latitude, self.portal_longitude)
        ]
