from odoo import models


class Website(models.Model):
    """Fairs and gatherings, and what closes soon: what nodes and the incubator planned for everybody."""

    _inherit = "website"

    def _get_chasqui_dates(self, limit=50):
        """Return what everybody may go to, the next first; see `chasqui.gathering._get_public_gatherings`."""
        return self.env["chasqui.gathering"].sudo()._get_public_gatherings(limit=limit)

    def _get_chasqui_closing_soon(self, limit):
        """Return until when one can choose at public nodes, first what closes first."""
        nodes_sudo = self.env["chasqui.node"].sudo()
        nodes_sudo = nodes_sudo.search(nodes_sudo._get_public_domain())
        deadlines = sorted(nodes_sudo._get_next_deadlines().items(), key=lambda pair: pair[1])
        return [
            {
                "name": node_sudo.name,
                "url": node_sudo._get_public_url(),
                "place": node_sudo._get_rough_place(),
                "until": node_sudo._format_deadline(deadline),
            }
            for node_sudo, deadline in deadlines[:limit]
        ]
