from datetime import datetime, time, timedelta

import pytz

from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.fields import Domain
from odoo.tools import format_date

LOW_STOCK = 5
SOON = timedelta(days=7)
OF_THE_NETWORK = ("chasqui.store", "chasqui.decision")  # not only of those whose store one works in


class ChasquiToday(models.AbstractModel):
    """What needs doing today: the page that the back office opens on.

    It shows cards, each with how many there are of something and a door to the list of them. Other
    addons add theirs: extend :meth:`_get_cards` and return what :meth:`_prepare_card` makes.
    """

    _name = "chasqui.today"
    _description = "What needs doing today"

    # === BUSINESS METHODS === #

    @api.model
    def get_today(self):
        """Return what the page shows to this user; asked by the browser."""
        if not self.env.user._is_internal():
            raise AccessError(self.env._("This page is for those who work at a store."))
        cards = [card for card in self._get_cards() if card]
        return {
            "name": self.env.user.name.split(" ")[0],
            "date": format_date(self.env, fields.Date.context_today(self), date_format="full"),
            "cards": sorted(cards, key=lambda card: card["sequence"]),
        }

    @api.model
    def _get_cards(self):
        """Return the cards to show, in any order; an empty one is left out.

        To be extended: ``return super()._get_cards() + [self._prepare_card(...)]``.
        """
        return [
            *self._get_network_cards(),
            *self._get_order_cards(),
            *self._get_money_cards(),
            *self._get_stock_cards(),
        ]

    @api.model
    def _prepare_card(self, model, domain, title, sequence=50, amount=None, urgent=False, icon="fa-circle-o"):
        """Return one card; nothing when there is nothing to do, or the user may not see it.

        :param domain: which records are meant, among those that the user may see
        :param title: what is to be done, as the title of the list too
        :param amount: name of the stored field to add up, in the currency of the company
        :param urgent: whether somebody is waiting
        """
        Model = self.env[model]
        if not Model.has_access("read"):
            return None
        aggregates = ["__count", f"{amount}:sum"] if amount else ["__count"]
        meant = self._get_own_domain(model) & Domain(domain)
        [[count, *sums]] = Model._read_group(meant, aggregates=aggregates)
        if not count:
            return None
        return {
            "title": title,
            "count": count,
            "amount": self.env.company.currency_id.format(abs(sums[0])) if sums else "",
            "urgent": urgent,
            "icon": icon,
            "sequence": sequence,
            "action": self._prepare_list_action(title, model, meant),
        }

    @api.model
    def _get_own_domain(self, model):
        """Count what is of the stores that the user works in now, not of all that they may see."""
        if "company_id" not in self.env[model]._fields or model in OF_THE_NETWORK:
            return Domain.TRUE
        return Domain("company_id", "in", [False, *self.env.companies.ids])

    @api.model
    def _prepare_list_action(self, title, model, domain):
        return {
            "type": "ir.actions.act_window",
            "name": title,
            "res_model": model,
            "domain": list(domain),
            "views": [[False, "list"], [False, "kanban"], [False, "form"]],
            "mobile_view_mode": "kanban",
        }

    @api.model
    def _get_end_of_day(self):
        """Return when the user's day ends, as the database keeps time."""
        tomorrow = fields.Date.context_today(self) + timedelta(days=1)
        midnight = self.env.tz.localize(datetime.combine(tomorrow, time.min))
        return midnight.astimezone(pytz.utc).replace(tzinfo=None)

    # === CARDS === #

    @api.model
    def _get_network_cards(self):
        """Return what incubator staff look after."""
        if not self.env.user.has_group("chasqui_store.group_incubator"):
            return []
        store = "chasqui.store"
        soon = fields.Date.context_today(self) + SOON
        return [
            self._prepare_card(
                store,
                [("provisioning_state", "=", "failed")],
                self.env._("Stores that could not be set up"),
                sequence=1,
                urgent=True,
                icon="fa-exclamation-triangle",
            ),
            self._prepare_card(
                store,
                [("provisioning_state", "=", "queued")],
                self.env._("Stores being set up"),
                sequence=2,
                icon="fa-cogs",
            ),
            self._prepare_card(
                store,
                [("provisioning_state", "=", "done"), ("state", "=", "building")],
                self.env._("Stores getting ready to open"),
                sequence=3,
                icon="fa-wrench",
            ),
            self._prepare_card(
                store,
                [("state", "=", "paused"), ("reopening_date", "<=", soon)],
                self.env._("Paused stores that reopen this week"),
                sequence=4,
                icon="fa-calendar-check-o",
            ),
        ]

    @api.model
    def _get_order_cards(self):
        leaving = [("picking_type_code", "=", "outgoing"), ("scheduled_date", "<", self._get_end_of_day())]
        return [
            self._prepare_card(
                "sale.order",
                [("state", "=", "sale"), ("delivery_status", "in", ("pending", "started", "partial"))],
                self.env._("Orders to prepare"),
                sequence=10,
                amount="amount_total",
                icon="fa-shopping-basket",
            ),
            self._prepare_card(
                "stock.picking",
                [*leaving, ("state", "=", "assigned")],
                self.env._("Ready to hand over today"),
                sequence=11,
                urgent=True,
                icon="fa-truck",
            ),
            self._prepare_card(
                "stock.picking",
                [*leaving, ("state", "in", ("confirmed", "waiting"))],
                self.env._("Deliveries that wait for goods"),
                sequence=12,
                icon="fa-hourglass-half",
            ),
        ]

    @api.model
    def _get_money_cards(self):
        """Return what is to be paid and to be charged; to those who keep the books."""
        if not self.env.user.has_group("account.group_account_invoice"):
            return []
        today = fields.Date.context_today(self)
        unpaid = [("state", "=", "posted"), ("payment_state", "in", ("not_paid", "partial"))]
        residual = "amount_residual_signed"
        return [
            self._prepare_card(
                "sale.order",
                [("state", "in", ("draft", "sent")), ("transaction_ids.state", "=", "pending")],
                self.env._("Transfers to confirm"),
                sequence=20,
                amount="amount_total",
                urgent=True,
                icon="fa-university",
            ),
            self._prepare_card(
                "sale.order",
                [("chasqui_late_payment", "!=", False), ("activity_ids", "!=", False)],
                self.env._("Paid, but sold out: agree with the buyer"),
                sequence=21,
                amount="amount_total",
                urgent=True,
                icon="fa-phone",
            ),
            self._prepare_card(
                "sale.order",
                [("invoice_status", "=", "to invoice")],
                self.env._("Orders to invoice"),
                sequence=22,
                amount="amount_total",
                icon="fa-file-text-o",
            ),
            self._prepare_card(
                "account.move",
                [("state", "=", "draft"), ("move_type", "in", ("out_invoice", "in_invoice"))],
                self.env._("Invoices not posted yet"),
                sequence=23,
                icon="fa-pencil-square-o",
            ),
            self._prepare_card(
                "account.move",
                [*unpaid, ("move_type", "=", "out_invoice"), ("invoice_date_due", "<", today)],
                self.env._("Late payments: who owes us"),
                sequence=24,
                amount=residual,
                icon="fa-clock-o",
            ),
            self._prepare_card(
                "account.move",
                [*unpaid, ("move_type", "=", "out_refund")],
                self.env._("Money to give back"),
                sequence=25,
                amount=residual,
                icon="fa-undo",
            ),
            self._prepare_card(
                "account.move",
                [*unpaid, ("move_type", "=", "in_invoice"), ("invoice_date_due", "<=", today + SOON)],
                self.env._("Bills due this week"),
                sequence=26,
                amount=residual,
                icon="fa-money",
            ),
        ]

    @api.model
    def _get_stock_cards(self):
        return [
            self._prepare_card(
                "stock.picking",
                [
                    ("picking_type_code", "=", "incoming"),
                    ("state", "=", "assigned"),
                    ("scheduled_date", "<", self._get_end_of_day()),
                ],
                self.env._("Goods to receive today"),
                sequence=30,
                icon="fa-dropbox",
            ),
            self._prepare_card(
                "product.product",
                [
                    ("is_storable", "=", True),
                    ("is_published", "=", True),
                    ("allow_out_of_stock_order", "=", False),
                    ("qty_available", "<", LOW_STOCK),
                ],
                self.env._("Products that run out"),
                sequence=31,
                icon="fa-battery-quarter",
            ),
        ]
