from datetime import timedelta

from odoo import api, fields, models
from odoo.tools import format_date

from odoo.addons.chasqui_store.tools.transaction import commit

# By which steps a purchase comes to be what the demonstration shows.
STEPS_TO = {"confirmed": [], "accepted": ["accepted"], "delivered": ["accepted", "prepared", "delivered"]}


class ChasquiDemo(models.AbstractModel):
    """What the nodes of the demonstration bought before: delivered, on its way, with something else in it."""

    _inherit = "chasqui.demo"

    @api.model
    def _close_months(self, store, month_ends):
        """Override: what nodes bought has left the shelves before the books are closed."""
        for data in self._read_nodes()["stores"].get(store.slug, {}).get("rounds", []):
            self._load_node_round(store, data)
        return super()._close_months(store, month_ends)

    @api.model
    def _load_node_round(self, store, data):
        """Let the people of a node buy, all that the store needs for it, and date it as it happened."""
        node = self._ref(f"node_{data['node']}")
        next_date = node.next_date
        purchase = self._load_node_purchase(store, {**data, "ready": data["baskets"]})
        purchase._close()
        node.next_date = next_date
        if "substitute" in data:
            self._substitute_in_round(store, purchase, *data["substitute"])
        for step in STEPS_TO[data["ends"]]:
            purchase._step_to(step)
        if data["ends"] == "delivered":
            self._deliver_round(purchase, self._get_day_of_round(data["days_ago"]), data.get("unpaid", []))
        # What it held is reserved by now, and in nobody's way.
        commit(self.env)
        self.env["chasqui.stock.hold"]._release(purchase.order_ids.ids)

    @api.model
    def _substitute_in_round(self, store, purchase, missing, instead):
        wizard = self.env["chasqui.collective.substitute"].create(
            {
                "collective_id": purchase.id,
                "product_id": self._get_variant(store, missing).id,
                "new_product_id": self._get_variant(store, instead).id,
            }
        )
        wizard.action_substitute()

    @api.model
    def _get_day_of_round(self, days_ago):
        """Return a day of the past; on the last of a month nothing happens, since books are closed then."""
        day = fields.Date.context_today(self) - timedelta(days=days_ago)
        return day - timedelta(days=1) if (day + timedelta(days=1)).day == 1 else day

    @api.model
    def _deliver_round(self, purchase, day, unpaid):
        """Hand all baskets out on a day of the past, and take the money of those who brought it."""
        node = purchase.node_id
        pickings = purchase.order_ids.picking_ids
        self._validate(pickings)
        pickings.date_done = self._get_moment(day, 12)
        purchase.order_ids.date_order = self._get_moment(day - timedelta(days=6), 20)
        purchase.write(
            {
                "name": f"{node.name}, {format_date(self.env, day, date_format='d/M')}",
                "day": day,
                "deadline": self._get_moment(day - timedelta(days=6), 20),
            }
        )
        owing = self.env["chasqui.node.member"].union(
            *(self._ref(f"node_member_{node.slug}_{name}") for name in unpaid)
        )
        people = purchase._get_member_participants()
        for member, participant in people.items():
            participant.cash_received = member not in owing
