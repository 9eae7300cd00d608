from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..form_input import clean_line, clean_text, is_robot, parse_email
from ..shop_input import parse_id
from .public_form import PublicForm

WITHDRAWALS_PER_HOUR = 10
PAGE = {"type": "http", "auth": "public", "website": True}


class ChasquiWithdrawalPages(http.Controller, PublicForm):
    """The button of regret (Res. 424/2020): on every store's site and the platform's, without account."""

    # === ROUTES === #

    @http.route("/withdrawal", **PAGE, sitemap=True)
    def withdrawal(self, **post):
        stores_sudo = self._get_stores()
        values = {"stores": stores_sudo, "values": post}
        if request.httprequest.method == "POST" and not is_robot(post):
            try:
                store_sudo, values_to_write = self._parse_withdrawal(stores_sudo, post)
                self._check_rate("withdrawal", WITHDRAWALS_PER_HOUR)
            except UserError as error:
                values["error"] = str(error)
            else:
                withdrawal_sudo = request.env["chasqui.withdrawal"]._ask(store_sudo, values_to_write)
                return request.redirect(f"/withdrawal/{withdrawal_sudo.token}")
        return request.render("chasqui_store.withdrawal_form", values)

    @http.route("/withdrawal/<string:token>", **PAGE, readonly=True, sitemap=False)
    def code(self, token, **_kw):
        """Show the code at once, and later what came of it, to whoever has the link."""
        withdrawal_sudo = request.env["chasqui.withdrawal"]._find_by_token(token)
        here_sudo = request.website._get_chasqui_store()
        if not withdrawal_sudo or not (
            request.website.is_chasqui_platform or here_sudo == withdrawal_sudo.store_id
        ):
            raise request.not_found()
        return request.render(
            "chasqui_store.withdrawal_page",
            {"withdrawal": withdrawal_sudo},
            headers={"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"},
        )

    # === BUSINESS METHODS === #

    def _get_stores(self):
        """Return, as sudo, at which stores one may have bought here: this one, or all on the platform."""
        if store_sudo := request.website._get_chasqui_store():
            return store_sudo
        if not request.website.is_chasqui_platform:
            raise request.not_found()
        return request.env["chasqui.store"].sudo().search([("state", "in", ("open", "paused"))])

    def _parse_withdrawal(self, stores_sudo, post):
        """Return the store and the values of a request, or raise what is missing in a sentence."""
        _ = request.env._
        chosen = parse_id(post.get("store_id"))
        store_sudo = stores_sudo.filtered(lambda store: len(stores_sudo) == 1 or store.id == chosen)
        values = {
            "order_ref": clean_line(post.get("order_ref"), 40),
            "reason": clean_text(post.get("reason")),
            "contact_name": clean_line(post.get("contact_name")),
            "contact_phone": clean_line(post.get("contact_phone"), 40),
            "contact_email": parse_email(request.env, post.get("contact_email")),
        }
        if not store_sudo:
            raise UserError(_("Choose the store at which you bought."))
        if not (values["order_ref"] and values["contact_name"]):
            raise UserError(_("Write your name and the number of the order: it is in the mail that you got."))
        return store_sudo, values
