from odoo import api, fields, models

from ..tools.tokens import make_token


class ChasquiNodeMember(models.Model):
    """A member's own calendar, and what becomes of their shifts when they go."""

    _inherit = "chasqui.node.member"

    calendar_token = fields.Char(
        copy=False,
        groups="base.group_system",
        help="Opens the member's calendar to their phone, until renewed.",
    )
    shift_place_ids = fields.One2many(
        comodel_name="chasqui.node.shift.place", inverse_name="member_id", string="Shifts"
    )

    _calendar_token_unique = models.UniqueIndex("(calendar_token)")

    # === BUSINESS METHODS: CALENDAR === #

    @api.model
    def _find_by_calendar_token(self, token):
        """Return, as sudo, whose calendar a link opens; nobody's once they are out of the node."""
        members_sudo = self.sudo()
        if not token:
            return members_sudo.browse()
        return members_sudo.search([("calendar_token", "=", token), ("state", "=", "accepted")])

    def _renew_calendar_token(self):
        """Make a new link; what has the old one sees nothing any more."""
        self.calendar_token = make_token()

    def _get_calendar_url(self):
        """Return the address that a phone subscribes to."""
        self.ensure_one()
        if not self.calendar_token:
            self._renew_calendar_token()
        return f"{self.env['chasqui.store']._get_platform_url()}/nodes/calendar/{self.calendar_token}.ics"

    def _prepare_calendar(self):
        """Return what is in the member's calendar: the node's days, with what they help with."""
        self.ensure_one()
        node = self.node_id
        gatherings = node._get_gatherings(since=self.env["chasqui.gathering"]._get_since())
        entries = [gathering._prepare_ical_entry(is_member=True) for gathering in gatherings]
        entries += [
            place._prepare_ical_entry()
            for place in self.shift_place_ids
            if place.shift_id.gathering_id in gatherings
        ]
        return entries + node._prepare_purchase_entries()

    # === BUSINESS METHODS: SHIFTS === #

    def _go(self, state, answer):
        """Override: whoever goes leaves what they had signed up for to others."""
        result = super()._go(state, answer)
        self._free_coming_shifts()
        return result

    def _free_coming_shifts(self):
        self._get_coming_places()._free()

    def _get_coming_places(self):
        """Return what somebody is to help with, the next first."""
        now = fields.Datetime.now()
        coming = self.shift_place_ids.filtered(lambda place: place.shift_id.start > now)
        return coming.sorted(lambda place: place.shift_id.start)
