from datetime import datetime, time, timedelta

import pytz

from odoo import fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date, format_datetime

from ..tools.turns import take_turns

CLOSING_HOUR = time(20, 0)
# What a store's managers write in the form; all else changes by the buttons.
TERM_FIELDS = {
    "answer",
    "rhythm_number",
    "rhythm_unit",
    "delivery_weekday",
    "lead_days",
    "min_baskets",
    "incentive_share",
    "carrier_id",
}


class ChasquiNodeStore(models.Model):
    """How a node comes to buy at a store, and how its purchases are opened there."""

    _name = "chasqui.node.store"
    _inherit = ["chasqui.guarded.mixin", "chasqui.node.store"]

    place_partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Delivery contact",
        ondelete="restrict",
        readonly=True,
        copy=False,
        help="The store's own note of where to deliver.",
    )

    # === GUARD === #

    def _get_initial_fields(self):
        return TERM_FIELDS | {"node_id", "store_id"}

    def _get_writable_fields(self):
        return TERM_FIELDS

    # === ACTIONS: THE STORE === #

    def action_accept(self):
        """Say yes, on the terms that are written."""
        self._step("accepted", "asked", "refused", "ended")

    def action_refuse(self):
        """Say no with a reason."""
        for link in self:
            if not link.answer:
                raise UserError(self.env._("Write the reason: it is what the node is told."))
        self._step("refused", "asked")

    def action_end(self):
        """Sell to the node no more; what it has bought goes on."""
        self._step("ended", "accepted")

    # === BUSINESS METHODS === #

    def _step(self, state, *from_states):
        self.check_access("write")
        links_sudo = self.sudo()
        take_turns(links_sudo)
        for link_sudo in links_sudo:
            if link_sudo.state not in from_states:
                raise UserError(self.env._("This was decided already."))
        if state != "accepted" and links_sudo._get_choosing():
            raise UserError(self.env._("A purchase of this node is open: it ends first."))
        links_sudo.write({"state": state})
        for link_sudo in links_sudo:
            link_sudo.node_id._tell_coordinators("chasqui_nodes.mail_template_node_store", link_sudo)

    def _get_choosing(self):
        """Return the purchases of these nodes at these stores that people are choosing for."""
        return self.env["chasqui.collective.order"].search(
            [
                ("node_id", "in", self.node_id.ids),
                ("store_id", "in", self.store_id.ids),
                ("state", "in", ("choosing", "confirming")),
            ]
        )

    def _get_answer_text(self):
        """Return what the store says, for the subject of a mail."""
        self.ensure_one()
        names = {"store": self.store_id.name, "node": self.node_id.name}
        texts = {
            "accepted": self.env._("%(store)s delivers to %(node)s", **names),
            "refused": self.env._("%(store)s does not deliver to %(node)s for now", **names),
            "ended": self.env._("%(store)s delivers to %(node)s no more", **names),
        }
        return texts.get(self.state, self.display_name)

    def _get_terms_text(self):
        """Return the store's terms in one line."""
        self.ensure_one()
        days = dict(self._fields["delivery_weekday"]._description_selection(self.env))
        parts = [
            self.node_id._get_rhythm_text(self.rhythm_number, self.rhythm_unit),
            days.get(self.delivery_weekday),
            self.min_baskets and self.env._("at least %s baskets", self.min_baskets),
            self.incentive_share and self.env._("%s %% for the node", f"{self.incentive_share:g}"),
        ]
        return " · ".join(filter(None, parts))

    # === OPENING A PURCHASE === #

    def _get_next_day(self):
        """Return the next day on which the store could deliver and people have time to choose."""
        self.ensure_one()
        node = self.node_id
        earliest = node._get_today() + timedelta(days=self.lead_days + 1)
        day = node._get_next_date()
        while day < earliest:
            day += node._get_rhythm()
        if self.delivery_weekday:
            day += timedelta(days=(int(self.delivery_weekday) - day.weekday()) % 7)
        return day

    def _get_deadline(self, day):
        """Return when choosing ends for a delivery on that day, in UTC."""
        local = datetime.combine(day - timedelta(days=self.lead_days), CLOSING_HOUR)
        return pytz.timezone(self.node_id.tz).localize(local).astimezone(pytz.utc).replace(tzinfo=None)

    def _format_deadline(self, day):
        """Return when choosing ends for a delivery on that day, on the node's clock."""
        return format_datetime(
            self.env, self._get_deadline(day), tz=self.node_id.tz, dt_format="EEEE d/M, HH:mm"
        )

    def _prepare_purchase_vals(self, day):
        """Return what the node's rhythm and the store's terms say of the next purchase."""
        name = self.node_id.name
        return {
            "name": f"{name}, {format_date(self.env, day, date_format='d/M')}",
            "node_id": self.node_id.id,
            "place_kind": "node",
            "place_partner_id": self._get_place_partner().id,
            "carrier_id": self._get_carrier().id,
            "day": day,
            "deadline": self._get_deadline(day),
        }

    def _open_purchase(self, member, day=None, **values):
        """Open the node's purchase at this store; the coordinator who opens it coordinates it.

        :param date day: of the delivery, when it is not the one that the rhythm proposes
        """
        self.ensure_one()
        self._check_can_open(member)
        vals = {**self._prepare_purchase_vals(day or self._get_next_day()), **values}
        if vals["deadline"] <= fields.Datetime.now():
            raise UserError(self.env._("Choose a later day: there would be no time left to choose."))
        purchase = self.env["chasqui.collective.order"]._start(
            self.store_id, member._prepare_person(), **vals
        )
        purchase.coordinator_id.node_member_id = member
        self.node_id.next_date = purchase.day
        self._invite_members(purchase, member)
        return purchase

    def _check_can_open(self, member):
        take_turns(self.node_id)
        if member not in self.node_id._get_general_coordinators():
            raise UserError(self.env._("Only who coordinates the node opens its purchases."))
        if self.node_id.state != "running":
            raise UserError(self.env._("The node is winding down: it starts nothing new."))
        if self.state != "accepted":
            raise UserError(self.env._("This store has not accepted the node."))
        if self._get_choosing():
            raise UserError(self.env._("This node has a purchase open at this store already."))

    def _get_carrier(self):
        """Return how the store delivers to nodes: as the terms say, else its first way that travels."""
        carriers = self.store_id._get_buying_way("node")._get_carriers()
        return self.carrier_id or carriers.filtered(lambda way: way.delivery_type != "chasqui_pickup")[:1]

    def _get_place_partner(self):
        """Return the store's address of the node, as it is today."""
        node = self.node_id
        vals = {
            "name": node.name,
            "street": node.street or node.host_name,
            "city": node.city,
            "zip": node.zip,
            "state_id": node.state_id.id,
            "country_id": (node.country_id or self.company_id.country_id).id,
        }
        known = self.place_partner_id
        if not known or any(
            known._fields[key].convert_to_write(known[key], known) != value for key, value in vals.items()
        ):
            # What was delivered at a former address keeps it.
            address = {key: value for key, value in vals.items() if value}
            self.place_partner_id = self.env["chasqui.collective.order"]._create_place(self.store_id, address)
        return self.place_partner_id

    def _invite_members(self, purchase, opener):
        """Write to everybody in the node that they can choose now."""
        others = self.node_id._get_accepted() - opener
        others._mail_about("chasqui_nodes.mail_template_node_purchase", purchase)


class ChasquiNode(models.Model):
    _inherit = "chasqui.node"

    def _get_openable_links(self):
        """Return the stores at which a purchase can be opened now."""
        if self.state != "running":
            return self.node_store_ids.browse()
        choosing = self.collective_ids.filtered(lambda p: p.state in ("choosing", "confirming"))
        return self.node_store_ids.filtered(
            lambda link: link.state == "accepted" and link.store_id not in choosing.store_id
        )
