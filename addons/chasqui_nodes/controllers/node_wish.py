from odoo import http
from odoo.exceptions import UserError
from odoo.http import request
from odoo.tools import single_email_re

from ..tools.localities import parse_position
from .node_site import FORM, PUBLIC, NodeSite
from .person_input import clean

WISHES_PER_HOUR = 10
WRONG_TOKENS_PER_HOUR = 30


class ChasquiNodeWish(NodeSite, http.Controller):
    """Be told when there is a node nearby: asked for here, confirmed and ended from the mails."""

    # === ROUTES === #

    @http.route("/nodes/tell-me", **PUBLIC, sitemap=False)
    def tell_me(self, **post):
        self._check_platform()
        values = {"values": post}
        if request.httprequest.method == "POST":
            try:
                with request.env.cr.savepoint():
                    self._wish(post)
                return request.render("chasqui_nodes.wish_asked", {"email": clean(post.get("email"), 100)})
            except UserError as error:
                values["error"] = str(error)
        return request.render("chasqui_nodes.wish_new", values)

    @http.route("/nodes/told/<string:token>", **PUBLIC, sitemap=False)
    def told(self, token, **_kw):
        """Show what a mail's link is about; only a button changes it, since programs open links too."""
        return request.render("chasqui_nodes.wish", {"wish": self._get_wish(token), "token": token})

    @http.route("/nodes/told/<string:token>/confirm", **FORM)
    def confirm(self, token, **_post):
        self._get_wish(token)._confirm()
        return request.redirect(f"/nodes/told/{token}")

    # Without our key: mail programs post here in one click, and the token is what allows it.
    @http.route("/nodes/told/<string:token>/stop", **FORM, csrf=False)
    def stop(self, token, **_post):
        self._get_wish(token).unlink()
        return request.render("chasqui_nodes.wish_stopped")

    # === BUSINESS METHODS === #

    def _wish(self, post):
        self._check_rate("wish", WISHES_PER_HOUR)
        email = clean(post.get("email"), 100).lower()
        if not single_email_re.fullmatch(email):
            raise UserError(request.env._("That e-mail address is not complete."))
        place, position = self._parse_where(post)
        request.env["chasqui.node.wish"].sudo()._ask(email, place, *position)

    def _parse_where(self, post):
        """Return how the place is called, and where it is."""
        text = clean(post.get("q"), 80)
        if position := parse_position(post.get("lat"), post.get("lng")):
            return text or request.env._("where you were"), position
        meant = self._locate(text)
        if not meant:
            raise UserError(request.env._("We do not know that place: write the nearest bigger town."))
        return meant[0]

    def _get_wish(self, token):
        """Return, as sudo, the wish whose mail has this link; whoever guesses is stopped."""
        self._check_platform()
        wishes_sudo = request.env["chasqui.node.wish"].sudo()
        attempts_sudo = request.env["chasqui.attempt"].sudo()
        key = f"node wish token {request.httprequest.remote_addr}"
        if attempts_sudo._get(key)[0] > WRONG_TOKENS_PER_HOUR:
            raise request.not_found()
        wish_sudo = wishes_sudo._find_by_token(token)
        if not wish_sudo:
            attempts_sudo._add(key)
            raise request.not_found()
        return wish_sudo
