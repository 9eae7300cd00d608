from collections import defaultdict

from odoo import api, fields, models
from odoo.tools import format_date

LAST_ROUNDS = 6


class ChasquiNodeStore(models.Model):
    """How a node does at a store: what it bought lately, and whether it was paid in time."""

    _inherit = "chasqui.node.store"

    member_count = fields.Integer(string="Members", compute="_compute_node_facts", compute_sudo=True)
    coordinators = fields.Char(compute="_compute_node_facts", compute_sudo=True)
    place = fields.Char(string="Address of the node", compute="_compute_node_facts", compute_sudo=True)
    purchase_count = fields.Integer(string="Purchases", compute="_compute_health", compute_sudo=True)
    baskets_per_purchase = fields.Float(
        digits=(6, 1),
        compute="_compute_health",
        compute_sudo=True,
        help="Of the last six that were confirmed.",
    )
    amount_per_purchase = fields.Monetary(compute="_compute_health", compute_sudo=True)
    paid_in_time = fields.Float(
        string="Paid in time (%)",
        digits=(5, 0),
        compute="_compute_health",
        compute_sudo=True,
        help="Baskets of the last six purchases, those still to be delivered aside, that were paid by the day"
        " of delivery, or in cash to the coordinator.",
    )
    last_day = fields.Date(string="Last delivery", compute="_compute_health", compute_sudo=True)

    @api.depends("node_id.member_ids.state", "node_id.member_ids.role", "node_id.street")
    def _compute_node_facts(self):
        """Of a node that a store does not sell to it keeps the name alone."""
        for link in self:
            is_seen = link.state in ("asked", "accepted")
            node = link.node_id if is_seen else link.node_id.browse()
            link.member_count = node.member_count
            link.place = node._get_exact_place() if node else False
            link.coordinators = "; ".join(
                " ".join(filter(None, (member.name, member.phone)))
                for member in node._get_general_coordinators()
            )

    @api.depends("node_id", "store_id")
    def _compute_health(self):
        purchases = self._get_last_purchases()
        for link in self:
            mine = purchases[link.node_id, link.store_id]
            orders = mine.order_ids.filtered(lambda order: order.state == "sale")
            link.purchase_count = len(mine)
            link.baskets_per_purchase = len(orders) / len(mine) if mine else 0.0
            link.amount_per_purchase = sum(orders.mapped("amount_total")) / len(mine) if mine else 0.0
            over = mine.filtered(lambda purchase: purchase._is_delivery_over())
            due = orders.filtered(lambda order, over=over: order.chasqui_collective_id in over)
            link.paid_in_time = 100.0 * len(over._get_paid_in_time()) / len(due) if due else 0.0
            link.last_day = max(over.filtered("day").mapped("day"), default=False)

    # === ACTIONS === #

    @api.model
    def action_view_map(self):
        """Show where the nodes are, on a page for the store's staff."""
        return self.env["ir.actions.act_url"]._for_xml_id("chasqui_nodes.chasqui_node_map_action")

    def action_view_purchases(self):
        self.ensure_one()
        action = self.env["ir.actions.act_window"]._for_xml_id(
            "chasqui_nodes.chasqui_collective_order_action"
        )
        domain = [("node_id", "=", self.node_id.id), ("store_id", "=", self.store_id.id)]
        return {**action, "domain": domain, "context": {}}

    # === BUSINESS METHODS === #

    def _prepare_map_point(self, url):
        """Return the node as a map for the store's staff shows it: at its door."""
        self.ensure_one()
        node = self.node_id
        return {
            "name": self.node_name,
            "url": url,
            "lat": node.latitude,
            "lng": node.longitude,
            "detail": self._get_health_text(),
        }

    def _get_health_text(self):
        """Return how the node did lately, in one line; nothing where it has not bought yet."""
        self.ensure_one()
        if not self.purchase_count:
            return ""
        baskets = f"{self.baskets_per_purchase:.1f}".removesuffix(".0")
        if not self.last_day:
            return self.env._("Baskets each time: %s", baskets)
        return self.env._(
            "%(baskets)s baskets each time · paid in time: %(paid)s %% · last delivery: %(day)s",
            baskets=baskets,
            paid=f"{self.paid_in_time:.0f}",
            day=format_date(self.env, self.last_day, date_format="d MMM"),
        )

    def _get_last_purchases(self):
        """Return ``{(node, store): purchases}``, of each the last that were confirmed."""
        found = defaultdict(self.env["chasqui.collective.order"].browse)
        confirmed = self.env["chasqui.collective.order"].search(
            [
                ("node_id", "in", self.node_id.ids),
                ("store_id", "in", self.store_id.ids),
                ("state", "not in", ("choosing", "confirming", "cancelled")),
            ],
            order="id desc",
        )
        for purchase in confirmed:
            if len(found[purchase.node_id, purchase.store_id]) < LAST_ROUNDS:
                found[purchase.node_id, purchase.store_id] |= purchase
        return found


class ChasquiCollectiveOrder(models.Model):
    _inherit = "chasqui.collective.order"

    def _is_delivery_over(self):
        """Tell whether the baskets were handed out, or were to be by now: until then nobody is late."""
        self.ensure_one()
        day_is_over = bool(self.day and self.day < self.node_id._get_today())
        return self.state in ("delivered", "closed") or day_is_over

    def _get_paid_in_time(self):
        """Return the baskets that were paid by the day of delivery, or in cash to the coordinator."""
        return self.participant_ids.filtered(
            lambda participant: (
                participant.order_id.state == "sale"
                and (participant.cash_received or participant._is_paid_by(participant.collective_id.day))
            )
        )


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    def _is_paid_by(self, day):
        """Tell whether all of the basket was paid by the end of a day, or at any time without one."""
        order = self.order_id
        if not order._is_paid():
            return False
        moments = order.transaction_ids.filtered(lambda tx: tx.state == "done").mapped("last_state_change")
        return not day or all(moment.date() <= day for moment in moments)
