from odoo import http
from odoo.http import request

from ..tools.ical import MEDIA_TYPE, write_calendar
from .node_site import PUBLIC, NodeSite

FEED = {**PUBLIC, "multilang": False, "sitemap": False}
WRONG_TOKENS_PER_HOUR = 30


class ChasquiNodeCalendar(NodeSite, http.Controller):
    """Calendars that phones subscribe to: a node's for everybody, a member's own, the platform's."""

    # === ROUTES === #

    @http.route("/nodes/<string:slug>/calendar.ics", **FEED, readonly=True)
    def public_calendar(self, slug, **_kw):
        node_sudo = self._get_public_node(slug)
        return self._send(node_sudo.name, node_sudo._prepare_public_calendar())

    @http.route("/gatherings.ics", **FEED, readonly=True)
    def platform_calendar(self, **_kw):
        """What everybody may go to, at any node or at none."""
        self._check_platform()
        gatherings_sudo = request.env["chasqui.gathering"].sudo()
        return self._send(request.website.name, gatherings_sudo._prepare_public_calendar())

    @http.route("/nodes/calendar/<string:token>.ics", **FEED)
    def member_calendar(self, token, **_kw):
        """A member's own calendar; the token in its address is all that a phone can send."""
        self._check_platform()
        attempts_sudo = request.env["chasqui.attempt"].sudo()
        key = f"node calendar {request.httprequest.remote_addr}"
        if attempts_sudo._get(key)[0] > WRONG_TOKENS_PER_HOUR:
            raise request.not_found()
        member_sudo = request.env["chasqui.node.member"]._find_by_calendar_token(token)
        if not member_sudo:
            attempts_sudo._add(key)
            raise request.not_found()
        member_sudo = member_sudo.with_context(lang=member_sudo.partner_id.lang)
        return self._send(member_sudo.node_id.name, member_sudo._prepare_calendar())

    # === BUSINESS METHODS === #

    def _send(self, name, entries):
        headers = [
            ("Content-Type", MEDIA_TYPE),
            ("Cache-Control", "no-cache"),
            ("X-Robots-Tag", "noindex"),
        ]
        return request.make_response(write_calendar(name, entries), headers=headers)
