from odoo.fields import Command
from odoo.http import request, route

from odoo.addons.chasqui_store.shop_input import parse_id

from .my_home import ChasquiMyHome
from .my_purchases import PAGE


class ChasquiMyInterests(ChasquiMyHome):
    """What a shopper likes: products they marked at any store, seals they care about."""

    @route("/my/favourites", **PAGE)
    def my_favourites(self, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        wishes_sudo = request.env.user.partner_id._get_chasqui_wishes()
        return request.render(
            "chasqui_portal.my_favourites", {"page_name": "favourites", "wishes": wishes_sudo}
        )

    @route("/my/favourites/remove", type="http", auth="user", website=True, methods=["POST"], sitemap=False)
    def remove_favourite(self, wish=None, **_kwargs):
        wish_id = parse_id(wish)
        wishes_sudo = request.env["product.wishlist"].sudo()
        wishes_sudo.search(
            [("id", "=", wish_id), ("partner_id", "=", request.env.user.partner_id.id)]
        ).unlink()
        return request.redirect("/my/favourites")

    @route("/my/seals", type="http", auth="user", website=True, sitemap=False)
    def my_seals(self, saved=None, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        seals_sudo = request.env["chasqui.seal"].sudo().search([])
        if request.httprequest.method == "POST":
            asked = {parse_id(value) for value in request.httprequest.form.getlist("seal")}
            chosen_sudo = seals_sudo.filtered(lambda seal: seal.id in asked)
            request.env.user.sudo().chasqui_seal_ids = [Command.set(chosen_sudo.ids)]
            return request.redirect("/my/seals?saved=1")
        values = {
            "page_name": "seals",
            "categories": seals_sudo.grouped("category_id"),
            "chosen": request.env.user.sudo().chasqui_seal_ids,
            "saved": saved == "1",
        }
        return request.render("chasqui_portal.my_seals", values)
