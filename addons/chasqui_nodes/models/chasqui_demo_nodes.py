from datetime import timedelta

from odoo import Command, api, models

PLACE = ("street", "neighbourhood", "city", "zip", "latitude", "longitude")
ABOUT = (
    "name",
    "host_kind",
    "host_name",
    "opening_hours",
    "address_note",
    "languages",
    "story",
    "join_policy",
)
NUMBERS = ("rhythm_number", "rhythm_unit", "capacity", "incentive_share")


class ChasquiDemo(models.AbstractModel):
    """Nodes of the demonstration: their people, the stores that deliver to them, one that is buying now."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_store(self, slug):
        super()._load_store(slug)
        data = self._read_nodes()["stores"].get(slug)
        if data and not self._ref(f"node_link_{slug}_{next(iter(data['nodes']))}"):
            store = self._ref(slug)
            demo = self.with_company(store.company_id)
            demo._load_store_nodes(store.with_env(demo.env), data)
            self._drop_mails()

    @api.model
    def _read_nodes(self):
        return self._read_json("nodes.json", "chasqui_nodes/demo")

    @api.model
    def _load_store_nodes(self, store, data):
        """Let the store deliver to its nodes; a node is made with the first store that knows it."""
        store._get_buying_way("node").write(data["way"])
        for code, terms in data["nodes"].items():
            node = self._ref(f"node_{code}") or self._load_node(code)
            self._ensure(
                "chasqui.node.store",
                {
                    f"node_link_{store.slug}_{code}": {
                        "node_id": node.id,
                        "store_id": store.id,
                        **terms,
                    }
                },
            )
        if "purchase" in data:
            self._load_node_purchase(store, data["purchase"])
        if "request" in data:
            self._load_node_request(store, data["request"])

    @api.model
    def _load_node(self, code):
        data = self._read_nodes()["nodes"][code]
        state = self.env.ref(data["state"])
        node = self._ensure(
            "chasqui.node",
            {
                f"node_{code}": {
                    **{name: data[name] for name in (*PLACE, *ABOUT, *NUMBERS) if name in data},
                    "slug": code,
                    "state_id": state.id,
                    "country_id": state.country_id.id,
                    "next_date": self.env["chasqui.store"]._get_today() + timedelta(days=data["in_days"]),
                }
            },
        )
        self._load_node_people(node, code, data)
        return node

    @api.model
    def _load_node_people(self, node, code, data):
        self._ensure(
            "chasqui.node.member",
            {
                f"node_member_{code}_{self._get_person_code(person)}": self._prepare_member_vals(node, person)
                for person in data["members"]
            },
        )
        self._ensure(
            "chasqui.node.key",
            {
                f"node_key_{code}_{number}": {
                    "node_id": node.id,
                    "name": name,
                    "member_id": self._ref(f"node_member_{code}_{holder}").id,
                }
                for number, (name, holder) in enumerate(data["keys"].items())
            },
        )

    @api.model
    def _get_person_code(self, person):
        return person.get("login") or person.get("code") or "neighbour"

    @api.model
    def _prepare_member_vals(self, node, person):
        partner = self._get_shopper(person) if person.keys() & {"login", "code"} else None
        known = {"name": partner.name, "phone": partner.phone, "email": partner.email} if partner else {}
        return {
            "node_id": node.id,
            "partner_id": partner.id if partner else False,
            **known,
            "state": "accepted",
            "joined_on": not person.get("state") and node._get_today() - timedelta(days=200),
            **{key: value for key, value in person.items() if key not in ("login", "code")},
        }

    @api.model
    def _load_node_purchase(self, store, data):
        """Open the node's purchase, and let some of its people fill their baskets."""
        code = data["node"]
        members = {name: self._ref(f"node_member_{code}_{name}") for name in data["baskets"]}
        link = self._ref(f"node_link_{store.slug}_{code}")
        coordinator = self._ref(f"node_{code}")._get_general_coordinators()[:1]
        purchase = link._open_purchase(coordinator, visibility="items")
        for name, basket in data["baskets"].items():
            participant = purchase._join_member(members[name])
            self._fill_basket(store, participant, {"basket": basket, "ready": name in data["ready"]})
        return purchase

    @api.model
    def _load_node_request(self, store, data):
        partner = self._ref(f"user_{data['login']}").partner_id
        state = self.env.ref(data["state"])
        values = {key: value for key, value in data.items() if key not in ("login", "state")}
        asked = self._ensure(
            "chasqui.node.request",
            {
                f"node_request_{store.slug}": {
                    **values,
                    "partner_id": partner.id,
                    "person_name": partner.name,
                    "phone": partner.phone,
                    "email": partner.email,
                    "state_id": state.id,
                    "country_id": state.country_id.id,
                    "store_ids": [Command.set(store.ids)],
                }
            },
        )
        asked._ask_who_decides()
