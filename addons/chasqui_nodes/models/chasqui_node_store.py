from odoo import api, fields, models

from odoo.addons.chasqui_store.models.chasqui_pickup_point import WEEKDAYS

from .chasqui_node import MOST_RHYTHM, RHYTHM_UNITS

# In which a store sees the node: it was asked, or it said yes.
SEEN_STATES = ("asked", "accepted")


class ChasquiNodeStore(models.Model):
    """A node at a store: asked, accepted with the store's terms, refused, over."""

    _name = "chasqui.node.store"
    _description = "Node of a Store"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "store_id, node_id, id"
    _check_company_auto = True

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="cascade", index=True)
    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="restrict", index=True)
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    node_name = fields.Char(related="node_id.name", string="Name of the node", related_sudo=True, store=True)
    state = fields.Selection(
        selection=[
            ("asked", "Asks"),
            ("accepted", "Accepted"),
            ("refused", "Refused"),
            ("ended", "Ended"),
        ],
        required=True,
        default="asked",
        readonly=True,
        index=True,
        tracking=True,
    )
    note = fields.Text(string="What the node wrote", readonly=True)
    answer = fields.Text(help="What the node is told.")

    # The store's terms
    rhythm_number = fields.Integer(string="Delivers every", required=True, default=2)
    rhythm_unit = fields.Selection(selection=RHYTHM_UNITS, required=True, default="weeks")
    delivery_weekday = fields.Selection(selection=WEEKDAYS, string="Delivery day")
    lead_days = fields.Integer(
        string="Closes days before",
        required=True,
        default=2,
        help="Days between the end of choosing and the delivery.",
    )
    min_baskets = fields.Integer(string="Minimum baskets", default=10)
    incentive_share = fields.Float(
        string="Node incentive (%)", digits=(5, 2), help="Part of what is bought that the node earns."
    )
    carrier_id = fields.Many2one(
        comodel_name="delivery.carrier", string="Delivery", ondelete="restrict", check_company=True
    )

    _node_store_unique = models.UniqueIndex("(node_id, store_id)", "This node has asked this store already.")
    _check_terms = models.Constraint(
        f"CHECK (rhythm_number BETWEEN 1 AND {MOST_RHYTHM} AND lead_days BETWEEN 0 AND 60"
        " AND min_baskets >= 0 AND incentive_share BETWEEN 0 AND 100)",
        "Terms cannot be negative, nor choosing end more than 60 days before the delivery.",
    )

    @api.depends("node_name", "store_id.name")
    def _compute_display_name(self):
        for link in self:
            link.display_name = f"{link.node_name or ''}: {link.store_id.name or ''}"
