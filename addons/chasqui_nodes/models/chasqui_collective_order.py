from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

# How long after its deadline a purchase is opened by what was mailed about it.
KEPT_OPEN = timedelta(days=90)
OPEN_STATES = ("choosing", "confirming", "confirmed", "accepted", "prepared", "on_way")


class ChasquiCollectiveOrder(models.Model):
    """People who buy together at one store: one place, one day, one delivery, a basket each.

    Each participant has a sale order of their own that points here, so that thirty people can fill
    the shared cart at once without waiting for one row: adding to a basket never writes here, and
    totals are added up when somebody looks.
    """

    _name = "chasqui.collective.order"
    _description = "Collective Purchase"
    _inherit = ["mail.thread", "mail.activity.mixin"]
    _order = "id desc"
    _check_company_auto = True

    name = fields.Char(required=True)
    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, ondelete="restrict", index=True)
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True)
    currency_id = fields.Many2one(related="company_id.currency_id")
    state = fields.Selection(
        selection=[
            ("choosing", "Choosing"),
            ("confirming", "Being confirmed"),
            ("confirmed", "Confirmed"),
            ("accepted", "Accepted by the store"),
            ("prepared", "Prepared"),
            ("on_way", "On the way"),
            ("delivered", "Delivered"),
            ("closed", "Closed"),
            ("cancelled", "Cancelled"),
        ],
        required=True,
        default="choosing",
        copy=False,
        readonly=True,
        tracking=True,
    )

    # Where and when
    place_kind = fields.Selection(
        selection=[("pickup", "Pickup point"), ("home", "Home"), ("work", "Workplace")],
        string="Place",
        required=True,
        default="home",
    )
    pickup_point_id = fields.Many2one(
        comodel_name="chasqui.pickup.point", ondelete="restrict", check_company=True
    )
    place_partner_id = fields.Many2one(
        comodel_name="res.partner",
        string="Address",
        ondelete="restrict",
        help="Where all the baskets are taken.",
    )
    carrier_id = fields.Many2one(
        comodel_name="delivery.carrier", string="Delivery", ondelete="restrict", check_company=True
    )
    day = fields.Date(help="When the group would like to have it.")
    deadline = fields.Datetime(
        required=True, help="Until when everybody chooses.", default=lambda self: self._get_default_deadline()
    )

    # How
    payer = fields.Selection(
        selection=[("each", "Each their own"), ("coordinator", "The coordinator for all")],
        string="Who pays",
        required=True,
        default="each",
    )
    freight_share = fields.Selection(
        selection=[
            ("equal", "In equal parts"),
            ("amount", "By what each buys"),
            ("weight", "By weight"),
            ("coordinator", "The coordinator's treat"),
        ],
        string="Freight",
        required=True,
        default="equal",
    )
    visibility = fields.Selection(
        selection=[("amounts", "Only the amounts"), ("items", "What each one chose")],
        string="What people see of each other",
        required=True,
        default="amounts",
    )

    participant_ids = fields.One2many(
        comodel_name="chasqui.collective.participant", inverse_name="collective_id", string="People"
    )
    order_ids = fields.One2many(comodel_name="sale.order", inverse_name="chasqui_collective_id")
    coordinator_id = fields.Many2one(
        comodel_name="chasqui.collective.participant", compute="_compute_coordinator_id"
    )
    amount_total = fields.Monetary(string="Total", compute="_compute_amount_total")

    @api.depends("participant_ids.is_coordinator")
    def _compute_coordinator_id(self):
        for collective in self:
            collective.coordinator_id = collective.participant_ids.filtered("is_coordinator")[:1]

    @api.depends("order_ids.amount_total", "order_ids.state")
    def _compute_amount_total(self):
        for collective in self:
            orders = collective.order_ids.filtered(lambda order: order.state != "cancel")
            collective.amount_total = sum(orders.mapped("amount_total"))

    def _get_default_deadline(self):
        return fields.Datetime.add(fields.Datetime.now(), days=3)

    # === BUSINESS METHODS: START AND JOIN === #

    @api.model
    def _start(self, store, person, address=None, organisation=None, **values):
        """Start a purchase at a store; whoever starts it coordinates it.

        :param dict person: name, phone, email and, of who is signed in, partner_id
        :param dict address: where to deliver, when it is not one of the store's points
        :param dict organisation: name and tax number of who is invoiced for the whole, if somebody is
        """
        store._check_sells_together("node" if values.get("node_id") else "collective")
        collective = self.create(
            {
                "store_id": store.id,
                "place_partner_id": self._create_place(store, address).id if address else False,
                "invoice_partner_id": self._create_organisation(store, organisation, address).id
                if organisation
                else False,
                **values,
            }
        )
        collective._check_place()
        collective._join(person, is_coordinator=True)
        return collective

    def _check_place(self):
        """Refuse a purchase that could not be taken anywhere."""
        at_point = self.place_kind == "pickup"
        if not (self.pickup_point_id if at_point else self.place_partner_id):
            raise UserError(self.env._("Say where the purchase is to be delivered."))

    @api.model
    def _create_place(self, store, address):
        """Return the address of a group: the store's alone, of the store's region."""
        company_address = store.company_id.partner_id
        return self.env["res.partner"].create(
            {
                "type": "delivery",
                "company_id": store.company_id.id,
                "country_id": store.company_id.country_id.id,
                "state_id": company_address.state_id.id,
                **address,
            }
        )

    def _join(self, person, is_coordinator=False):
        """Give somebody a basket of their own; who is signed in already takes part only once."""
        self.ensure_one()
        if self.state != "choosing":
            raise UserError(self.env._("This purchase takes in nobody any more."))
        partner_id = person.pop("partner_id", False)
        known = self.participant_ids.filtered(lambda p: p.is_inside and p.partner_id.id == partner_id)
        if partner_id and known:
            return known
        participant = self.env["chasqui.collective.participant"].create(
            {
                "collective_id": self.id,
                "is_coordinator": is_coordinator,
                "partner_id": partner_id or self._create_person(person).id,
                **person,
            }
        )
        participant.order_id = self.env["sale.order"].create(self._prepare_order_vals(participant))
        self._tell()
        return participant

    def _create_person(self, person):
        """Return the contact of somebody who has no account: a customer of this store alone."""
        return self.env["res.partner"].create(
            {
                **person,
                "company_id": self.company_id.id,
                "country_id": self.company_id.country_id.id,
                "lang": self.env.lang,
            }
        )

    def _prepare_order_vals(self, participant):
        website = self.store_id.website_id
        vals = {
            "company_id": self.company_id.id,
            "partner_id": participant.partner_id.id,
            "website_id": website.id,
            "team_id": website.salesteam_id.id,
            "chasqui_collective_id": self.id,
        }
        if pricelist := self._get_way().pricelist_id:
            vals["pricelist_id"] = pricelist.id
        return vals

    # === BUSINESS METHODS: WHAT THERE IS === #

    def _get_way(self):
        """Return the store's terms for those who buy together, as sudo."""
        return self.store_id._get_buying_way("collective")

    def _get_inside(self):
        """Return who takes part, those who were removed or left out aside."""
        return self.participant_ids.filtered("is_inside")

    def _get_baskets(self):
        """Return who takes part and has something in their basket."""
        return self._get_inside().filtered("order_id.website_order_line")

    def _get_confirmed_orders(self):
        return self.order_ids.filtered(lambda order: order.state == "sale")

    def _get_undecided(self):
        """Return who has something and has not said that it is all."""
        return self._get_baskets().filtered(lambda participant: participant.state == "choosing")

    def _get_missing(self, baskets):
        """Return what these baskets lack to the store's minimums, in sentences."""
        weight, _volume, _quantity = baskets.order_id._get_chasqui_measures()
        return self._get_way()._get_missing(
            baskets.order_id._get_chasqui_goods_amount(), weight, len(baskets)
        )

    def _get_percent(self, baskets):
        """Return how far these baskets are to the store's minimums, by the one that is furthest away."""
        way = self._get_way()
        weight, _volume, _quantity = baskets.order_id._get_chasqui_measures()
        reached = [
            (baskets.order_id._get_chasqui_goods_amount(), way.min_amount),
            (weight, way.min_weight),
            (len(baskets), self._get_min_baskets()),
        ]
        return min([int(100 * min(have / least, 1)) for have, least in reached if least], default=100)

    def _get_min_baskets(self):
        """Return how many baskets the store wants at least."""
        return self._get_way().min_baskets

    def _get_summary(self):
        """Return what the purchase comes to, added up now."""
        baskets = self._get_baskets()
        amount = baskets.order_id._get_chasqui_goods_amount()
        parts = self._get_freight_parts()
        return {
            "amount": amount,
            "baskets": baskets,
            "freight": sum(parts.values()),
            "freight_parts": parts,
            "missing": self._get_missing(baskets),
            "missing_to_free_freight": self._get_missing_to_free_freight(amount),
            "percent": self._get_percent(baskets),
            "undecided": self._get_undecided(),
        }

    def _is_forgotten(self):
        """Tell whether what was mailed about the purchase opens it no longer."""
        return self.deadline < fields.Datetime.now() - KEPT_OPEN

    def _is_open(self):
        return self.state in OPEN_STATES

    def _is_deadline_passed(self):
        return bool(self.deadline and self.deadline <= fields.Datetime.now())

    def _get_url(self):
        """Return the purchase's page, for those who take part."""
        return f"/collective/purchase/{self.id}"

    def _get_absolute_url(self):
        return self.store_id.website_id.get_base_url() + self._get_url()

    def _get_place_text(self):
        """Return the place in one line."""
        point = self.pickup_point_id
        place = point or self.place_partner_id
        return ", ".join(filter(None, (point.name, place.street, place.city)))

    # === BUSINESS METHODS: LIFE === #

    def _check_choosing(self):
        self.ensure_one()
        if self.state != "choosing":
            raise UserError(self.env._("The purchase was already confirmed: nothing changes any more."))

    def _cancel(self):
        """Call it off while people choose: each basket becomes its person's own cart."""
        for collective in self:
            collective._check_choosing()
            collective.state = "cancelled"
            collective._mail_step()
            collective._get_inside()._release_baskets("left_out")
            collective._tell()

    def _tell(self):
        """Let every open page know that something moved; what moved is asked for by who may know."""
        for collective_sudo in self.sudo():
            self.env["bus.bus"]._sendone(
                collective_sudo.channel, "chasqui_collective", {"id": collective_sudo.id}
            )

    def _post_chat(self, participant, text):
        """Say something to everybody in the purchase; the store reads it too."""
        self.message_post(
            body=text,
            author_id=participant.partner_id.id,
            message_type="comment",
            subtype_xmlid="chasqui_nodes.mt_chat",
        )
        self._tell()

    def _get_chat(self, limit=50):
        """Return what was said, the oldest first."""
        chat = self.env.ref("chasqui_nodes.mt_chat")
        messages = self.message_ids.filtered(lambda message: message.subtype_id == chat)
        return messages[:limit].sorted("id")
