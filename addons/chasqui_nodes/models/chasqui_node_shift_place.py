from odoo import fields, models
from odoo.exceptions import UserError


class ChasquiNodeShiftPlace(models.Model):
    """A member who takes a shift; they may ask that somebody take it over."""

    _name = "chasqui.node.shift.place"
    _description = "Place in a Shift"
    _order = "shift_id, id"

    shift_id = fields.Many2one(
        comodel_name="chasqui.node.shift", required=True, ondelete="cascade", index=True
    )
    member_id = fields.Many2one(
        comodel_name="chasqui.node.member", required=True, ondelete="restrict", index=True
    )
    wants_swap = fields.Boolean(
        string="Looks for somebody else", help="The place stays theirs until another member takes it."
    )
    reminded_on = fields.Datetime(readonly=True, copy=False)

    _once_each = models.UniqueIndex("(shift_id, member_id)", "You are signed up already.")

    # === BUSINESS METHODS === #

    def _ask_swap(self, wanted=True):
        self.ensure_one()
        self.shift_id.gathering_id._check_coming()
        self.wants_swap = wanted

    def _take_over(self, member):
        """Give the place to another member, and tell who had it. Of two who want it, one gets it."""
        self.ensure_one()
        self.shift_id.gathering_id._check_coming()
        if not self.wants_swap:
            raise UserError(self.env._("Somebody took it already. Thank you!"))
        self.shift_id._check_member(member)
        before = self.member_id
        self.write({"member_id": member.id, "wants_swap": False, "reminded_on": False})
        self.flush_recordset()
        if before.email:
            template = self.env.ref("chasqui_nodes.mail_template_shift_taken_over")
            template.with_context(chasqui_before=before)._send_soon(self.ids)

    def _leave(self):
        """Give the place back."""
        self.ensure_one()
        self.shift_id.gathering_id._check_coming()
        self._free()

    def _free(self):
        """Let others have these places."""
        for place in self:
            place.shift_id.taken -= 1
        self.unlink()

    def _get_others_url(self):
        return f"{self.shift_id.node_id._get_member_url()}/calendar"

    def _prepare_ical_entry(self):
        """Return the shift as its member's calendar wants it."""
        self.ensure_one()
        shift = self.shift_id
        gathering = shift.gathering_id
        return {
            "uid": f"shift-{self.id}@{gathering._get_ical_host()}",
            "name": f"{shift._get_label()} ({gathering.name})",
            "start": shift.start,
            "changed": max(shift.write_date, self.write_date),
            "place": gathering._get_place_text(is_member=True),
            "is_cancelled": gathering.is_cancelled,
        }
