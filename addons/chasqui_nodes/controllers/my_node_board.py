from odoo import http
from odoo.http import request

from odoo.addons.chasqui_store.shop_input import parse_id

from ..models.chasqui_node_talk import MAX_MESSAGE
from .my_node_pages import MINE, MyNodePages
from .person_input import clean, clean_text


class ChasquiMyNodeBoard(MyNodePages, http.Controller):
    """The notice board of a node, and what its people say to each other."""

    # === ROUTES === #

    @http.route("/my/nodes/<string:slug>/board", **MINE)
    def board(self, slug, **_kw):
        member_sudo = self._get_my_member(slug)
        values = self._prepare_my_values(member_sudo)
        read_before = member_sudo._read_board()
        return request.render(
            "chasqui_nodes.my_node_board",
            {**values, "posts": values["node"].post_ids, "read_before": read_before},
        )

    @http.route("/my/nodes/<string:slug>/board/<string:action>", **MINE, methods=["POST"])
    def act_on_board(self, slug, action, **post):
        return self._act(slug, f"board_{action}", post, f"/my/nodes/{slug}/board")

    @http.route("/my/nodes/<string:slug>/talk", **MINE)
    def talk(self, slug, **_kw):
        """What all members say to each other."""
        return self._render_talk(self._get_my_member(slug))

    @http.route("/my/nodes/<string:slug>/coordinators", **MINE)
    def coordinators(self, slug, **_kw):
        """What a member and the coordinators say to each other."""
        member_sudo = self._get_my_member(slug)
        return self._render_talk(member_sudo, member_sudo)

    @http.route("/my/nodes/<string:slug>/talk/<int:member_id>", **MINE)
    def talk_with(self, slug, member_id, **_kw):
        """The same, for the coordinators."""
        member_sudo = self._get_my_member(slug)
        other_sudo = member_sudo.node_id.member_ids.filtered(lambda other: other.id == member_id)
        if not other_sudo or not member_sudo.is_coordinator:
            raise request.not_found()
        return self._render_talk(member_sudo, other_sudo)

    @http.route("/my/nodes/<string:slug>/talk/<string:action>", **MINE, methods=["POST"])
    def act_on_talk(self, slug, action, **post):
        return self._act(slug, f"talk_{action}", post, f"/my/nodes/{slug}/talk")

    # === WHAT THE BUTTONS DO === #

    def _do_board_add(self, member_sudo, post):
        request.env["chasqui.node.post"].sudo()._pin_up(
            member_sudo,
            clean(post.get("name"), 100),
            clean_text(post.get("body"), 3000),
            is_public=bool(post.get("is_public")),
            is_pinned=bool(post.get("is_pinned")),
        )

    def _do_board_remove(self, member_sudo, post):
        post_sudo = request.env["chasqui.node.post"].sudo().browse(parse_id(post.get("post_id"))).exists()
        if not post_sudo or not post_sudo._can_take_down(member_sudo):
            raise request.not_found()
        post_sudo.unlink()

    def _do_talk_say(self, member_sudo, post):
        talk_sudo, url = self._get_talk(member_sudo, post)
        talk_sudo._say(member_sudo, clean_text(post.get("text"), MAX_MESSAGE + 1))
        return url

    def _do_talk_remove(self, member_sudo, post):
        talk_sudo, url = self._get_talk(member_sudo, post)
        talk_sudo._take_back(member_sudo, parse_id(post.get("message_id")))
        return url

    # === BUSINESS METHODS === #

    def _get_talk(self, member_sudo, post):
        """Return, as sudo, the talk that a form is about, and its page."""
        node_sudo = member_sudo.node_id
        base = f"/my/nodes/{node_sudo.slug}"
        other_id = parse_id(post.get("member_id"))
        if not other_id:
            return request.env["chasqui.node.talk"].sudo()._get_of(node_sudo), f"{base}/talk"
        other_sudo = node_sudo.member_ids.filtered(lambda other: other.id == other_id)
        if not other_sudo or not (other_sudo == member_sudo or member_sudo.is_coordinator):
            raise request.not_found()
        talk_sudo = request.env["chasqui.node.talk"].sudo()._get_of(node_sudo, other_sudo)
        is_own = other_sudo == member_sudo
        return talk_sudo, f"{base}/coordinators" if is_own else f"{base}/talk/{other_id}"

    def _render_talk(self, member_sudo, other_sudo=None):
        talk_sudo = request.env["chasqui.node.talk"].sudo()._get_of(member_sudo.node_id, other_sudo)
        values = {
            **self._prepare_my_values(member_sudo),
            "talk": talk_sudo,
            "other": other_sudo,
            "messages": talk_sudo._get_messages(),
            "names": talk_sudo._get_author_names(),
            "read_before": member_sudo._read_talk(talk_sudo),
            "talks": talk_sudo._get_of_coordinators() if member_sudo.is_coordinator else talk_sudo.browse(),
        }
        return request.render("chasqui_nodes.my_node_talk", values)
