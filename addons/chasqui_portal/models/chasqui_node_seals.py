from odoo import models


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
        ids = set(self._get_portal_stores().ids)
        entries = self.env["chasqui.directory"]._get_entries()
        seals = {seal for entry in entries if entry.id in ids for seal in entry.seals}
        return self.env["chasqui.seal"].sudo().search([("id", "in", list(seals))])
