from urllib.parse import urlencode

from odoo.fields import Domain
from odoo.http import request, route

from odoo.addons.portal.controllers.portal import CustomerPortal

LATEST = 3


class ChasquiMyHome(CustomerPortal):
    """What a shopper has at all stores, on the portal. At a store, Odoo's pages show what is there."""

    @route()
    def home(self, **kw):
        if not self._is_at_portal():
            return super().home(**kw)
        return request.render(
            "chasqui_portal.my_home",
            {
                **self._prepare_portal_layout_values(),
                "balances": self._get_balances(),
                "purchases": self._search_purchases(limit=LATEST),
                "groups": request.env.user.partner_id._get_chasqui_groups(),
                "is_staff": not request.env.user.share,
            },
        )

    # === WHERE === #

    def _is_at_portal(self):
        return request.website.is_chasqui_platform

    def _go_to_portal_page(self):
        """Lead from a store to the same page of the portal, which knows of all stores."""
        platform_sudo = request.website._get_chasqui_platform()
        if not platform_sudo.domain:
            raise request.not_found()
        query = urlencode(request.httprequest.args)
        path = request.httprequest.path + (f"?{query}" if query else "")
        return request.redirect(platform_sudo.domain + path, local=False)

    # === WHAT === #

    def _search_purchases(self, domain=Domain.TRUE, **kwargs):
        """Return purchases of the visitor, as sudo, found with the visitor's own rights."""
        mine = request.env.user.partner_id._get_chasqui_purchases_domain()
        orders = request.env["sale.order"]
        return orders.search(mine & domain, order="date_order desc, id desc", **kwargs).sudo()

    def _count_purchases(self, domain):
        mine = request.env.user.partner_id._get_chasqui_purchases_domain()
        return request.env["sale.order"].search_count(mine & domain)

    def _get_balances(self):
        balances = request.env.user.partner_id._get_chasqui_balances()
        for balance in balances:
            store_sudo = balance["company"].chasqui_store_ids[:1]
            balance["name"] = store_sudo.name or balance["company"].name
        return sorted(balances, key=lambda balance: (-balance["amount"], balance["name"]))
