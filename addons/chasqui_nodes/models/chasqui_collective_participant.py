from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.tokens import make_token

NUDGE_PAUSE = timedelta(hours=1)


class ChasquiCollectiveParticipant(models.Model):
    """Somebody who takes part in a collective purchase, with a basket of their own."""

    _name = "chasqui.collective.participant"
    _description = "Person in a Collective Purchase"
    _order = "collective_id, is_coordinator desc, id"
    _check_company_auto = True

    collective_id = fields.Many2one(
        comodel_name="chasqui.collective.order", required=True, ondelete="cascade", index=True
    )
    company_id = fields.Many2one(related="collective_id.company_id", store=True, index=True)
    currency_id = fields.Many2one(related="collective_id.currency_id")
    name = fields.Char(required=True)
    phone = fields.Char()
    email = fields.Char()
    partner_id = fields.Many2one(comodel_name="res.partner", required=True, ondelete="restrict", index=True)
    order_id = fields.Many2one(
        comodel_name="sale.order",
        string="Basket",
        ondelete="set null",
        index="btree_not_null",
        check_company=True,
        copy=False,
    )
    amount_total = fields.Monetary(related="order_id.amount_total", string="Total")
    is_coordinator = fields.Boolean(string="Coordinator")
    state = fields.Selection(
        selection=[
            ("choosing", "Choosing"),
            ("ready", "Ready"),
            ("left_out", "Not this time"),
            ("removed", "Removed"),
        ],
        required=True,
        default="choosing",
        readonly=True,
    )
    is_inside = fields.Boolean(compute="_compute_is_inside")
    cash_received = fields.Boolean(
        string="Gave the money", copy=False, help="The coordinator says that they got this person's money."
    )
    nudged_at = fields.Datetime(readonly=True)
    token = fields.Char(
        required=True,
        copy=False,
        default=lambda self: make_token(),
        groups="base.group_system",
        help="Opens the purchase to this person alone, from their mail or another phone.",
    )

    _token_unique = models.UniqueIndex("(token)")
    _one_coordinator = models.UniqueIndex("(collective_id) WHERE is_coordinator")

    @api.depends("state")
    def _compute_is_inside(self):
        for participant in self:
            participant.is_inside = participant.state in ("choosing", "ready")

    # === BUSINESS METHODS === #

    def _may_look(self):
        """Tell whether this person still sees the purchase."""
        return self.state != "removed"

    def _can_be_opened(self):
        """Tell whether the purchase still has a page for this person: long after its deadline it has none."""
        return self._may_look() and not self.collective_id._is_forgotten()

    def _get_token_url(self):
        """Return the address that opens the purchase to this person."""
        base = self.collective_id.store_id.website_id.get_base_url()
        return f"{base}/collective/back/{self.sudo().token}"

    def _set_ready(self, ready=True):
        self.ensure_one()
        self.collective_id._check_choosing()
        if ready and not self.order_id.website_order_line:
            raise UserError(self.env._("Your basket is empty: choose something first."))
        self.state = "ready" if ready else "choosing"
        self.collective_id._tell()

    def _nudge(self):
        """Remind by mail who is still choosing, not more than once in an hour."""
        now = fields.Datetime.now()
        for participant in self:
            if not participant.email:
                raise UserError(self.env._("%s left no e-mail address: call them.", participant.name))
            if participant.nudged_at and participant.nudged_at > now - NUDGE_PAUSE:
                raise UserError(self.env._("%s was reminded less than an hour ago.", participant.name))
        self.nudged_at = now
        self._mail("nudge")

    def _mail(self, name):
        """Write to those who left an address.

        :param str name: of the template, after ``mail_template_``
        """
        if people := self.filtered("email"):
            template = self.env.ref(f"chasqui_nodes.mail_template_{name}")
            template.with_env(self.env)._send_soon(people.ids)

    def _remove(self):
        """Take somebody out; what they chose becomes a cart of their own."""
        self.ensure_one()
        self.collective_id._check_choosing()
        if self.is_coordinator:
            raise UserError(self.env._("The coordinator cannot be removed: cancel the purchase instead."))
        self._release_baskets("removed")
        self.collective_id._renew_channel()

    def _release_baskets(self, state):
        """Give these people their baskets as carts of their own, at the prices of who buys alone."""
        self.state = state
        for participant in self.filtered("order_id"):
            participant._swap_paid_basket()
            order = participant.order_id
            order.chasqui_collective_id = False
            order._compute_pricelist_id()
            order._recompute_prices()

    def _swap_paid_basket(self):
        """Give somebody a cart without their payment: that one is given back, now or when it comes."""
        paid = self.order_id
        if paid._has_chasqui_payment():
            self.order_id = paid.copy()
            paid._action_cancel()
            paid._chasqui_give_back_excess()

    def _is_released(self):
        """Tell whether the basket is this person's own cart now."""
        order = self.order_id
        return bool(order.website_order_line) and order.state == "draft" and not order.chasqui_collective_id

    def _take_over(self, partner):
        """Let the account of somebody who signed in own their part from now on."""
        self.ensure_one()
        self.partner_id = partner
        self.order_id._update_address(partner.id, ["partner_id", "partner_invoice_id", "partner_shipping_id"])
