from odoo.fields import Domain
from odoo.http import request, route

from odoo.addons.chasqui_store.shop_input import parse_id
from odoo.addons.portal.controllers.portal import pager

from .my_home import ChasquiMyHome

PER_PAGE = 20
WAYS = {
    "individual": Domain("chasqui_collective_id", "=", False),
    "collective": Domain("chasqui_collective_id", "any!", [("node_id", "=", False)]),
    "node": Domain("chasqui_collective_id", "any!", [("node_id", "!=", False)]),
}
PAGE = {"type": "http", "auth": "user", "website": True, "sitemap": False, "readonly": True}


class ChasquiMyPurchases(ChasquiMyHome):
    """Purchases of all stores and ways, and what is left to pay of them."""

    @route(["/my/purchases", "/my/purchases/page/<string:page>"], **PAGE)
    def my_purchases(self, page=None, store=None, way=None, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        stores_sudo = self._get_stores()
        chosen_sudo = stores_sudo.filtered(lambda one: one.slug == store)
        way = way if way in WAYS else None
        domain = self._get_sift(chosen_sudo, way)
        count = self._count_purchases(domain)
        pages = self._prepare_pager(count, page, store=chosen_sudo.slug, way=way)
        return request.render(
            "chasqui_portal.my_purchases",
            {
                "page_name": "purchases",
                "purchases": self._search_purchases(domain, limit=PER_PAGE, offset=pages["offset"]),
                "count": count,
                "stores": stores_sudo,
                "store": chosen_sudo,
                "ways": self._get_way_names(),
                "way": way,
                "pager": pages,
            },
        )

    def _get_way_names(self):
        _ = request.env._
        return {
            "individual": _("Alone"),
            "collective": _("Collective purchase"),
            "node": _("Node"),
        }

    def _get_stores(self):
        """Return the stores, as sudo, where the visitor bought something."""
        mine = request.env.user.partner_id._get_chasqui_purchases_domain()
        [(companies,)] = request.env["sale.order"]._read_group(mine, [], ["company_id:recordset"])
        return companies.sudo().chasqui_store_ids.sorted("name")

    def _get_sift(self, store, way):
        of_store = Domain("company_id", "=", store.company_id.id) if store else Domain.TRUE
        return of_store & WAYS.get(way, Domain.TRUE)

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
