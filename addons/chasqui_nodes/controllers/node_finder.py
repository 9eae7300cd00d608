from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.controllers.routes import lead_to_platform

from ..tools.localities import parse_position
from .node_site import FORM, PUBLIC, NodeSite
from .person_input import clean, clean_text

NODES_PER_PAGE = 20
FAR_KM = 20  # beyond which nobody walks or cycles: there is none near
JOINS_PER_HOUR = 20
MAX_NOTE = 500
# What somebody wrote who had not signed in yet
ASKING_KEY = "chasqui_node_asking"


class ChasquiNodeFinder(NodeSite, http.Controller):
    """Nodes as everybody sees them, on the platform's site: which are near, what each is like."""

    # === ROUTES === #

    @http.route("/nodes", **PUBLIC, sitemap=True)
    def nodes(self, q=None, lat=None, lng=None, page=1, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        values = self._prepare_find_values(clean(q, 80), parse_position(lat, lng), page)
        return request.render("chasqui_nodes.nodes", values)

    @http.route("/nodes/<string:slug>", **PUBLIC, sitemap=False)
    def node(self, slug, **_kw):
        if elsewhere := lead_to_platform():
            return elsewhere
        return self._render_node(self._get_public_node(slug))

    @http.route("/nodes/<string:slug>/join", **FORM)
    def join(self, slug, **post):
        """Ask to join, or wait where there is no room; who has no account yet makes one on the way."""
        node_sudo = self._get_public_node(slug)
        partner_sudo = self._get_partner()
        try:
            asking = self._parse_asking(post)
            if not partner_sudo:
                return self._keep_asking(slug, asking, "login" if post.get("has_account") else "signup")
            with request.env.cr.savepoint():
                self._check_rate("join", JOINS_PER_HOUR)
                node_sudo._ask_to_join(partner_sudo, **asking)
        except UserError as error:
            return self._render_node(node_sudo, error=str(error), values=post)
        request.session.pop(ASKING_KEY, None)
        return request.redirect(f"/nodes/{slug}#join")

    @http.route("/nodes/<string:slug>/take-back", **FORM)
    def take_back(self, slug, **_post):
        """Take back what was asked, while nobody has answered."""
        node_sudo = self._get_public_node(slug)
        member_sudo = node_sudo._get_member_of(self._get_partner())
        if member_sudo.state in ("asked", "waiting"):
            member_sudo._leave()
        return request.redirect(f"/nodes/{slug}#join")

    # === BUSINESS METHODS: FIND === #

    def _prepare_find_values(self, text, place, page):
        """Return what there is around a place, or of a name, one page of it."""
        meant = [] if place else self._locate(text)
        here = place or (meant[0][1] if meant else None)
        nodes = request.env["chasqui.node"]
        found = nodes._find_around(here, None if place else text)
        pager = request.website.pager(
            url="/nodes",
            total=len(found),
            page=int(page) if str(page).isdecimal() else 1,
            step=NODES_PER_PAGE,
            url_args={key: value for key, value in self._get_query(text, place).items() if value},
        )
        shown = found[pager["offset"] :][:NODES_PER_PAGE]
        return {
            "q": text,
            "place": place,
            "here": here,
            "locality": meant[0][0] if meant else None,
            "others": [label for label, _place in meant[1:]],
            "found": shown,
            "total": len(found),
            "next_deadlines": nodes.sudo().union(*(node for node, _km in shown))._get_next_deadlines(),
            "is_none_near": bool(here) and not self._is_near(found),
            "map_points": [node._get_map_point(distance) for node, distance in shown],
            "pager": pager,
            "flash": self._pop_flash(),
        }

    def _get_query(self, text, place):
        return {"lat": place[0], "lng": place[1]} if place else {"q": text}

    def _is_near(self, found):
        return any(distance is not None and distance <= FAR_KM for _node, distance in found)

    # === BUSINESS METHODS: ONE NODE === #

    def _render_node(self, node_sudo, **values):
        partner_sudo = self._get_partner()
        member_sudo = node_sudo._get_member_of(partner_sudo) if partner_sudo else None
        kept = self._get_kept_asking(node_sudo) if partner_sudo else {}
        return request.render(
            "chasqui_nodes.node",
            {
                "node": node_sudo,
                "member": member_sudo,
                "user_partner": partner_sudo,
                "room": node_sudo._get_room_left(),
                "stores": node_sudo._get_public_stores(),
                "next_deadline": node_sudo._get_next_deadlines().get(node_sudo),
                "gatherings": node_sudo._get_gatherings(only_public=True, limit=20),
                "posts": node_sudo._get_public_posts(),
                "values": kept,
                "is_back": bool(kept),
                "flash": self._pop_flash(),
                **values,
            },
        )

    def _keep_asking(self, slug, asking, door):
        """Keep what a stranger wrote, and lead them to their account and back."""
        request.session[ASKING_KEY] = {"slug": slug, **asking}
        return request.redirect(f"/web/{door}?redirect=/nodes/{slug}%23join")

    def _get_kept_asking(self, node_sudo):
        """Return what somebody wrote about joining a node before they had signed in."""
        kept = request.session.get(ASKING_KEY) or {}
        return kept if kept.get("slug") == node_sudo.slug else {}

    def _parse_asking(self, post):
        """Return what somebody says of themselves when they ask to join."""
        name = clean(post.get("name"), 60)
        if not name:
            raise UserError(request.env._("Write the name by which your neighbours know you."))
        phone = clean(post.get("phone"), 40)
        if sum(char.isdigit() for char in phone) < 6:
            raise UserError(request.env._("Write a phone number at which the coordinators can reach you."))
        return {"name": name, "phone": phone, "note": clean_text(post.get("note"), MAX_NOTE)}
