from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.turns import take_turns
from .chasqui_node import HOST_KINDS, JOIN_POLICIES, MOST_RHYTHM, RHYTHM_UNITS

# What whoever asks says of the node to be, and what becomes of it.
NODE_FIELDS = (
    "name",
    "host_kind",
    "host_name",
    "street",
    "zip",
    "neighbourhood",
    "city",
    "country_id",
    "state_id",
    "latitude",
    "longitude",
    "rhythm_number",
    "rhythm_unit",
    "capacity",
    "join_policy",
    "languages",
)


class ChasquiNodeRequest(models.Model):
    """Somebody who would like to start a node, until the stores that they ask or the incubator decide."""

    _name = "chasqui.node.request"
    _description = "Request for a Node"
    _inherit = ["mail.thread", "mail.activity.mixin", "chasqui.guarded.mixin"]
    _order = "id desc"

    partner_id = fields.Many2one(
        comodel_name="res.partner", string="Account", required=True, ondelete="restrict", index=True
    )
    person_name = fields.Char(string="Asked by", required=True)
    phone = fields.Char()
    email = fields.Char()
    note = fields.Text(string="Why", help="Who the neighbours are, what they would like to buy.")
    people = fields.Integer(string="People so far", help="Households that would take part.")
    store_ids = fields.Many2many(
        comodel_name="chasqui.store", string="Stores", help="From which the node would like to buy."
    )

    # The node to be
    name = fields.Char(string="Name of the node", required=True)
    host_kind = fields.Selection(
        selection=HOST_KINDS,
        string="Hosted by",
        required=True,
        default="home",
    )
    host_name = fields.Char(string="Name of the host")
    street = fields.Char(string="Address")
    zip = fields.Char()
    neighbourhood = fields.Char()
    city = fields.Char(string="Town", required=True)
    country_id = fields.Many2one(
        comodel_name="res.country", default=lambda self: self.env.ref("base.ar", raise_if_not_found=False)
    )
    state_id = fields.Many2one(comodel_name="res.country.state", string="Province")
    latitude = fields.Float(digits=(10, 7))
    longitude = fields.Float(digits=(10, 7))
    rhythm_number = fields.Integer(string="Would buy every", required=True, default=2)
    rhythm_unit = fields.Selection(
        selection=RHYTHM_UNITS,
        required=True,
        default="weeks",
    )
    capacity = fields.Integer(string="Room for members")
    join_policy = fields.Selection(
        selection=JOIN_POLICIES,
        string="Joining",
        required=True,
        default="open",
    )
    languages = fields.Char(string="Languages of help")

    # What became of it
    state = fields.Selection(
        selection=[
            ("asked", "To be decided"),
            ("approved", "Approved"),
            ("refused", "Refused"),
            ("withdrawn", "Withdrawn"),
        ],
        required=True,
        default="asked",
        readonly=True,
        copy=False,
        index=True,
    )
    reason = fields.Text(help="What the person is told.", copy=False)
    store_answers = fields.Text(
        readonly=True,
        copy=False,
        groups="chasqui_store.group_incubator",
        help="What single stores said while others were still deciding: for the person, not for the others.",
    )
    decided_by_id = fields.Many2one(comodel_name="res.users", string="Decided by", readonly=True, copy=False)
    decided_on = fields.Date(readonly=True, copy=False)
    node_id = fields.Many2one(
        comodel_name="chasqui.node", readonly=True, copy=False, index="btree_not_null", ondelete="set null"
    )

    _one_pending_each = models.UniqueIndex(
        "(partner_id) WHERE state = 'asked'", "You have asked already: wait for the answer, or withdraw it."
    )
    _check_numbers = models.Constraint(
        f"CHECK (rhythm_number BETWEEN 1 AND {MOST_RHYTHM} AND capacity >= 0 AND people >= 0)",
        "Numbers cannot be negative.",
    )

    # === GUARD === #

    @api.model
    def _get_initial_fields(self):
        return set()

    def _get_writable_fields(self):
        """Whoever decides writes the reason; all else is the person's own."""
        return {"reason"} if self.state == "asked" else set()

    # === BUSINESS METHODS: WHO ASKS === #

    @api.model
    def _ask(self, partner, stores=None, **values):
        """Ask for a node in the name of somebody who has an account.

        :param stores: from which they would like to buy; with none the incubator decides
        :param values: fields of the request: name, city, state_id, street, phone, note...
        """
        requests_sudo = self.sudo()
        if requests_sudo._get_pending(partner):
            raise UserError(self.env._("You have asked already: wait for the answer, or withdraw it."))
        requests_sudo._check_name_is_free(values)
        request_sudo = requests_sudo.create(
            {
                "partner_id": partner.id,
                "person_name": partner.sudo().name,
                "phone": partner.sudo().phone,
                "email": partner.sudo().email,
                **values,
                "store_ids": [fields.Command.set(stores.ids if stores else [])],
            }
        )
        request_sudo._ask_who_decides()
        return request_sudo

    @api.model
    def _get_pending(self, partner):
        """Return, as sudo, what a person asked for and waits for."""
        return self.sudo().search([("partner_id", "=", partner.id), ("state", "=", "asked")])

    @api.model
    def _check_name_is_free(self, values):
        """Tell in a sentence what the index would refuse."""
        name, city = (values.get("name") or "").strip(), (values.get("city") or "").strip()
        if not name or not city:
            raise UserError(self.env._("Give the node a name, and say in which town it is."))
        same = [
            ("name", "=ilike", name.replace("%", r"\%").replace("_", r"\_")),
            ("city", "=ilike", city.replace("%", r"\%").replace("_", r"\_")),
            ("state_id", "=", values.get("state_id") or False),
        ]
        nodes_sudo = self.env["chasqui.node"].sudo().with_context(active_test=False)
        if nodes_sudo.search_count([*same, ("state", "!=", "closed")], limit=1):
            raise UserError(self.env._("There is a node with this name in that place already."))

    def _withdraw(self):
        """Take back what was asked for, while nobody has decided."""
        self._check_asked()
        self.write({"state": "withdrawn", "decided_on": fields.Date.today()})
        self.activity_unlink(["mail.mail_activity_data_todo"])

    # === ACTIONS: WHO DECIDES === #

    def action_approve(self):
        """Make the node: whoever asked coordinates it, and the store that says yes has accepted it."""
        self._check_may_decide()
        for request_sudo in self.sudo():
            request_sudo._check_asked()
            request_sudo._check_name_is_free(
                {name: request_sudo[name] for name in ("name", "city")}
                | {"state_id": request_sudo.state_id.id}
            )
            node_sudo = self.env["chasqui.node"].sudo().create(request_sudo._prepare_node_vals())
            request_sudo._add_people(node_sudo, self._get_deciding_stores(request_sudo))
            request_sudo._decide("approved", node_id=node_sudo.id)
        return True

    def action_refuse(self):
        """Say no with a reason; where several stores were asked, the others go on deciding."""
        self._check_may_decide()
        for request_sudo in self.sudo():
            request_sudo._check_asked()
            if not request_sudo.reason:
                raise UserError(self.env._("Write the reason: it is what the person is told."))
            rest = request_sudo.store_ids - self._get_deciding_stores(request_sudo)
            if rest and not self.env.user._has_platform_role():
                request_sudo._step_aside(rest)
            else:
                request_sudo._decide("refused")
        return True

    # === BUSINESS METHODS: WHO DECIDES === #

    def _check_may_decide(self):
        """Managers of the stores that were asked, and the incubator."""
        self.check_access("write")

    def _check_asked(self):
        """Refuse a second decision, also by who pressed at the same moment."""
        take_turns(self)
        if any(request.state != "asked" for request in self):
            raise UserError(self.env._("This was decided already."))

    def _get_deciding_stores(self, request_sudo):
        """Return those of the stores that the user decides for; the incubator decides for none."""
        if self.env.user._has_platform_role():
            return request_sudo.store_ids.browse()
        companies = self.env.companies
        return request_sudo.store_ids.filtered(lambda store: store.company_id in companies)

    def _prepare_node_vals(self):
        vals = {}
        for name in NODE_FIELDS:
            value = self[name]
            vals[name] = value.id if isinstance(value, models.BaseModel) else value
        return vals

    def _add_people(self, node, accepting_stores):
        """Put who asked and the stores into the new node."""
        self.env["chasqui.node.member"].create(
            {
                "node_id": node.id,
                "partner_id": self.partner_id.id,
                "name": self.person_name,
                "phone": self.phone,
                "email": self.email,
                "role": "coordinator",
                "state": "accepted",
                "joined_on": fields.Date.today(),
            }
        )
        self.env["chasqui.node.store"].create(
            [
                {
                    "node_id": node.id,
                    "store_id": store.id,
                    "state": "accepted" if store in accepting_stores else "asked",
                    "note": self.note,
                    "rhythm_number": self.rhythm_number,
                    "rhythm_unit": self.rhythm_unit,
                }
                for store in self.store_ids
            ]
        )

    def _step_aside(self, rest):
        """Leave the decision to the other stores."""
        leaving = self.store_ids - rest
        answers = filter(None, (self.store_answers, f"{', '.join(leaving.mapped('name'))}: {self.reason}"))
        for user in leaving.manager_id - rest.manager_id:
            self.activity_unlink(["mail.mail_activity_data_todo"], user_id=user.id)
        self.write(
            {
                "store_ids": [fields.Command.set(rest.ids)],
                "reason": False,
                "store_answers": "\n".join(answers),
            }
        )

    def _decide(self, state, **values):
        self.write(
            {
                "state": state,
                "decided_by_id": self.env.uid,
                "decided_on": fields.Date.today(),
                **values,
            }
        )
        self.activity_unlink(["mail.mail_activity_data_todo"])
        if self.email:
            self.env.ref("chasqui_nodes.mail_template_node_request")._send_soon(self.ids)

    def _get_decision_text(self):
        """Return what became of it, for the subject of a mail."""
        if self.state == "approved":
            return self.env._("%s: the node can start", self.name)
        return self.env._("%s: the node cannot start yet", self.name)

    def _ask_who_decides(self):
        """Put it on the lists of things to do of the stores' managers, and of the incubator's staff."""
        managers = self.store_ids.manager_id
        incubator = self.env.ref("chasqui_store.group_incubator").sudo().all_user_ids
        for user in managers | incubator.filtered("active"):
            asked = self.with_context(lang=user.lang)
            asked.activity_schedule(
                "mail.mail_activity_data_todo",
                user_id=user.id,
                summary=asked._get_asking_text(user in managers),
            )

    def _get_asking_text(self, is_from_store):
        """Return what is to be decided, in a line, for a store or for the incubator."""
        if is_from_store:
            return self.env._("A node would like to buy from you: %s", self.name)
        return self.env._("Somebody would like to start a node: %s", self.name)
