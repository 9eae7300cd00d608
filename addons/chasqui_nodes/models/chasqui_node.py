import re
from datetime import timedelta

from dateutil.relativedelta import relativedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError

from odoo.addons.base.models.res_partner import _tz_get

SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
DEFAULT_TIMEZONE = "America/Argentina/Buenos_Aires"
MOST_RHYTHM = 100
HOST_KINDS = [
    ("home", "A home"),
    ("club", "A club"),
    ("school", "A school"),
    ("union", "A union"),
    ("community_centre", "A community centre"),
    ("workplace", "A workplace"),
    ("other", "Another place"),
]
JOIN_POLICIES = [("open", "Anyone may ask to join"), ("closed", "By invitation")]
RHYTHM_UNITS = [("days", "days"), ("weeks", "weeks"), ("months", "months")]


class ChasquiNode(models.Model):
    """A stable group of neighbours that buys every so often: people, coordinators, a place, a rhythm.

    It belongs to no store: each store that it asks accepts it with terms of its own
    (``chasqui.node.store``). Those who take part reach it through the platform's site alone.
    """

    _name = "chasqui.node"
    _description = "Node"
    _order = "name, id"

    name = fields.Char(required=True)
    slug = fields.Char(
        compute="_compute_slug",
        store=True,
        readonly=False,
        copy=False,
        help="Last part of its public address: /nodes/slug",
    )
    active = fields.Boolean(default=True, copy=False)
    state = fields.Selection(
        selection=[("running", "Running"), ("winding_down", "Winding down"), ("closed", "Closed")],
        required=True,
        default="running",
        copy=False,
        readonly=True,
        help="A node that winds down finishes what it bought and starts nothing new.",
    )
    host_kind = fields.Selection(
        selection=HOST_KINDS,
        string="Hosted by",
        required=True,
        default="home",
    )
    host_name = fields.Char(string="Name of the host", help="The club, the school, the family.")

    # How it works
    opening_hours = fields.Text(help="When people collect.")
    rhythm_number = fields.Integer(string="Buys every", required=True, default=2)
    rhythm_unit = fields.Selection(selection=RHYTHM_UNITS, required=True, default="weeks")
    next_date = fields.Date(string="Next delivery")
    capacity = fields.Integer(string="Room for members", help="0: no limit.")
    capacity_baskets = fields.Integer(
        string="Room for baskets", help="That fit in the place on a delivery day. 0: no limit."
    )
    join_policy = fields.Selection(
        selection=JOIN_POLICIES,
        string="Joining",
        required=True,
        default="open",
    )
    incentive_share = fields.Float(
        string="Node incentive (%)",
        digits=(5, 2),
        help="Part of what is bought that the node earns for its work, unless a store's terms say otherwise.",
    )
    tz = fields.Selection(
        selection=_tz_get, string="Timezone", required=True, default=lambda self: DEFAULT_TIMEZONE
    )

    member_ids = fields.One2many(comodel_name="chasqui.node.member", inverse_name="node_id", string="Members")
    node_store_ids = fields.One2many(
        comodel_name="chasqui.node.store", inverse_name="node_id", string="Stores"
    )

    _slug_unique = models.UniqueIndex("(slug)", "Another node has this address.")
    _name_unique_in_locality = models.UniqueIndex(
        "(LOWER(TRIM(name)), LOWER(TRIM(COALESCE(city, ''))), COALESCE(state_id, 0)) WHERE state != 'closed'",
        "There is a node with this name in that place already.",
    )
    _check_numbers = models.Constraint(
        f"CHECK (rhythm_number BETWEEN 1 AND {MOST_RHYTHM} AND capacity >= 0 AND capacity_baskets >= 0"
        " AND incentive_share BETWEEN 0 AND 100)",
        "A rhythm is of 1 to 100 days, weeks or months; room and incentive cannot be negative.",
    )

    # === COMPUTE METHODS === #

    @api.depends("name", "city")
    def _compute_slug(self):
        """Give an address that no other node has; it stays when the name changes."""
        for node in self.filtered(lambda node: not node.slug and node.name):
            node.slug = self._find_free_slug(node.name, node.city)

    # === CONSTRAINTS === #

    @api.constrains("slug")
    def _check_slug(self):
        for node in self:
            if not SLUG.fullmatch(node.slug or ""):
                raise ValidationError(
                    self.env._(
                        "“%s” cannot be an address: use lower-case letters, digits and hyphens.", node.slug
                    )
                )

    # === CRUD METHODS === #

    @api.ondelete(at_uninstall=False)
    def _unlink_except_never_used(self):
        """What people did together is history: a node ends by winding down."""
        if self.sudo().member_ids.filtered(lambda member: member.state == "accepted"):
            raise UserError(self.env._("A node with members is not deleted: wind it down instead."))

    # === BUSINESS METHODS === #

    @api.model
    def _find_free_slug(self, name, city=None):
        """Return an address like the name, told apart by the town or a number where it is taken."""
        slugify = self.env["ir.http"]._slugify
        base = slugify(name) or "node"
        in_town = slugify(f"{name} {city}") if city else base
        candidates = [base, in_town, *(f"{in_town}-{number}" for number in range(2, 100))]
        nodes_sudo = self.sudo().with_context(active_test=False)
        taken = set(nodes_sudo.search([("slug", "=like", f"{base}%")]).mapped("slug"))
        return next((slug for slug in candidates if slug not in taken), None)

    @api.model
    def _find_by_slug(self, slug):
        """Return, as sudo, the node to be had at this address; nothing where there is none."""
        if not isinstance(slug, str) or not SLUG.fullmatch(slug):
            return self.sudo().browse()
        return self.sudo().search([("slug", "=", slug)])

    def _get_public_url(self):
        """Return the address of the node for everybody, on the platform's site."""
        self.ensure_one()
        return f"{self.env['chasqui.store']._get_platform_url()}/nodes/{self.slug}"

    def _get_member_url(self):
        """Return the address of the node for its members, on the platform's site."""
        self.ensure_one()
        return f"{self.env['chasqui.store']._get_platform_url()}/my/nodes/{self.slug}"

    def _get_coordinator_url(self):
        return f"{self._get_member_url()}/coordinate"

    def _get_today(self):
        """Return what day it is where the node is."""
        self.ensure_one()
        return fields.Date.context_today(self.with_context(tz=self.tz))

    def _get_rhythm(self):
        return relativedelta(**{self.rhythm_unit: self.rhythm_number})

    def _get_next_date(self):
        """Return the next delivery that is still to come, as the rhythm has it."""
        self.ensure_one()
        today = self._get_today()
        date = self.next_date or today + timedelta(days=7)
        while date < today:
            date += self._get_rhythm()
        return date

    def _get_rhythm_text(self, number=None, unit=None):
        """Return a rhythm in words, the node's own if no other is given."""
        number, unit = number or self.rhythm_number, unit or self.rhythm_unit
        if number == 1:
            texts = {
                "days": self.env._("every day"),
                "weeks": self.env._("every week"),
                "months": self.env._("every month"),
            }
        else:
            texts = {
                "days": self.env._("every %s days", number),
                "weeks": self.env._("every %s weeks", number),
                "months": self.env._("every %s months", number),
            }
        return texts[unit]
