from datetime import datetime, time

import pytz

from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError
from odoo.tools import format_date


class ChasquiStore(models.Model):
    """The life of a store: building, open, paused until a day, closed."""

    _inherit = "chasqui.store"

    pause_message = fields.Text(translate=True, help="Shown on every page of the store while it is paused.")
    reopening_date = fields.Date(
        tracking=True, help="The store opens again by itself on the morning of this day."
    )

    # === CRUD === #

    def write(self, vals):
        res = super().write(vals)
        if {"state", "reopening_date", "website_id"} & vals.keys():
            self.env.registry.clear_cache()  # website._get_chasqui_life
        if {"state", "reopening_date"} & vals.keys():
            self._plan_reopening()
        return res

    # === ACTIONS === #

    def action_open(self):
        """Open, or open again, a store that is set up."""
        for store in self:
            if store.state == "closed":
                store._check_platform_staff()
            if not (store.company_id and store.website_id):
                raise UserError(self.env._("“%s” has to be set up first.", store.name))
        self._set_state("open")

    def action_pause(self):
        today = self._get_today()
        for store in self:
            if store.state != "open":
                raise UserError(self.env._("Only an open store can be paused."))
            if store.reopening_date and store.reopening_date <= today:
                raise UserError(self.env._("The day of reopening must be in the future."))
        self._set_state("paused")

    def action_close(self):
        self._check_platform_staff()
        self._set_state("closed")

    def action_visit(self):
        self.ensure_one()
        return {"type": "ir.actions.act_url", "url": self.address, "target": "new"}

    def _set_state(self, state):
        self.check_access("write")
        self.sudo().write({"state": state})

    @api.model
    def _check_platform_staff(self):
        if not self._is_platform_staff():
            raise AccessError(self.env._("Only incubator staff can close or revive a store."))

    # === BUSINESS === #

    @api.model
    def _get_today(self):
        """Return the day where the stores are, not where the server is."""
        return self._get_day(fields.Datetime.now())

    @api.model
    def _get_day(self, moment):
        """Return on which day a moment, in UTC as fields have it, was where the stores are."""
        return pytz.utc.localize(moment).astimezone(self._get_timezone()).date()

    @api.model
    def _get_midnight(self, day):
        """Return when a day begins where the stores are, in UTC as fields have it."""
        midnight = self._get_timezone().localize(datetime.combine(day, time.min))
        return midnight.astimezone(pytz.utc).replace(tzinfo=None)

    @api.model
    def _get_timezone(self):
        return pytz.timezone(
            self.env["ir.config_parameter"]
            .sudo()
            .get_param("chasqui_store.timezone", "America/Argentina/Buenos_Aires")
        )

    @api.model
    def _reopen_stores(self):
        """Open the stores whose day has come; visitors find them open even before this ran."""
        self.search([("state", "=", "paused"), ("reopening_date", "<=", self._get_today())]).write(
            {"state": "open"}
        )

    def _plan_reopening(self):
        """Have the paused stores opened as soon as their day begins, and not within the hour."""
        days = {store.reopening_date for store in self if store.state == "paused" and store.reopening_date}
        if days:
            self.env.ref("chasqui_store.ir_cron_reopen")._trigger(
                at=[self._get_midnight(day) for day in days]
            )

    def _get_pause_sentence(self):
        """Return the sentence that a shopper gets instead of what they wanted to buy."""
        self.ensure_one()
        if not self.reopening_date:
            return self.env._("%(store)s is not selling right now. Your cart is kept.", store=self.name)
        return self.env._(
            "%(store)s is taking a break until %(date)s. Your cart is kept.",
            store=self.name,
            date=format_date(self.env, self.reopening_date, date_format="long"),
        )
