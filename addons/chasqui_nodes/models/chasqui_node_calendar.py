from odoo import fields, models
from odoo.fields import Domain
from odoo.tools import format_date, format_datetime


class ChasquiNode(models.Model):
    """The days of a node: what its coordinators planned, and its purchases."""

    _inherit = "chasqui.node"

    gathering_ids = fields.One2many(
        comodel_name="chasqui.gathering", inverse_name="node_id", string="Calendar"
    )
    post_ids = fields.One2many(
        comodel_name="chasqui.node.post", inverse_name="node_id", string="Notice board"
    )

    # === BUSINESS METHODS === #

    def _get_gatherings(self, since=None, only_public=False, limit=None):
        """Return the node's days from now on, or since another moment, the next first."""
        self.ensure_one()
        gatherings = self.env["chasqui.gathering"]
        domain = Domain("node_id", "=", self.id) & gatherings._get_coming_domain(since)
        if only_public:
            domain &= Domain("is_public", "=", True)
        return gatherings.search(domain, limit=limit)

    def _get_public_posts(self, limit=10):
        return self.env["chasqui.node.post"].search(
            [("node_id", "=", self.id), ("is_public", "=", True)], limit=limit
        )

    def _prepare_public_calendar(self):
        """Return what is in the node's calendar for everybody."""
        since = self.env["chasqui.gathering"]._get_since()
        gatherings = self._get_gatherings(since=since, only_public=True)
        return [gathering._prepare_ical_entry() for gathering in gatherings]

    def _get_next_deadlines(self):
        """Return until when people choose in what these nodes have open, the soonest of each."""
        groups = self.env["chasqui.collective.order"]._read_group(
            [
                ("node_id", "in", self.ids),
                ("state", "=", "choosing"),
                ("deadline", ">", fields.Datetime.now()),
            ],
            ["node_id"],
            ["deadline:min"],
        )
        return dict(groups)

    def _format_deadline(self, deadline):
        return format_datetime(self.env, deadline, tz=self.tz, dt_format="EEEE d MMMM, HH:mm")

    def _format_next_date(self):
        """Return the next delivery, as the rhythm has it, in the language of the reader."""
        return format_date(self.env, self._get_next_date(), date_format="EEEE d MMMM")

    def _get_public_stores(self):
        """Return the open stores at which the node buys."""
        links = self.node_store_ids.filtered(lambda link: link.state == "accepted")
        return links.store_id.filtered(lambda store: store.state == "open")

    def _prepare_purchase_entries(self):
        """Return the node's purchases for its members' calendars: until when to choose, when it comes."""
        host = self.env["chasqui.gathering"]._get_ical_host()
        entries = []
        for purchase in self._get_open_purchases():
            common = {"changed": purchase.write_date, "url": self._get_member_url()}
            if purchase.state == "choosing":
                name = self.env._("Last moment to choose: %s", purchase.name)
                uid = f"deadline-{purchase.id}@{host}"
                entries.append({**common, "uid": uid, "name": name, "start": purchase.deadline})
            if purchase.day:
                name = self.env._("Delivery: %s", purchase.name)
                uid = f"delivery-{purchase.id}@{host}"
                place = self._get_exact_place()
                entries.append({**common, "uid": uid, "name": name, "day": purchase.day, "place": place})
        return entries
