import secrets
from datetime import timedelta

from odoo import api, fields, models

DAYS = 10  # Law 24.240, article 34; Res. 424/2020
ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789"  # none that looks like another
CODE_LENGTH = 6


class ChasquiWithdrawal(models.Model):
    """A shopper takes back a purchase: within ten days, without an account and without a reason.

    The code that identifies the request is told at once; the store answers what happens next.
    """

    _name = "chasqui.withdrawal"
    _description = "Withdrawal from a purchase"
    _inherit = ["chasqui.public.request.mixin"]
    _order = "create_date desc, id desc"

    name = fields.Char(string="Code", required=True, readonly=True, copy=False, default="/")
    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, index=True, ondelete="restrict")
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True, related_sudo=True)
    order_ref = fields.Char(string="Order", required=True, help="The number that the shopper gave.")
    order_id = fields.Many2one(
        comodel_name="sale.order",
        string="Order found",
        check_company=True,
        domain="[('company_id', '=', company_id)]",
        help="The order with that number and that person's e-mail; empty if there is none.",
    )
    reason = fields.Text(string="What they tell", help="Nobody has to give a reason.")
    state = fields.Selection(
        selection=[("new", "To answer"), ("done", "Done"), ("rejected", "Does not apply")],
        required=True,
        default="new",
        tracking=True,
        copy=False,
        group_expand=True,
    )
    in_time = fields.Boolean(
        compute="_compute_in_time",
        store=True,
        help="Asked for within ten days of the order, or the order was not found. "
        "The law counts from when the goods were handed over.",
    )

    _token_unique = models.UniqueIndex("(token)")
    _name_unique = models.UniqueIndex("(name) WHERE name != '/'")

    # === COMPUTE METHODS === #

    @api.depends("order_id.date_order", "order_id.effective_date", "create_date")
    def _compute_in_time(self):
        for withdrawal in self:
            order_sudo = withdrawal.sudo().order_id
            begin = order_sudo.effective_date or order_sudo.date_order
            asked = withdrawal.create_date or fields.Datetime.now()
            withdrawal.in_time = not begin or asked <= begin + timedelta(days=DAYS)

    # === CRUD METHODS === #

    @api.model_create_multi
    def create(self, vals_list):
        """Give each a code that tells nothing of how many there are."""
        for vals in vals_list:
            if vals.get("name", "/") == "/":
                vals["name"] = self._draw_code()
        return super().create(vals_list)

    # === ACTIONS === #

    def action_done(self):
        self.state = "done"

    def action_reject(self):
        self.state = "rejected"

    def action_reopen(self):
        self.state = "new"

    # === BUSINESS METHODS === #

    @api.model
    def _draw_code(self):
        return "ARR-" + "".join(secrets.choice(ALPHABET) for _letter in range(CODE_LENGTH))

    @api.model
    def _ask(self, store_sudo, values):
        """Take in a request at a store, as sudo; tell the shopper their code, and the store."""
        withdrawal_sudo = self.sudo()._create_quietly({**values, "store_id": store_sudo.id})
        withdrawal_sudo.order_id = withdrawal_sudo._find_order()
        withdrawal_sudo._send("chasqui_store.mail_template_withdrawal_code")
        withdrawal_sudo._send("chasqui_store.mail_template_withdrawal_new")
        return withdrawal_sudo

    def _find_order(self):
        """Return the store's order with that number, if it is that person's."""
        orders = self.env["sale.order"].search(
            [("company_id", "=", self.company_id.id), ("name", "=", self.order_ref)], limit=1
        )
        return orders.filtered(lambda order: order.partner_id.email_normalized == self.contact_email)

    def _get_managers(self):
        """Return, as sudo, who at the store is told."""
        self.ensure_one()
        members_sudo = self.sudo().store_id.member_ids.filtered(lambda member: member.role == "manager")
        return members_sudo.user_id.partner_id

    def _get_store_email(self):
        return ",".join(filter(None, self._get_managers().mapped("email"))) or self.company_id.email or ""

    def _get_url(self):
        """Return the address at which the shopper sees it, at the store's site."""
        self.ensure_one()
        return f"{self.sudo().store_id.address}/withdrawal/{self.sudo().token}"
