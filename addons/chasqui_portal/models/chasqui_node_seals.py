from odoo import models
from odoo.tools import SQL


class ChasquiNode(models.Model):
    """Seals of a node: nobody grants them, they are those of what its stores sell."""

    _inherit = "chasqui.node"

    def _get_portal_stores(self):
        """Return, as sudo, the stores that have accepted this node and that the public may know of."""
        links_sudo = self.sudo().node_store_ids.filtered(lambda link: link.state == "accepted")
        stores_sudo = links_sudo.store_id
        return stores_sudo.filtered_domain(stores_sudo._get_portal_domain())

    def _get_portal_seals(self):
        """Return, as sudo, the seals that these stores and what they sell carry today."""
        stores_sudo = self._get_portal_stores()
        ids = set(stores_sudo.ids)
        entries = self.env["chasqui.directory"]._get_entries()
        seals = {seal for entry in entries if entry.id in ids for seal in entry.seals}
        seals |= self._get_near_seal_ids(stores_sudo)
        return self.env["chasqui.seal"].sudo().search([("id", "in", list(seals))])

    def _get_near_seal_ids(self, stores_sudo):
        """Return the ids of the seals by distance that something of these stores carries here."""
        self.ensure_one()
        place = (self.latitude, self.longitude) if self._has_position() else None
        near = self.env["chasqui.portal.product"].sudo()._get_near_producers(place)
        rows = self.env.execute_query(
            SQL(
                "SELECT DISTINCT producer_id FROM chasqui_portal_product"
                " WHERE store_id = ANY(%s) AND producer_id = ANY(%s)",
                stores_sudo.ids,
                [producer_id for ids in near.values() for producer_id in ids],
            )
        )
        sold = {producer_id for (producer_id,) in rows}
        return {seal_id for seal_id, ids in near.items() if sold.intersection(ids)}
