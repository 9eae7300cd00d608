"""What the pages of nodes on the platform's site have in common."""

from odoo.exceptions import UserError
from odoo.http import request

from ..tools.localities import find_towns, get_candidates, is_named

FLASH_KEY = "chasqui_node_flash"
PUBLIC = {"type": "http", "auth": "public", "website": True}
FORM = {**PUBLIC, "methods": ["POST"], "sitemap": False}


class NodeSite:
    """Helpers of controllers: whose page it is, and how often something may be tried."""

    def _check_platform(self):
        if not request.website.is_chasqui_platform:
            raise request.not_found()

    def _get_public_node(self, slug):
        """Return, as sudo, a node that everybody may see; else not found."""
        self._check_platform()
        node_sudo = request.env["chasqui.node"]._find_public(slug)
        if not node_sudo:
            raise request.not_found()
        return node_sudo

    def _locate(self, text):
        """Return what an address or a locality means: ``[(label, place)]``, the likeliest first."""
        towns = find_towns(text)
        found = [(town.label, town.place) for town in towns]
        if not text or (towns and is_named(towns[0], text)):
            return found
        locality = request.env["chasqui.node"]._find_locality(get_candidates(text))
        return [locality, *found] if locality else found

    def _get_partner(self):
        """Return, as sudo, who is signed in; nobody for a visitor."""
        user = request.env.user
        return user.partner_id.browse() if user._is_public() else user.partner_id.sudo()

    def _sign_in(self, path):
        """Lead whoever is not signed in to where they do it, and back."""
        return request.redirect(f"/web/login?redirect={path}")

    def _check_rate(self, kind, limit):
        key = f"node {kind} {request.httprequest.remote_addr}"
        if request.env["chasqui.attempt"].sudo()._add(key) > limit:
            raise UserError(request.env._("That is a lot at once. Please try again in an hour."))

    def _flash(self, text):
        request.session[FLASH_KEY] = text

    def _pop_flash(self):
        return request.session.pop(FLASH_KEY, None)
