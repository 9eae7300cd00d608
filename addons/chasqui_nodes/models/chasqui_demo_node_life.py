from datetime import datetime, timedelta

import pytz

from odoo import api, models

from odoo.addons.chasqui_store.models.chasqui_demo import DEMO_TIMEZONE


class ChasquiDemo(models.AbstractModel):
    """What the nodes of the demonstration plan, who helps, what they say to each other."""

    _inherit = "chasqui.demo"

    @api.model
    def _prepare_loading(self):
        """Override: gatherings of the whole platform, and people who wait for a node."""
        demo = super()._prepare_loading()
        life = demo._read_node_life()
        demo._ensure(
            "chasqui.gathering",
            {
                f"gathering_{code}": {**demo._prepare_gathering_vals(data), "is_public": True}
                for code, data in life["platform"].items()
            },
        )
        demo._ensure(
            "chasqui.node.wish",
            {f"node_wish_{code}": {**data, "is_confirmed": True} for code, data in life["wishes"].items()},
        )
        return demo

    @api.model
    def _read_node_life(self):
        return self._read_json("node_life.json", "chasqui_nodes/demo")

    @api.model
    def _load_node(self, code):
        node = super()._load_node(code)
        data = self._read_node_life()["nodes"].get(code, {})
        for name, gathering in data.get("gatherings", {}).items():
            self._load_node_gathering(node, code, name, gathering)
        for name, post in data.get("posts", {}).items():
            self._load_node_post(node, code, name, post)
        self._load_node_talk(node, code, data.get("talk", []))
        for name, messages in data.get("to_coordinators", {}).items():
            self._load_node_talk(node, code, messages, self._get_demo_member(code, name))
        return node

    @api.model
    def _get_demo_member(self, code, name):
        return self._ref(f"node_member_{code}_{name}")

    @api.model
    def _prepare_gathering_vals(self, data):
        keys = ("name", "kind", "place", "note", "is_public")
        vals = {key: data[key] for key in keys if key in data}
        vals["start"] = self._get_demo_moment(data["in_days"], data["from"])
        if "to" in data:
            vals["stop"] = self._get_demo_moment(data["in_days"], data["to"])
        return vals

    @api.model
    def _get_demo_moment(self, in_days, time):
        """Return an hour of a day from today, in UTC."""
        day = self.env["chasqui.store"]._get_today() + timedelta(days=in_days)
        local = datetime.strptime(f"{day} {time}", "%Y-%m-%d %H:%M")
        return pytz.timezone(DEMO_TIMEZONE).localize(local).astimezone(pytz.utc).replace(tzinfo=None)

    @api.model
    def _load_node_gathering(self, node, code, name, data):
        gathering = self._ensure(
            "chasqui.gathering",
            {
                f"gathering_{code}_{name}": {
                    "is_public": False,
                    **self._prepare_gathering_vals(data),
                    "node_id": node.id,
                }
            },
        )
        for shift_data in data.get("shifts", []):
            start = self._get_demo_moment(data["in_days"], shift_data["at"])
            shift = gathering._add_shift(shift_data["kind"], shift_data["places"], start)
            for member_name in shift_data["members"]:
                place = shift._take(self._get_demo_member(code, member_name))
                place.wants_swap = member_name in shift_data.get("wants_swap", ())

    @api.model
    def _load_node_post(self, node, code, name, data):
        vals = {key: value for key, value in data.items() if key != "by"}
        member = self._get_demo_member(code, data["by"])
        self._ensure(
            "chasqui.node.post",
            {f"node_post_{code}_{name}": {**vals, "node_id": node.id, "member_id": member.id}},
        )

    @api.model
    def _load_node_talk(self, node, code, messages, member=None):
        for message in messages:
            talk = self.env["chasqui.node.talk"]._get_of(node, member)
            talk._say(self._get_demo_member(code, message["by"]), message["text"])
