from odoo import api, fields, models
from odoo.exceptions import UserError

# Who looks after a node; only a general coordinator takes members in and opens purchases.
COORDINATOR_ROLES = ("coordinator", "treasurer", "reception")
# Who waits for an answer or is in: one row of a person per node.
LIVE_STATES = ("asked", "waiting", "accepted")


class ChasquiNodeMember(models.Model):
    """Somebody of a node: who asked, waits for room, is in, was refused, left or was removed."""

    _name = "chasqui.node.member"
    _description = "Member of a Node"
    _order = "node_id, id"

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="restrict", index=True)
    partner_id = fields.Many2one(
        comodel_name="res.partner",
        ondelete="restrict",
        index="btree_not_null",
        help="Of who has an account; a neighbour without one is added by name and phone.",
    )
    name = fields.Char(required=True)
    phone = fields.Char()
    email = fields.Char()
    role = fields.Selection(
        selection=[
            ("member", "Member"),
            ("coordinator", "Coordinator"),
            ("treasurer", "Treasurer"),
            ("reception", "Receives deliveries"),
        ],
        required=True,
        default="member",
    )
    is_coordinator = fields.Boolean(compute="_compute_is_coordinator")
    state = fields.Selection(
        selection=[
            ("asked", "Asks to join"),
            ("waiting", "Waits for room"),
            ("accepted", "Member"),
            ("refused", "Refused"),
            ("left", "Left"),
            ("removed", "Removed"),
        ],
        required=True,
        default="asked",
        readonly=True,
        index=True,
    )
    visibility = fields.Selection(
        selection=[
            ("hidden", "Only the coordinators"),
            ("name", "All see my name"),
            ("contact", "All see my name and phone"),
        ],
        string="Who sees me",
        required=True,
        default="name",
    )
    note = fields.Text(help="What the person wrote when they asked.")
    answer = fields.Text(readonly=True, help="What they were told.")
    joined_on = fields.Date(readonly=True)
    left_on = fields.Date(readonly=True)

    _one_place_each = models.UniqueIndex(
        "(node_id, partner_id) WHERE partner_id IS NOT NULL AND state IN ('asked', 'waiting', 'accepted')",
        "This person is in the node already, or has asked.",
    )

    # === COMPUTE METHODS === #

    @api.depends("role", "state")
    def _compute_is_coordinator(self):
        for member in self:
            member.is_coordinator = member.state == "accepted" and member.role in COORDINATOR_ROLES

    # === CRUD METHODS === #

    def write(self, vals):
        """However it is written: a node is not left with nobody who can do everything."""
        if vals.get("role", "coordinator") != "coordinator" or vals.get("state", "accepted") != "accepted":
            self._check_somebody_coordinates()
        return super().write(vals)

    @api.ondelete(at_uninstall=False)
    def _unlink_except_asking(self):
        """Who was in stays in the node's history: they leave, or are removed."""
        if any(member.joined_on for member in self):
            raise UserError(self.env._("A member is not deleted: they leave, or are removed."))
