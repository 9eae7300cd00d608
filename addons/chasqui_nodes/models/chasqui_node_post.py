from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import format_date

POSTS_PER_DAY = 10
DAY = 24 * 3600
MAX_NAME = 80
MAX_BODY = 2000


class ChasquiNodePost(models.Model):
    """A note on the notice board of a node, for its members or for everybody; plain text."""

    _name = "chasqui.node.post"
    _description = "Note on a Notice Board"
    _order = "is_pinned desc, id desc"

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="cascade", index=True)
    member_id = fields.Many2one(
        comodel_name="chasqui.node.member", string="Written by", ondelete="set null", index="btree_not_null"
    )
    name = fields.Char(string="Title", required=True)
    body = fields.Text(string="Text", required=True)
    is_public = fields.Boolean(string="Public", help="On the node's page, for everybody.")
    is_pinned = fields.Boolean(string="Stays on top")

    _check_size = models.Constraint(
        f"CHECK (LENGTH(name) <= {MAX_NAME} AND LENGTH(body) <= {MAX_BODY})", "That is too long for a note."
    )

    # === BUSINESS METHODS === #

    @api.model
    def _pin_up(self, member, name, body, is_public=False, is_pinned=False):
        """Put a note on the board of a member's node; for everybody, or on top, if they coordinate it."""
        if member.state != "accepted":
            raise UserError(self.env._("Only members of the node write here."))
        if not name or not body:
            raise UserError(self.env._("A note needs a title and a text."))
        if len(name) > MAX_NAME or len(body) > MAX_BODY:
            raise UserError(
                self.env._(
                    "That is too long: %(name)s letters for the title, %(body)s for the text.",
                    name=MAX_NAME,
                    body=MAX_BODY,
                )
            )
        if self.env["chasqui.attempt"]._add(f"node post {member.id}", window=DAY) > POSTS_PER_DAY:
            raise UserError(self.env._("That is a lot for one day. Please try again tomorrow."))
        return self.create(
            {
                "node_id": member.node_id.id,
                "member_id": member.id,
                "name": name,
                "body": body,
                "is_public": is_public and member.is_coordinator,
                "is_pinned": is_pinned and member.is_coordinator,
            }
        )

    def _can_take_down(self, member):
        """Tell whether a member may take the note off the board: their own, or they coordinate."""
        self.ensure_one()
        return member.node_id == self.node_id and (member.is_coordinator or self.member_id == member)

    def _format_date(self):
        return format_date(self.env, self.create_date, date_format="d MMMM")
