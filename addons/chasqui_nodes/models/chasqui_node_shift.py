from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_datetime

REMIND_HOURS = 36
MAX_PLACES = 50


class ChasquiNodeShift(models.Model):
    """What is to be done on a day of a node, by how many: open, unload, hand out.

    How many places are taken is written on the shift itself: of two people who take the last place at
    once, the second waits for the first, tries again and is told that there is none left.
    """

    _name = "chasqui.node.shift"
    _description = "Shift of a Node"
    _order = "start, id"

    gathering_id = fields.Many2one(
        comodel_name="chasqui.gathering", string="Day", required=True, ondelete="cascade", index=True
    )
    node_id = fields.Many2one(related="gathering_id.node_id", store=True, index=True)
    kind = fields.Selection(
        selection=[
            ("open", "Open the place"),
            ("unload", "Unload"),
            ("hand_out", "Hand out the baskets"),
            ("clean", "Tidy up"),
            ("other", "Something else"),
        ],
        string="What is to be done",
        required=True,
        default="unload",
    )
    start = fields.Datetime(required=True, index=True)
    places = fields.Integer(string="People needed", required=True, default=1)
    taken = fields.Integer(string="Signed up", readonly=True, copy=False)
    place_ids = fields.One2many(
        comodel_name="chasqui.node.shift.place", inverse_name="shift_id", string="Who"
    )

    _check_places = models.Constraint(
        f"CHECK (places BETWEEN 1 AND {MAX_PLACES})",
        f"Between one and {MAX_PLACES} people.",
    )
    _check_taken = models.Constraint(
        "CHECK (taken BETWEEN 0 AND places)", "More people signed up than are needed."
    )

    # === BUSINESS METHODS === #

    def _get_label(self):
        return dict(self._fields["kind"]._description_selection(self.env))[self.kind]

    def _get_room(self):
        return self.places - self.taken

    def _format_start(self):
        tz = self.gathering_id._get_tz()
        return format_datetime(self.env, self.start, tz=tz, dt_format="EEEE d MMMM, HH:mm")

    def _format_time(self):
        return self.gathering_id._get_local(self.start).strftime("%H:%M")

    def _take(self, member):
        """Sign a member up; refused when it is full, over, or theirs already."""
        self.ensure_one()
        self.gathering_id._check_coming()
        self._check_member(member)
        if self.taken >= self.places:
            raise UserError(self.env._("There are enough people for this already. Thank you!"))
        self.taken += 1
        # Before anything else: here whoever comes second waits, and then tries again.
        self.flush_recordset(["taken"])
        return self.env["chasqui.node.shift.place"].create({"shift_id": self.id, "member_id": member.id})

    def _check_member(self, member):
        if member.node_id != self.node_id or member.state != "accepted":
            raise UserError(self.env._("Only members of the node sign up."))
        if member in self.place_ids.member_id:
            raise UserError(self.env._("You are signed up already."))

    def _set_places(self, places):
        """Say how many are needed; not fewer than have signed up."""
        self.ensure_one()
        if not 1 <= places <= MAX_PLACES:
            raise UserError(self.env._("Between one and %s people.", MAX_PLACES))
        if places < self.taken:
            raise UserError(self.env._("More people than that have signed up already."))
        self.places = places

    def _move(self, delta):
        """Move with the day that they belong to, and tell who signed up."""
        for shift in self:
            shift.start += delta
        self.place_ids.reminded_on = False
        self._tell("moved")

    def _remove(self):
        """Take it off the day's list, and tell who had signed up."""
        self._tell("removed")
        self.unlink()

    def _tell(self, what):
        """Write to everybody who signed up and left an address."""
        places = self.place_ids.filtered("member_id.email")
        template = self.env.ref("chasqui_nodes.mail_template_shift_changed")
        template.with_context(chasqui_what=what)._send_soon(places.ids)

    # === REMINDER === #

    @api.model
    def _cron_remind(self):
        """Remind whoever is to help within the next day and a half; once."""
        now = fields.Datetime.now()
        places = self.env["chasqui.node.shift.place"].search(
            [
                ("reminded_on", "=", False),
                ("shift_id.start", ">", now),
                ("shift_id.start", "<=", fields.Datetime.add(now, hours=REMIND_HOURS)),
                ("shift_id.gathering_id.is_cancelled", "=", False),
            ]
        )
        reachable = places.filtered("member_id.email")
        self.env.ref("chasqui_nodes.mail_template_shift_reminder")._send_soon(reachable.ids)
        places.reminded_on = now
