from odoo.http import request, route

from odoo.addons.website_sale.controllers.cart import Cart as WebsiteSaleCart
from odoo.addons.website_sale.controllers.main import WebsiteSale as WebsiteSaleMain


class WebsiteSale(WebsiteSaleMain):
    def _get_shop_payment_values(self, order, **kwargs):
        """Hold what is about to be paid as soon as the ways of paying are shown."""
        values = super()._get_shop_payment_values(order, **kwargs)
        hold = order._chasqui_take_hold(extend=False)
        values["chasqui_held_text"] = order._get_chasqui_held_text(hold.until)
        if hold.shortages:
            values["errors"] = [
                *values["errors"],
                (
                    request.env._("Some products are no longer there."),
                    order._chasqui_explain_shortages(hold.shortages),
                ),
            ]
        return values


class Cart(WebsiteSaleCart):
    @route()
    def cart(self, *args, **kwargs):
        """Whoever goes back to the cart lets others buy, unless a payment is on its way."""
        order_sudo = request.cart
        if not order_sudo.transaction_ids:
            order_sudo._chasqui_release_hold()
        return super().cart(*args, **kwargs)

    @route()
    def clear_cart(self):
        request.cart._chasqui_release_hold()
        return super().clear_cart()
