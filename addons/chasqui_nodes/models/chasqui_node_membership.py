from odoo import api, fields, models
from odoo.exceptions import UserError

from ..tools.turns import take_turns
from .chasqui_node_member import LIVE_STATES


class ChasquiNode(models.Model):
    """How people get into a node, and who may."""

    _inherit = "chasqui.node"

    member_count = fields.Integer(string="Members in", compute="_compute_member_count", compute_sudo=True)

    @api.depends("member_ids.state")
    def _compute_member_count(self):
        counts = dict(
            self.env["chasqui.node.member"]._read_group(
                [("node_id", "in", self.ids), ("state", "=", "accepted")], ["node_id"], ["__count"]
            )
        )
        for node in self:
            node.member_count = counts.get(node, 0)

    # === BUSINESS METHODS === #

    def _get_accepted(self):
        """Return who is in, coordinators first."""
        return self.member_ids.filtered(lambda member: member.state == "accepted").sorted(
            lambda member: (not member.is_coordinator, (member.name or "").lower())
        )

    def _get_coordinators(self):
        return self.member_ids.filtered("is_coordinator")

    def _get_general_coordinators(self):
        """Return who can do everything in the node; there is always one."""
        return self._get_coordinators().filtered(lambda member: member.role == "coordinator")

    def _get_member_of(self, partner):
        """Return the row of a person who asked, waits or is in; nothing of who is not."""
        self.ensure_one()
        return self.member_ids.filtered(
            lambda member: member.partner_id == partner and member.state in LIVE_STATES
        )

    @api.model
    def _get_nodes_of(self, partner):
        """Return, as sudo, the memberships of a person: asked, waiting, in."""
        return (
            self.env["chasqui.node.member"]
            .sudo()
            .search([("partner_id", "=", partner.id), ("state", "in", LIVE_STATES)])
        )

    def _get_room_left(self):
        """Return how many more members there is room for; None where there is no limit."""
        self.ensure_one()
        return max(self.capacity - self.member_count, 0) if self.capacity else None

    def _check_running(self):
        for node in self:
            if node.state != "running" or not node.active:
                raise UserError(self.env._("“%s” takes nobody in any more.", node.name))

    def _ask_to_join(self, partner, is_invited=False, **values):
        """Ask to join in the name of somebody who has an account; who is invited is in at once.

        Where there is no room they wait for it.

        :param values: fields of the member: name, phone, email, note, visibility
        """
        self.ensure_one()
        take_turns(self)
        self._check_running()
        if known := self._get_member_of(partner):
            if not (is_invited and known.state == "asked"):
                return known
            known._accept()
            return known
        if self.join_policy == "closed" and not is_invited:
            raise UserError(self.env._("This node takes people in by invitation."))
        has_room = self._get_room_left() != 0
        self.member_ids.flush_recordset(["state"])  # who left in this transaction may come back in it
        member = self.env["chasqui.node.member"].create(
            {
                "node_id": self.id,
                "partner_id": partner.id,
                "name": partner.name,
                "phone": partner.phone,
                "email": partner.email,
                **values,
                "state": "asked" if has_room else "waiting",
            }
        )
        if is_invited and has_room:
            member._accept()
        elif not is_invited:
            self._tell_coordinators("chasqui_nodes.mail_template_node_asked", member)
        return member

    def _add_neighbour(self, **values):
        """Take in somebody who has no account: the coordinators look after their basket."""
        self.ensure_one()
        take_turns(self)
        self._check_running()
        if self._get_room_left() == 0:
            raise UserError(self.env._("There is no room for more members."))
        return self.env["chasqui.node.member"].create(
            {"node_id": self.id, **values, "state": "accepted", "joined_on": self._get_today()}
        )


class ChasquiNodeMember(models.Model):
    """What becomes of somebody who asked: accepted, refused, gone."""

    _inherit = "chasqui.node.member"

    # === BUSINESS METHODS === #

    def _accept(self, answer=None):
        """Take people in, as long as there is room."""
        take_turns(self.node_id)
        for member in self:
            member._check_state("asked", "waiting")
            member.node_id._check_running()
            if member.node_id._get_room_left() == 0:
                raise UserError(self.env._("There is no room for more members."))
            member.write({"state": "accepted", "answer": answer, "joined_on": member.node_id._get_today()})
        self._mail("chasqui_nodes.mail_template_node_answer")

    def _refuse(self, answer=None):
        self._check_state("asked", "waiting")
        self.write({"state": "refused", "answer": answer})
        self._mail("chasqui_nodes.mail_template_node_answer")

    def _leave(self, answer=None):
        """Leave, of one's own will; who only asked takes that back."""
        self.ensure_one()
        self._check_state(*LIVE_STATES)
        self._go("left", answer)

    def _remove(self, answer=None):
        """Take somebody out: from then on they see nothing more of the node."""
        self.ensure_one()
        self._check_state("accepted")
        self._go("removed", answer)
        self._mail("chasqui_nodes.mail_template_node_answer")

    def _go(self, state, answer):
        take_turns(self.node_id)
        self._check_nothing_under_way()
        self._check_somebody_coordinates()
        self._release_open_baskets()
        self.write({"state": state, "answer": answer, "left_on": self.node_id._get_today(), "role": "member"})

    def _set_role(self, role):
        """Give somebody a part in looking after the node, or take it from them."""
        self.ensure_one()
        take_turns(self.node_id)
        self._check_state("accepted")
        if role != "coordinator":
            self._check_somebody_coordinates()
        self.role = role

    def _check_state(self, *states):
        if any(member.state not in states for member in self):
            raise UserError(self.env._("This was decided already."))

    def _check_somebody_coordinates(self):
        """Refuse to leave a node without anybody who can do everything."""
        for node in self.node_id:
            general = node._get_general_coordinators()
            if general & self and not general - self:
                raise UserError(
                    self.env._("“%s” would have no coordinator: hand the coordination over first.", node.name)
                )

    def _check_nothing_under_way(self):
        """A hook: what a person ordered is finished before they go."""

    def _release_open_baskets(self):
        """A hook: what a person only chose becomes a cart of their own."""

    def _get_answer_text(self):
        """Return what became of it, for the subject of a mail."""
        self.ensure_one()
        name = self.node_id.name
        texts = {
            "accepted": self.env._("You are in: %s", name),
            "refused": self.env._("%s cannot take you in", name),
            "removed": self.env._("You are no longer in %s", name),
        }
        return texts.get(self.state, name)

    # === WHO SEES WHOM === #

    def _get_shown_to(self, viewer):
        """Return ``{member: (name, phone)}`` of those whom a member may see, as they chose.

        Coordinators see how to reach everybody of their node.
        """
        shown = {}
        for member in self:
            if viewer.is_coordinator or member == viewer:
                shown[member] = (member.name, member.phone)
            elif member.visibility == "contact" or member.is_coordinator:
                phone = member.phone if member.visibility == "contact" else False
                shown[member] = (member.name, phone)
            elif member.visibility == "name":
                shown[member] = (member.name, False)
        return shown
