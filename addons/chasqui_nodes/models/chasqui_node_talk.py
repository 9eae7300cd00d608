from datetime import timedelta

from odoo import api, fields, models
from odoo.exceptions import UserError

MESSAGES_PER_HOUR = 60
MAX_MESSAGE = 1000
MAIL_PAUSE = timedelta(hours=1)


class ChasquiNodeTalk(models.Model):
    """What people of a node say to each other: all of them, or one member and the coordinators.

    A document of its own, because the node is open to the staff of stores and this is not: nobody but
    the members reads it, through the platform's site.
    """

    _name = "chasqui.node.talk"
    _description = "Talk of a Node"
    _inherit = ["mail.thread"]
    _order = "node_id, id"

    node_id = fields.Many2one(comodel_name="chasqui.node", required=True, ondelete="cascade", index=True)
    member_id = fields.Many2one(
        comodel_name="chasqui.node.member",
        ondelete="cascade",
        index="btree_not_null",
        help="Who talks with the coordinators; empty: all members talk.",
    )
    mailed_member_on = fields.Datetime(readonly=True)
    mailed_coordinators_on = fields.Datetime(readonly=True)

    _one_each = models.UniqueIndex("(node_id, COALESCE(member_id, 0))")

    # === BUSINESS METHODS === #

    @api.model
    def _get_of(self, node, member=None):
        """Return the talk of all members of a node, or of one with the coordinators."""
        member_id = member.id if member else False
        talk = self.search([("node_id", "=", node.id), ("member_id", "=", member_id)])
        return talk or self.create({"node_id": node.id, "member_id": member_id})

    def _get_of_coordinators(self):
        """Return the talks of the node's members with its coordinators, the last one spoken in first."""
        talks = self.search([("node_id", "=", self.node_id.id), ("member_id", "!=", False)])
        return talks.filtered("message_ids").sorted(lambda talk: -max(talk.message_ids.ids))

    def _is_open_to(self, member):
        """Tell whether a member reads and writes here."""
        self.ensure_one()
        if member.node_id != self.node_id or member.state != "accepted":
            return False
        return not self.member_id or self.member_id == member or member.is_coordinator

    def _say(self, member, text):
        """Say something, and write to those who are meant unless they were written to lately."""
        self.ensure_one()
        if not self._is_open_to(member):
            raise UserError(self.env._("Only members of the node write here."))
        if not text:
            raise UserError(self.env._("There is nothing in the message."))
        if len(text) > MAX_MESSAGE:
            raise UserError(self.env._("Keep a message under %s letters.", MAX_MESSAGE))
        if self.env["chasqui.attempt"]._add(f"node talk {member.id}") > MESSAGES_PER_HOUR:
            raise UserError(self.env._("That is a lot of messages. Please try again in an hour."))
        message = self.message_post(
            body=text,
            author_id=member.partner_id.id,
            message_type="comment",
            subtype_xmlid="chasqui_nodes.mt_node_talk",
        )
        if self.member_id:
            self._mail(member)
        return message

    def _get_messages(self, limit=50):
        """Return what was said last, the oldest first."""
        subtype = self.env.ref("chasqui_nodes.mt_node_talk")
        messages = self.message_ids.filtered(lambda message: message.subtype_id == subtype)
        return messages[:limit].sorted("id")

    def _get_author_names(self):
        """Return by contact how the members of the node are called in it, whoever left included."""
        members = self.node_id.with_context(active_test=False).member_ids
        return {member.partner_id: member.name for member in members if member.partner_id}

    def _take_back(self, member, message_id):
        """Remove a message: one's own, or any by who coordinates."""
        message = self._get_messages(limit=None).filtered(lambda message: message.id == message_id)
        if message and (member.is_coordinator or message.author_id == member.partner_id):
            message.unlink()

    # === MAILS === #

    def _mail(self, author):
        """Tell the other side that there is something to read, once an hour at most."""
        is_answer = author != self.member_id
        field_name = "mailed_member_on" if is_answer else "mailed_coordinators_on"
        now = fields.Datetime.now()
        if self[field_name] and self[field_name] > now - MAIL_PAUSE:
            return
        people = self.member_id if is_answer else self.node_id._get_coordinators()
        template = self.env.ref("chasqui_nodes.mail_template_talk").with_context(
            chasqui_author=author, chasqui_talk_url=self._get_url(is_answer)
        )
        template._send_soon(people.filtered("email").ids)
        self[field_name] = now

    def _get_url(self, is_answer):
        """Return the page on which to read it: the member's, or the coordinators'."""
        base = self.node_id._get_member_url()
        return f"{base}/coordinators" if is_answer else f"{base}/talk/{self.member_id.id}"


class ChasquiNode(models.Model):
    _inherit = "chasqui.node"

    talk_ids = fields.One2many(comodel_name="chasqui.node.talk", inverse_name="node_id")

    def _get_unanswered_talks(self):
        """Return in which talks with the coordinators a member spoke last, the oldest first."""
        coordinators = self._get_coordinators().partner_id
        waiting = self.talk_ids.filtered(
            lambda talk: (
                talk.member_id
                and (last := talk._get_messages(limit=1))
                and last.author_id not in coordinators
            )
        )
        return waiting.sorted(lambda talk: max(talk.message_ids.ids))
