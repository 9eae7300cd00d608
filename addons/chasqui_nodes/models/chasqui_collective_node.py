from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from .chasqui_collective_order import OPEN_STATES


class ChasquiCollectiveOrder(models.Model):
    """A collective purchase of a node: its place, its people, the terms its store gave it."""

    _inherit = "chasqui.collective.order"

    node_id = fields.Many2one(
        comodel_name="chasqui.node", ondelete="restrict", index="btree_not_null", copy=False, readonly=True
    )
    node_store_id = fields.Many2one(
        comodel_name="chasqui.node.store",
        string="Terms",
        compute="_compute_node_store_id",
        help="On which the store delivers to the node.",
    )
    place_kind = fields.Selection(
        selection_add=[("node", "Node")], ondelete={"node": lambda purchases: purchases._leave_nodes()}
    )

    _one_choosing_per_node = models.UniqueIndex(
        "(node_id, store_id) WHERE node_id IS NOT NULL AND state = 'choosing'",
        "This node has a purchase open at this store already.",
    )

    # === COMPUTE METHODS === #

    @api.depends("node_id", "store_id")
    def _compute_node_store_id(self):
        links_sudo = (
            self.env["chasqui.node.store"]
            .sudo()
            .search([("node_id", "in", self.node_id.ids), ("store_id", "in", self.store_id.ids)])
        )
        by_pair = {(link.node_id.id, link.store_id.id): link.id for link in links_sudo}
        for collective in self:
            collective.node_store_id = by_pair.get((collective.node_id.id, collective.store_id.id))

    # === BUSINESS METHODS === #

    def _leave_nodes(self):
        """Keep what nodes bought as purchases of a home, when nodes are uninstalled."""
        self.place_kind = "home"

    def _get_way(self):
        """A node buys on the terms for nodes."""
        if self.node_id:
            return self.store_id._get_buying_way("node")
        return super()._get_way()

    def _get_missing(self, baskets):
        """The minimum of baskets is the one that the store set for this node."""
        if not self.node_id:
            return super()._get_missing(baskets)
        weight, _volume, _quantity = baskets.order_id._get_chasqui_measures()
        missing = self._get_way()._get_missing(baskets.order_id._get_chasqui_goods_amount(), weight)
        lacking = self._get_min_baskets() - len(baskets)
        if lacking > 0:
            missing.append(self.env._("Baskets that are missing to the minimum: %s.", lacking))
        return missing

    def _get_min_baskets(self):
        return self.node_store_id.min_baskets if self.node_id else super()._get_min_baskets()

    def _get_member_participants(self):
        """Return ``{member: participant}`` of the node's people who take part."""
        inside = self._get_inside()
        by_member = {participant.node_member_id: participant for participant in inside}
        by_partner = {participant.partner_id: participant for participant in inside}
        found = {}
        for member in self.node_id._get_accepted():
            participant = by_member.get(member) or (member.partner_id and by_partner.get(member.partner_id))
            if participant:
                found[member] = participant
        return found

    def _get_members_without_basket(self):
        """Return who of the node has not chosen anything yet."""
        taking_part = self._get_member_participants()
        with_basket = self._get_baskets()
        return self.node_id._get_accepted().filtered(
            lambda member: not taking_part.get(member, with_basket.browse()) & with_basket
        )

    def _join_member(self, member):
        """Give a member their basket with one press; who has one already goes on with it."""
        self.ensure_one()
        if member.node_id != self.node_id or member.state != "accepted":
            raise UserError(self.env._("This purchase is for the people of the node."))
        if known := self._get_member_participants().get(member):
            return known
        participant = self._join(member._prepare_person())
        participant.node_member_id = member
        return participant

    def _get_owed(self, participant):
        """Return what is left to pay of a confirmed basket; below zero what is to be given back."""
        order = participant.order_id
        if not order or order.chasqui_collective_id != self or order.state not in ("sale", "cancel"):
            return 0.0
        if order.state == "cancel":
            return -order.amount_paid
        return 0.0 if participant.cash_received else self.currency_id.round(participant._get_amount_owed())


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    node_member_id = fields.Many2one(
        comodel_name="chasqui.node.member",
        string="Member of the node",
        ondelete="set null",
        index="btree_not_null",
        copy=False,
        readonly=True,
    )

    def _may_look(self):
        """Who left a node, or was taken out of it, sees nothing more of what it bought."""
        gone = self.node_member_id.state in ("left", "removed")
        return super()._may_look() and not gone

    def _is_under_way(self):
        """Tell whether the basket was confirmed and is not delivered yet."""
        self.ensure_one()
        collective = self.collective_id
        return (
            self.order_id.chasqui_collective_id == collective
            and self.order_id.state == "sale"
            and collective.state in OPEN_STATES
            and collective.state != "choosing"
        )


class ChasquiNode(models.Model):
    _inherit = "chasqui.node"

    collective_ids = fields.One2many(
        comodel_name="chasqui.collective.order", inverse_name="node_id", string="Purchases"
    )

    def _get_open_purchases(self):
        """Return what is not delivered yet, what is still being chosen first."""
        return self.collective_ids.filtered(lambda purchase: purchase._is_open()).sorted(
            lambda purchase: (purchase.state != "choosing", purchase.deadline)
        )


class ChasquiNodeMember(models.Model):
    _inherit = "chasqui.node.member"

    def _prepare_person(self):
        """Return who somebody is, as a purchase asks."""
        self.ensure_one()
        person = {"name": self.name, "phone": self.phone, "email": self.email}
        return {**person, "partner_id": self.partner_id.id} if self.partner_id else person

    def _get_participations(self):
        """Return the baskets that somebody has or had with their node, the newest first."""
        self.ensure_one()
        who = Domain("node_member_id", "=", self.id)
        if self.partner_id:
            who |= Domain("partner_id", "=", self.partner_id.id)
        return self.env["chasqui.collective.participant"].search(
            Domain("collective_id.node_id", "=", self.node_id.id)
            & Domain("state", "in", ("choosing", "ready"))
            & who,
            order="collective_id desc",
        )

    def _check_nothing_under_way(self):
        super()._check_nothing_under_way()
        for participant in self._get_participations():
            if participant._is_under_way():
                raise UserError(
                    self.env._(
                        "“%s” is under way: nobody leaves before they have what they ordered.",
                        participant.collective_id.name,
                    )
                )
            if participant.is_coordinator and participant.collective_id.state == "choosing":
                raise UserError(
                    self.env._(
                        "“%s” is open and coordinated by this person: hand it over or call it off first.",
                        participant.collective_id.name,
                    )
                )

    def _release_open_baskets(self):
        super()._release_open_baskets()
        for participant in self._get_participations():
            if participant.collective_id.state == "choosing":
                participant._remove()
