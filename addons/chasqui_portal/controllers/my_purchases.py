from odoo.http import request, route

from odoo.addons.chasqui_store.shop_input import parse_id
from odoo.addons.portal.controllers.portal import pager

from .my_home import ChasquiMyHome

PER_PAGE = 20
PAGE = {"type": "http", "auth": "user", "website": True, "sitemap": False, "readonly": True}


class ChasquiMyPurchases(ChasquiMyHome):
    """Purchases of all stores and ways, and what is left to pay of them."""

    @route(["/my/purchases", "/my/purchases/page/<string:page>"], **PAGE)
    def my_purchases(self, page=None, store=None, way=None, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        orders_sudo = self._search_purchases([])
        stores_sudo = self._get_stores(orders_sudo)
        chosen_sudo = stores_sudo.filtered(lambda one: one.slug == store)
        way = way if way in self._get_ways() else None
        orders_sudo = self._filter_purchases(orders_sudo, chosen_sudo, way)
        pages = self._prepare_pager(len(orders_sudo), page, store=chosen_sudo.slug, way=way)
        return request.render(
            "chasqui_portal.my_purchases",
            {
                "page_name": "purchases",
                "purchases": orders_sudo[pages["offset"] : pages["offset"] + PER_PAGE],
                "count": len(orders_sudo),
                "stores": stores_sudo,
                "store": chosen_sudo,
                "ways": self._get_ways(),
                "way": way,
                "pager": pages,
            },
        )

    def _get_ways(self):
        _ = request.env._
        return {
            "individual": _("Alone"),
            "collective": _("Collective purchase"),
            "node": _("Node"),
        }

    def _get_stores(self, orders):
        stores_sudo = orders.website_id.chasqui_store_ids | orders.company_id.chasqui_store_ids
        return stores_sudo.sorted("name")

    def _filter_purchases(self, orders, store, way):
        if store:
            orders = orders.filtered(lambda order: order._get_chasqui_store_sudo() == store)
        if way:
            orders = orders.filtered(lambda order: order._get_chasqui_way()[0] == way)
        return orders

    def _prepare_pager(self, total, page, **url_args):
        return pager(
            url="/my/purchases",
            total=total,
            page=parse_id(page) or 1,
            step=PER_PAGE,
            url_args={name: value for name, value in url_args.items() if value},
        )

    @route("/my/balance", **PAGE)
    def my_balance(self, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        return request.render(
            "chasqui_portal.my_balance", {"page_name": "balance", "balances": self._get_balances()}
        )

    @route("/my/groups", **PAGE)
    def my_groups(self, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        groups_sudo = request.env.user.partner_id._get_chasqui_groups()
        return request.render("chasqui_portal.my_groups", {"page_name": "groups", "groups": groups_sudo})
