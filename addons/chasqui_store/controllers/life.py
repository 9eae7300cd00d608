from odoo.http import request

from odoo.addons.website_sale.controllers.main import WebsiteSale


class WebsiteSaleLife(WebsiteSale):
    def _check_cart(self, order_sudo):
        """No checkout in a store that is not open: back to the cart, which is kept."""
        if request.website._get_chasqui_refusal():
            return request.redirect("/shop/cart")
        return super()._check_cart(order_sudo)
