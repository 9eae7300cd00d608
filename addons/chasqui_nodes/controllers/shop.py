from odoo.http import request

from odoo.addons.website_sale.controllers.main import WebsiteSale


class ChasquiShop(WebsiteSale):
    def _check_cart(self, order_sudo):
        """Lead who fills a basket back to their group: it is confirmed there, and paid afterwards."""
        if order_sudo.chasqui_collective_id:
            return request.redirect(order_sudo.chasqui_collective_id._get_url())
        return super()._check_cart(order_sudo)

    def _get_shop_payment_errors(self, order):
        errors = super()._get_shop_payment_errors(order)
        title = request.env._("This order cannot be paid yet.")
        return [*errors, *((title, refusal) for refusal in order._get_chasqui_refusals())]
