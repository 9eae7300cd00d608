from contextlib import suppress

from odoo.exceptions import AccessError, MissingError
from odoo.http import request, route

from odoo.addons.website_sale.controllers.reorder import CustomerPortal


class ChasquiReorder(CustomerPortal):
    @route()
    def my_orders_reorder(self, order_id, access_token=None):
        """Tell the cart what was ordered: Odoo truncates the quantities and leaves out the units."""
        with suppress(AccessError, MissingError):  # which Odoo answers
            order_sudo = self._document_check_access("sale.order", order_id, access_token=access_token)
            cart_sudo = request.cart or request.website._create_cart()
            request.cart = cart_sudo.with_context(chasqui_reordered=order_sudo._get_chasqui_ordered())
        return super().my_orders_reorder(order_id, access_token=access_token)
