from odoo import api, fields, models
from odoo.tools import SQL

# Nobody counts further.
MOST_UNREAD = 99


class ChasquiNodeMember(models.Model):
    """What a member has not read yet: on the board, among all, and from the coordinators to them."""

    _inherit = "chasqui.node.member"

    read_board_id = fields.Integer(copy=False, readonly=True, help="The last note that was there to read.")
    read_talk_id = fields.Integer(copy=False, readonly=True, help="The last message to all that they saw.")
    read_answer_id = fields.Integer(
        copy=False, readonly=True, help="The last message between them and the coordinators that they saw."
    )
    unread_board = fields.Integer(compute="_compute_unread", compute_sudo=True)
    unread_talk = fields.Integer(compute="_compute_unread", compute_sudo=True)
    unread_answers = fields.Integer(compute="_compute_unread", compute_sudo=True)

    # === COMPUTE METHODS === #

    @api.depends("read_board_id", "read_talk_id", "read_answer_id")
    def _compute_unread(self):
        """Count for all members in one go, no further than anybody would."""
        counts = self._count_unread()
        for member in self:
            board, talk, answers = counts.get(member.id, (0, 0, 0))
            member.unread_board, member.unread_talk, member.unread_answers = board, talk, answers

    def _count_unread(self):
        """Return by the member's id how much is new on the board, among all, and from the coordinators."""
        for model in ("chasqui.node.member", "chasqui.node.post", "chasqui.node.talk", "mail.message"):
            self.env[model].flush_model()
        rows = self.env.execute_query(
            SQL(
                "SELECT member.id, (%s), (%s), (%s) FROM chasqui_node_member member WHERE member.id IN %s",
                self._get_unread_posts_sql(),
                self._get_unread_messages_sql(SQL("talk.member_id IS NULL"), SQL("member.read_talk_id")),
                self._get_unread_messages_sql(
                    SQL("talk.member_id = member.id"), SQL("member.read_answer_id")
                ),
                tuple(self.ids or (0,)),
            )
        )
        return {member_id: counts for member_id, *counts in rows}

    @api.model
    def _get_unread_posts_sql(self):
        return SQL(
            """
            SELECT count(*) FROM (
                SELECT FROM chasqui_node_post post
                 WHERE post.node_id = member.node_id
                   AND post.id > COALESCE(member.read_board_id, 0)
                   AND post.member_id IS DISTINCT FROM member.id
                 LIMIT %s
            ) unread
            """,
            MOST_UNREAD,
        )

    @api.model
    def _get_unread_messages_sql(self, which_talk, last_read):
        return SQL(
            """
            SELECT count(*) FROM (
                SELECT FROM chasqui_node_talk talk
                  JOIN mail_message message
                    ON message.model = 'chasqui.node.talk' AND message.res_id = talk.id
                 WHERE talk.node_id = member.node_id
                   AND %s
                   AND message.subtype_id = %s
                   AND message.id > COALESCE(%s, 0)
                   AND message.author_id IS DISTINCT FROM member.partner_id
                 LIMIT %s
            ) unread
            """,
            which_talk,
            self.env["ir.model.data"]._xmlid_to_res_id("chasqui_nodes.mt_node_talk"),
            last_read,
            MOST_UNREAD,
        )

    # === BUSINESS METHODS === #

    def _get_unread(self):
        """Return how much there is to read in the node, all together."""
        self.ensure_one()
        return self.unread_board + self.unread_talk + self.unread_answers

    def _read_board(self):
        """Return what was read before, and note that all that is on the board is read now."""
        return self._mark_read("read_board_id", max(self.node_id.post_ids.ids, default=0))

    def _read_talk(self, talk):
        """Return what was read before of a talk, and note that all of it is read now.

        What somebody else says with the coordinators has no mark: it waits until they are answered.
        """
        if talk.member_id and talk.member_id != self:
            return max(talk.message_ids.ids, default=0)
        fname = "read_answer_id" if talk.member_id else "read_talk_id"
        return self._mark_read(fname, max(talk.message_ids.ids, default=0))

    def _mark_read(self, fname, last_id):
        before = self[fname]
        if last_id > before:
            self[fname] = last_id
        return before
