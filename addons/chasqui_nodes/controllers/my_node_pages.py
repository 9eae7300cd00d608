"""What the pages of a node for its members have in common."""

from odoo.exceptions import UserError
from odoo.http import request

from .node_site import NodeSite

MINE = {"type": "http", "auth": "user", "website": True, "sitemap": False}


class MyNodePages(NodeSite):
    """Helpers of the pages of a node for its members: strangers find nothing there."""

    coordinators_only = frozenset()

    def _get_my_member(self, slug):
        """Return, as sudo, the signed-in member of a node; else not found."""
        self._check_platform()
        node_sudo = request.env["chasqui.node"]._find_by_slug(slug)
        member_sudo = node_sudo and node_sudo._get_member_of(self._get_partner())
        if not member_sudo or member_sudo.state != "accepted":
            raise request.not_found()
        return member_sudo

    def _act(self, slug, action, post, url):
        """Do what a button says, and go back to the page with a sentence if it cannot be done."""
        member_sudo = self._get_my_member(slug)
        do = getattr(self, f"_do_{action}", None)
        if not do or (action in self.coordinators_only and not member_sudo.is_coordinator):
            raise request.not_found()
        try:
            with request.env.cr.savepoint():
                url = do(member_sudo, post) or url
        except UserError as error:
            self._flash(str(error))
        return request.redirect(url)

    def _prepare_my_values(self, member_sudo):
        return {"member": member_sudo, "node": member_sudo.node_id, "flash": self._pop_flash()}
