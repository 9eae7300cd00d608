from odoo import api, models
from odoo.tools import SQL

from odoo.addons.chasqui_store.tools import geo


class ChasquiPortalProduct(models.Model):
    """Seals by distance, as kilometre zero: a product carries them for who is near its producer."""

    _inherit = "chasqui.portal.product"

    @api.model
    def _get_near_producers(self, place):
        """Return `{seal id: ids of the producers within its distance of a place}`, of all seals by distance.

        :param place: `(latitude, longitude)`; without one nobody is near
        """
        near = {}
        for seal_sudo in self.env["chasqui.seal"]._get_by_distance():
            near[seal_sudo.id] = self._find_near_producers(place, seal_sudo.max_km) if place else []
        return near

    @api.model
    def _find_near_producers(self, place, kilometres):
        latitude, longitude = SQL("producer.partner_latitude"), SQL("producer.partner_longitude")
        self.env["res.partner"].flush_model(["is_chasqui_producer", "partner_latitude", "partner_longitude"])
        rows = self.env.execute_query(
            SQL(
                "SELECT producer.id FROM res_partner AS producer"
                " WHERE producer.is_chasqui_producer AND (%s != 0 OR %s != 0) AND %s ORDER BY producer.id",
                latitude,
                longitude,
                geo.within_sql(latitude, longitude, place, kilometres),
            )
        )
        return [producer_id for (producer_id,) in rows]

    @api.model
    def _count_near(self, near):
        """Return `{seal id, as text: number of groups}` of all products of near producers."""
        counts = {}
        for seal_id, producer_ids in near.items():
            if producer_ids:
                [[number]] = self.env.execute_query(
                    SQL(
                        """
                        SELECT COUNT(DISTINCT product.group_key)
                          FROM chasqui_portal_product AS product
                          JOIN chasqui_store AS store ON store.id = product.store_id
                         WHERE product.producer_id = ANY(%s) AND %s
                        """,
                        producer_ids,
                        self._get_store_sql(),
                    )
                )
                counts[str(seal_id)] = number
        return {seal_id: number for seal_id, number in counts.items() if number}

    @api.model
    def _needs_place(self, query):
        """Tell whether a seal by distance is asked for, and nobody said from where."""
        chosen = self.env["chasqui.seal"]._find_by_slugs(query.seal)
        return not query.place and bool(chosen & self.env["chasqui.seal"]._get_by_distance())
