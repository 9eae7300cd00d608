from odoo import api, models

from odoo.addons.chasqui_store.tools.text import normalized_key

MOST_PRODUCTS = 24


class ResPartner(models.Model):
    """A producer on the portal's pages."""

    _inherit = "res.partner"

    @api.model
    def _filter_portal_producers(self, producers, text):
        """Return, as a list, those whose name or place has a text, accents and case aside."""
        key = normalized_key(text) or ""
        return [
            producer
            for producer in producers
            if not key or key in (normalized_key(f"{producer.name} {producer.chasqui_place or ''}") or "")
        ]

    def _prepare_portal_producer_values(self, products):
        """Return what the portal's page of a producer shows.

        :param products: as sudo, what open stores sell of theirs
        """
        self.ensure_one()
        shelves = []
        for company, of_company in products[:MOST_PRODUCTS].grouped("company_id").items():
            store = company.chasqui_store_ids[:1]
            on_site = {"website_id": store.website_id.id, "allowed_company_ids": company.ids}
            shelf = of_company.with_context(**on_site)
            shelves.append((store, shelf, shelf._get_sales_prices(store.website_id)))
        return {
            "producer": self,
            "producer_pictures": self.sudo()._get_product_pictures([("id", "in", products.ids)]),
            "shelves": shelves,
            "grants": self._get_valid_seal_grants()._get_one_by_seal(),
            "additional_title": self.name,
            "map_points": [
                {
                    "name": self.name,
                    "url": "#wrap",
                    "lat": self.partner_latitude,
                    "lng": self.partner_longitude,
                    "detail": self.chasqui_place or "",
                }
            ],
        }
