from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.turns import take_turns


class ChasquiNodeKey(models.Model):
    """A key of the place, a cash box, a padlock's code: who has it."""

    _name = "chasqui.node.key"
    _description = "Key of a Node"
    _order = "node_id, id"

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="cascade", index=True)
    name = fields.Char(string="What it is", required=True, help="Key of the door, cash box, scales.")
    member_id = fields.Many2one(
        comodel_name="chasqui.node.member", string="Who has it", ondelete="set null", index="btree_not_null"
    )

    @api.constrains("node_id", "member_id")
    def _check_member(self):
        for key in self:
            if key.member_id and key.member_id.node_id != key.node_id:
                raise UserError(self.env._("A key is with somebody of the node."))


class ChasquiNodeHandover(models.Model):
    """One coordinator hands over to another: what is open, what is owed, which keys; the other says yes."""

    _name = "chasqui.node.handover"
    _description = "Handing Over of a Node"
    _order = "id desc"

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="cascade", index=True)
    from_id = fields.Many2one(
        comodel_name="chasqui.node.member", required=True, ondelete="cascade", index=True
    )
    to_id = fields.Many2one(comodel_name="chasqui.node.member", required=True, ondelete="cascade", index=True)
    note = fields.Text(help="What whoever comes should know.")
    stays = fields.Boolean(string="Goes on as a coordinator too")
    state = fields.Selection(
        selection=[
            ("offered", "Offered"),
            ("accepted", "Handed over"),
            ("declined", "Declined"),
            ("withdrawn", "Withdrawn"),
        ],
        required=True,
        default="offered",
        readonly=True,
    )
    done_on = fields.Date(readonly=True)

    _one_offer_each = models.UniqueIndex(
        "(from_id) WHERE state = 'offered'", "You have offered this to somebody already."
    )

    # === BUSINESS METHODS === #

    @api.model
    def _offer(self, giver, taker, note=None, stays=False):
        """Offer the coordination to somebody of the node; nothing changes before they say yes."""
        node = giver.node_id
        if giver not in node._get_general_coordinators():
            raise UserError(self.env._("Only who coordinates the node hands it over."))
        if taker == giver or taker not in node._get_accepted():
            raise UserError(self.env._("Choose somebody else of the node."))
        if not taker.partner_id:
            raise UserError(self.env._("%s has no account: whoever coordinates needs one.", taker.name))
        if self.search_count([("from_id", "=", giver.id), ("state", "=", "offered")], limit=1):
            raise UserError(self.env._("You have offered this to somebody already."))
        handover = self.create(
            {
                "node_id": node.id,
                "from_id": giver.id,
                "to_id": taker.id,
                "note": note,
                "stays": stays,
            }
        )
        if taker.email:
            self.env.ref("chasqui_nodes.mail_template_node_handover")._send_soon(handover.ids)
        return handover

    def _accept(self):
        """Take over: role, open purchases, keys; whoever hands over steps back unless they stay."""
        self.ensure_one()
        take_turns(self.node_id)
        self._check_offered()
        if self.to_id.state != "accepted":
            raise UserError(self.env._("Choose somebody else of the node."))
        self.to_id._set_role("coordinator")
        self._hand_over_purchases()
        self._get_keys().member_id = self.to_id
        if not self.stays and self.from_id.state == "accepted":
            self.from_id._set_role("member")
        self.write({"state": "accepted", "done_on": self.node_id._get_today()})

    def _decline(self):
        self._check_offered()
        self.state = "declined"

    def _withdraw(self):
        self._check_offered()
        self.state = "withdrawn"

    def _check_offered(self):
        take_turns(self)
        if any(handover.state != "offered" for handover in self):
            raise UserError(self.env._("This was decided already."))

    def _get_keys(self):
        """Return the keys that whoever hands over has."""
        return self.node_id.key_ids.filtered(lambda key: key.member_id == self.from_id)

    def _get_purchases(self):
        """Return what is not delivered yet and coordinated by who hands over."""
        return self.node_id._get_open_purchases().filtered(
            lambda purchase: purchase.coordinator_id == purchase._get_member_participants().get(self.from_id)
        )

    def _hand_over_purchases(self):
        """Let whoever takes over coordinate what is open, also what they do not buy in."""
        for purchase in self._get_purchases():
            giver = purchase.coordinator_id
            people = purchase._get_member_participants()
            taker = people.get(self.to_id) or self._take_part(purchase)
            giver.is_coordinator = False
            self.env.flush_all()
            taker.is_coordinator = True
            purchase._tell()

    def _take_part(self, purchase):
        """Return whoever takes over as somebody of a purchase, with no basket where none can be filled."""
        if purchase.state == "choosing":
            return purchase._join_member(self.to_id)
        return self.env["chasqui.collective.participant"].create(
            {
                "collective_id": purchase.id,
                "node_member_id": self.to_id.id,
                **self.to_id._prepare_person(),
            }
        )

    def _get_balances(self):
        """Return what is owed in the open purchases: ``[(participant, amount)]``."""
        return [
            (participant, owed)
            for purchase in self._get_purchases()
            for participant in purchase._get_baskets()
            if (owed := purchase._get_owed(participant))
        ]


class ChasquiNode(models.Model):
    _inherit = "chasqui.node"

    key_ids = fields.One2many(comodel_name="chasqui.node.key", inverse_name="node_id", string="Keys")
    handover_ids = fields.One2many(
        comodel_name="chasqui.node.handover", inverse_name="node_id", string="Handing over"
    )

    def _get_offered_handover(self, member):
        """Return what a member offered, or was offered, and is not decided yet."""
        return self.handover_ids.filtered(
            lambda handover: handover.state == "offered" and member in (handover.from_id | handover.to_id)
        )[:1]
