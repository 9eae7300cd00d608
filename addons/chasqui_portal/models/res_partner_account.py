from collections import defaultdict

from odoo import models
from odoo.fields import Domain


class ResPartner(models.Model):
    """What somebody bought and owes, at all stores: asked for by the person themselves."""

    _inherit = "res.partner"

    def _get_chasqui_purchases_domain(self):
        """Return which orders are this person's purchases: those placed, not carts or baskets."""
        return Domain("partner_id", "child_of", self.commercial_partner_id.ids) & Domain(
            "state", "in", ("sent", "sale")
        )

    def _get_chasqui_balances(self):
        """Return what this person owes each store, and what it is made of; less than 0 is in their favour.

        The books say it (invoices, credit notes and payments not yet matched); orders that are not
        invoiced yet come on top.

        :return: list of ``{"company", "currency", "amount", "moves", "orders"}``, records as sudo
        """
        partner_sudo = self.sudo().commercial_partner_id
        balances = defaultdict(lambda: {"amount": 0.0, "moves": [], "orders": []})
        for (company, currency), amount in partner_sudo._get_chasqui_book_balances():
            balances[company, currency]["amount"] += amount
        for move_sudo in partner_sudo._get_chasqui_open_moves():
            balances[move_sudo.company_id, move_sudo.currency_id]["moves"].append(move_sudo)
        for order_sudo, left in partner_sudo._get_chasqui_open_orders():
            balance = balances[order_sudo.company_id, order_sudo.currency_id]
            balance["amount"] += left
            balance["orders"].append((order_sudo, left))
        return [
            {"company": company, "currency": currency, **balance, "amount": currency.round(balance["amount"])}
            for (company, currency), balance in balances.items()
            if balance["moves"] or balance["orders"] or not currency.is_zero(balance["amount"])
        ]

    def _get_chasqui_book_balances(self):
        groups = self.env["account.move.line"]._read_group(
            [
                ("partner_id", "child_of", self.ids),
                ("account_type", "=", "asset_receivable"),
                ("parent_state", "=", "posted"),
                ("reconciled", "=", False),
            ],
            ["company_id", "currency_id"],
            ["amount_residual_currency:sum"],
        )
        return [((company, currency), amount) for company, currency, amount in groups]

    def _get_chasqui_open_moves(self):
        return self.env["account.move"].search(
            [
                ("partner_id", "child_of", self.ids),
                ("move_type", "in", ("out_invoice", "out_refund", "out_receipt")),
                ("state", "=", "posted"),
                ("payment_state", "in", ("not_paid", "partial")),
            ],
            order="invoice_date_due, id",
        )

    def _get_chasqui_open_orders(self):
        """Return confirmed orders with what is left to pay of each."""
        orders_sudo = self.env["sale.order"].search(
            [
                ("partner_id", "child_of", self.ids),
                ("state", "=", "sale"),
                ("invoice_status", "!=", "invoiced"),
            ],
            order="date_order, id",
        )
        pairs = [(order_sudo, order_sudo._get_chasqui_left_to_pay()) for order_sudo in orders_sudo]
        return [(order_sudo, left) for order_sudo, left in pairs if left]

    def _get_chasqui_groups(self):
        """Return, as sudo, where this person takes part in a collective purchase that is not over."""
        participants_sudo = self.env["chasqui.collective.participant"].sudo()
        mine_sudo = participants_sudo.search(
            [("partner_id", "child_of", self.commercial_partner_id.ids)], order="id desc"
        )
        return mine_sudo.filtered(lambda one: one.is_inside and one.collective_id._is_open())

    def _get_chasqui_node_members(self):
        """Return, as sudo, what this person is or was in nodes."""
        members_sudo = self.env["chasqui.node.member"].sudo()
        return members_sudo.search([("partner_id", "child_of", self.commercial_partner_id.ids)])

    def _get_chasqui_wishes(self):
        """Return, as sudo, what this person marked at any store that is open, and is still sold."""
        wishes_sudo = (
            self.env["product.wishlist"]
            .sudo()
            .search([("partner_id", "=", self.id)], order="website_id, id desc")
        )
        return wishes_sudo.filtered(lambda wish: wish.website_id._get_chasqui_state() in ("open", "paused"))
