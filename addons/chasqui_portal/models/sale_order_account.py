from odoo import models


class SaleOrder(models.Model):
    """What the portal tells shoppers of what they bought, at whichever store and in whichever way."""

    _inherit = "sale.order"

    def _get_chasqui_way(self):
        """Return how this was bought: ``(kind, name of the node or of the purchase)``."""
        collective_sudo = self.sudo().chasqui_collective_id
        if not collective_sudo:
            return "individual", ""
        if collective_sudo.node_id:
            return "node", collective_sudo.node_id.name
        return "collective", collective_sudo.name

    def _get_chasqui_progress(self):
        """Return how far it is: to be paid, being prepared, partly delivered or delivered."""
        order_sudo = self.sudo()
        if order_sudo.state == "sent":
            return "waiting"
        known = {"full": "delivered", "partial": "partly", "started": "partly"}
        return known.get(order_sudo.delivery_status, "prepared")

    def _get_chasqui_door_url(self):
        """Return where its store shows it to whoever bought it, who signs in on the way."""
        website_sudo = self._get_chasqui_store_sudo().website_id
        return website_sudo._get_chasqui_door_url(f"/my/orders/{self.id}") or f"/my/orders/{self.id}"

    def _get_chasqui_left_to_pay(self):
        """Return what is neither invoiced nor paid yet; what was paid with a payment is in the books."""
        order_sudo = self.sudo()
        paid = order_sudo.transaction_ids.filtered(lambda tx: tx.state == "done" and not tx.payment_id)
        left = order_sudo.amount_to_invoice - sum(paid.mapped("amount"))
        return max(order_sudo.currency_id.round(left), 0.0)
