from odoo import http
from odoo.http import request

from ..models.chasqui_node_store import SEEN_STATES

NODES = "/odoo/action-chasqui_nodes.chasqui_node_store_action"
REQUESTS = "/odoo/action-chasqui_nodes.chasqui_node_request_action"


class ChasquiStaffNodes(http.Controller):
    """Where a store's nodes are and how they do, on a map for its staff; the back office leads here."""

    @http.route("/chasqui/nodes", type="http", auth="user", website=True, sitemap=False)
    def staff_nodes(self, **_kw):
        links = self._get_own("chasqui.node.store")
        if not links.has_access("read"):
            raise request.not_found()
        links = links.search([("state", "in", SEEN_STATES)], order="state desc, node_name, id")
        return request.render(
            "chasqui_nodes.staff_nodes",
            {
                "links": links,
                "is_of_many": len(links.store_id) > 1,
                "map_points": [link._prepare_map_point(f"{NODES}/{link.id}") for link in links],
                "requests": self._get_requests(),
                "back": NODES,
                "back_to_requests": REQUESTS,
            },
        )

    def _get_own(self, model):
        """Return a model as the user sees it in all the stores that they work at."""
        return request.env[model].with_context(allowed_company_ids=request.env.user.company_ids.ids)

    def _get_requests(self):
        """Return who would like to start a node, for those who decide about it."""
        requests = self._get_own("chasqui.node.request")
        return requests.search([("state", "=", "asked")]) if requests.has_access("read") else requests
