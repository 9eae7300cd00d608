from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError
from odoo.tools import format_datetime

MAX_GATHERINGS = 100  # of one node, still to come
MAX_SHIFTS = 20  # of one day


class ChasquiGathering(models.Model):
    """A day on which people meet: a fair, a swap, a talk, the next unloading of a node.

    A node's are kept by its coordinators, on the platform's site. Those of no node are the platform's,
    for everybody, and the incubator's staff keep them in the back office.
    """

    _name = "chasqui.gathering"
    _description = "Gathering"
    _order = "start, id"

    name = fields.Char(required=True)
    kind = fields.Selection(
        selection=[
            ("unloading", "Unloading"),
            ("fair", "Fair"),
            ("swap", "Swap"),
            ("talk", "Talk or workshop"),
            ("assembly", "Assembly"),
            ("other", "Something else"),
        ],
        required=True,
        default="other",
    )
    node_id = fields.Many2one(
        comodel_name="chasqui.node",
        ondelete="cascade",
        index=True,
        help="Empty: a gathering of the whole platform.",
    )
    start = fields.Datetime(required=True, index=True)
    stop = fields.Datetime(string="End")
    place = fields.Char(help="Where, if it is not at the node. Whoever sees the gathering reads it.")
    note = fields.Text(string="What there is to know")
    is_public = fields.Boolean(
        string="Public", help="On the node's page and in the calendar of the platform, for everybody."
    )
    is_cancelled = fields.Boolean(string="Called off", readonly=True, copy=False)
    shift_ids = fields.One2many(comodel_name="chasqui.node.shift", inverse_name="gathering_id")

    _check_times = models.Constraint(
        "CHECK (stop IS NULL OR stop >= start)", "It cannot end before it begins."
    )
    _platform_is_public = models.Constraint(
        "CHECK (node_id IS NOT NULL OR is_public)", "A gathering of the platform is for everybody."
    )

    # === DEFAULT METHODS === #

    @api.model
    def default_get(self, fields_list):
        """What is entered in the back office is the platform's unless a node is chosen, so public."""
        return {"is_public": True, **super().default_get(fields_list)}

    # === CONSTRAINTS === #

    @api.constrains("node_id", "start")
    def _check_count(self):
        """Keep the calendars of a size that a phone reads: nobody plans a hundred days ahead."""
        now = fields.Datetime.now()
        counts = self._read_group(
            [("node_id", "in", self.node_id.ids), ("start", ">=", now)], ["node_id"], ["__count"]
        )
        if any(count > MAX_GATHERINGS for _node, count in counts):
            raise ValidationError(self.env._("That is a lot of dates. Remove some first."))

    # === CRUD METHODS === #

    def write(self, vals):
        """Tell whoever is to help when the day they signed up for moves."""
        before = {gathering: gathering.start for gathering in self if "start" in vals}
        result = super().write(vals)
        for gathering, start in before.items():
            if gathering.start != start:
                gathering.shift_ids._move(gathering.start - start)
        return result

    # === ACTIONS === #

    def action_cancel(self):
        """Call it off, in the back office."""
        self.check_access("write")
        self.sudo()._cancel()

    # === BUSINESS METHODS === #

    def _cancel(self):
        """Call it off; it stays in the calendars, crossed out, and who is to help is told."""
        coming = self.filtered(lambda gathering: not gathering.is_cancelled)
        coming.is_cancelled = True
        coming.shift_ids._tell("cancelled")

    def _add_shift(self, kind, places, start):
        """Say what is to be done on this day, by how many."""
        self.ensure_one()
        if len(self.shift_ids) >= MAX_SHIFTS:
            raise UserError(self.env._("That is a lot of shifts for one day."))
        shift = self.env["chasqui.node.shift"].create({"gathering_id": self.id, "kind": kind, "start": start})
        shift._set_places(places)
        return shift

    def _get_needed(self):
        """Return how many people are still needed."""
        return sum(shift._get_room() for shift in self.shift_ids)

    def _is_over(self):
        self.ensure_one()
        return (self.stop or self.start) < fields.Datetime.now()

    def _check_coming(self):
        """Refuse to change what is over or called off."""
        self.ensure_one()
        if self.is_cancelled:
            raise UserError(self.env._("It was called off."))
        if self._is_over():
            raise UserError(self.env._("It is over: nothing changes any more."))

    # === WHAT PEOPLE SEE === #

    def _get_tz(self):
        """Return the clock by which people go there."""
        self.ensure_one()
        return self.node_id.tz or self.env["website"]._get_chasqui_platform().company_id._get_chasqui_tz()

    def _get_local(self, moment):
        """Return a moment on the clock of the place."""
        return fields.Datetime.context_timestamp(self.with_context(tz=self._get_tz()), moment)

    def _format_start(self):
        """Return when it begins, in the reader's language, on the clock of the place."""
        return format_datetime(self.env, self.start, tz=self._get_tz(), dt_format="EEEE d MMMM, HH:mm")

    def _format_when(self):
        """Return from when to when it is."""
        if not self.stop:
            return self._format_start()
        day_format = "HH:mm" if self.stop - self.start < timedelta(hours=20) else "EEEE d MMMM, HH:mm"
        end = format_datetime(self.env, self.stop, tz=self._get_tz(), dt_format=day_format)
        return self.env._("%(start)s to %(end)s", start=self._format_start(), end=end)

    def _get_place_text(self, is_member=False):
        """Return where it is: the door of the node for its members alone."""
        self.ensure_one()
        if self.place or not self.node_id:
            return self.place or ""
        return self.node_id._get_exact_place() if is_member else self.node_id._get_rough_place()

    def _get_url(self):
        """Return where to read about it, on the platform's site; nothing of one that has no page."""
        self.ensure_one()
        return f"{self.node_id._get_public_url()}#gathering-{self.id}" if self.node_id else ""
