import logging

from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY

from odoo.addons.chasqui_store.tools.transaction import own_transaction

from ..tools.turns import take_turns

_logger = logging.getLogger(__name__)

BASKETS_IN_A_LOT = 25
# With more baskets the coordinator's phone does not wait for the answer.
BASKETS_AT_ONCE = 15


class ChasquiCollectiveOrder(models.Model):
    """Confirming: all the baskets of a group at once, or none of them."""

    _inherit = "chasqui.collective.order"

    problem = fields.Text(copy=False, readonly=True, help="Why the group could not be confirmed.")
    batch_id = fields.Many2one(
        comodel_name="stock.picking.batch",
        copy=False,
        readonly=True,
        check_company=True,
        help="One transfer for each basket, prepared and taken together.",
    )

    # === BUSINESS METHODS === #

    def _close(self, decisions=None):
        """Confirm the group, at once or in the background when it is large.

        :param dict decisions: ``include`` or ``leave_out``, by id of who is still choosing. After the
            deadline whoever is not decided about is left out: nobody buys who did not say so.
        """
        self._check_choosing()
        # first of all, since holds are kept whatever becomes of this transaction
        take_turns(self)
        take_turns(self._get_inside())
        left_out = self._get_left_out(decisions or {})
        self._check_can_close(self._get_baskets() - left_out)
        left_out._release_baskets("left_out")
        self.write({"state": "confirming", "shortages": False, "problem": False})
        self._tell()
        if len(self._get_baskets()) <= BASKETS_AT_ONCE:
            self._confirm_baskets()
        else:
            self.env.ref("chasqui_nodes.ir_cron_confirm")._trigger()

    def _get_left_out(self, decisions):
        """Return whose baskets stay out; refuse while somebody is still choosing and has time."""
        undecided = self._get_undecided()
        forgotten = undecided.filtered(lambda participant: participant.id not in decisions)
        if forgotten and not self._is_deadline_passed():
            raise UserError(
                self.env._(
                    "Still choosing: %s. Wait for them, or say what becomes of their baskets.",
                    ", ".join(forgotten.mapped("name")),
                )
            )
        return undecided.filtered(lambda participant: decisions.get(participant.id) != "include")

    def _check_can_close(self, baskets):
        """Refuse with a sentence what the store would not accept."""
        if not baskets:
            raise UserError(self.env._("Nobody has chosen anything yet."))
        if refusal := self.store_id.website_id._get_chasqui_refusal():
            raise UserError(refusal)
        if missing := self._get_missing(baskets):
            raise UserError("\n".join(missing))
        if self.freight_share == "coordinator" and self._get_freight() and self.coordinator_id not in baskets:
            raise UserError(
                self.env._(
                    "The freight is the coordinator's treat, and their basket is empty: choose something."
                )
            )

    def _confirm_baskets(self):
        """Hold what all want together, then confirm every basket; tell what is short otherwise."""
        baskets = self._get_baskets()
        orders = baskets.order_id
        shortages = self._find_withdrawn() or [
            item._asdict() for item in orders._chasqui_take_hold().shortages
        ]
        if shortages:
            self.write({"state": "choosing", "shortages": shortages})
            self._tell()
            return
        try:
            with self.env.cr.savepoint():
                self._write_delivery()
                self._confirm_orders(orders)
        except UserError:
            orders._chasqui_release_hold()
            raise
        (self._get_inside() - baskets).state = "left_out"
        self._gather_transfers()
        orders._chasqui_give_back_excess()
        self._set_pay_until()
        self._step_to("confirmed")

    def _confirm_orders(self, orders):
        """Confirm all baskets; what Odoo notes on each is noted once for all.

        They go in a few lots, so that those who wait see how far it is: with the last all are confirmed.
        """
        quick = orders.with_context(tracking_disable=True, chasqui_confirmed_together=True)
        for start in range(0, len(orders), BASKETS_IN_A_LOT):
            quick[start : start + BASKETS_IN_A_LOT].action_confirm()
            self._tell_progress(start, len(orders))
        orders.picking_ids.move_ids._trigger_chasqui_scheduler()
        body = self.env._("Confirmed with all the baskets of “%s”.", self.name)
        orders._message_log_batch(bodies=dict.fromkeys(orders.ids, body))

    def _tell_progress(self, done, total):
        """Let open pages know how far it is, before anything is committed."""
        if done:
            with own_transaction(self.env) as cr:
                bus = self.env(cr=cr)["bus.bus"]
                bus._sendone(self.sudo().channel, "chasqui_collective", {"done": done, "total": total})

    def _write_delivery(self):
        """Write on every basket where it goes, its part of the freight, and who is invoiced."""
        for participant, part in self._get_freight_parts().items():
            order = participant.order_id
            if self.place_partner_id:
                order.partner_shipping_id = self.place_partner_id
            order.partner_invoice_id = self._get_invoiced(participant)
            if self.carrier_id:
                order.set_delivery_line(self.carrier_id, part)
            if self.pickup_point_id:
                order._set_chasqui_pickup_point(self.pickup_point_id)

    def _gather_transfers(self):
        """Put the transfers of all baskets together: prepared and taken at once, each for its person."""
        pickings = self._get_confirmed_orders().picking_ids.filtered(
            lambda picking: (
                picking.picking_type_code == "outgoing" and picking.state not in ("done", "cancel")
            )
        )
        if not pickings:
            return
        if self.batch_id:
            (pickings - self.batch_id.picking_ids).batch_id = self.batch_id
            return
        self.batch_id = self.env["stock.picking.batch"].create(
            {
                "company_id": self.company_id.id,
                "description": self.name,
                "picking_type_id": pickings.picking_type_id[0].id,
                "picking_ids": [fields.Command.set(pickings.ids)],
            }
        )

    # === QUEUE === #

    @api.model
    def _run_closing_queue(self):
        """Confirm what waits, one group after the other; called by the scheduled action."""
        cron = self.env["ir.cron"]
        waiting = self.search([("state", "=", "confirming")], order="id")
        cron._commit_progress(remaining=len(waiting))
        for collective in waiting:
            if collective.try_lock_for_update().filtered(lambda locked: locked.state == "confirming"):
                collective._confirm_queued()
            if not cron._commit_progress(1):
                break

    def _confirm_queued(self):
        """Confirm one group; whatever goes wrong leaves nothing but the reason."""
        try:
            with self.env.cr.savepoint():
                self._confirm_baskets()
        except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
            self.env.cr.rollback()
            self.env.ref("chasqui_nodes.ir_cron_confirm")._trigger()
        except Exception as error:
            self.env.invalidate_all()
            self._fail_closing(error)

    def _fail_closing(self, error):
        """Let the group choose again, and tell why; what nobody foresaw is logged."""
        if isinstance(error, UserError):
            problem = str(error)
        else:
            _logger.error("Confirming %s failed", self, exc_info=error)
            problem = self.env._("Something unexpected went wrong. Nothing was confirmed: please try again.")
        self.write({"state": "choosing", "problem": problem})
        self.order_ids._chasqui_release_hold()
        self._tell()
