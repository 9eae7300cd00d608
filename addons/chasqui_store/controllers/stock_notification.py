from odoo.exceptions import UserError
from odoo.http import request, route

from odoo.addons.website_sale_stock.controllers.main import WebsiteSaleStock

NOTIFICATIONS_PER_HOUR = 20


class ChasquiStockNotification(WebsiteSaleStock):
    @route()
    def add_stock_email_notification(self, email, product_id):
        """Let nobody fill the contacts, or another's mailbox: each call may create a contact."""
        product = request.env["product.product"].browse(int(product_id)).exists()
        if not product or not product.has_access("read"):
            raise UserError(request.env._("This product is not sold here."))
        key = f"notification {request.httprequest.remote_addr}"
        if request.env["chasqui.attempt"].sudo()._add(key) > NOTIFICATIONS_PER_HOUR:
            raise UserError(request.env._("That is a lot of products. Please try again in an hour."))
        return super().add_stock_email_notification(email, product_id)
