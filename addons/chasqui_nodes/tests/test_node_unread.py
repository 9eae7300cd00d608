from odoo.tests import tagged

from .common_node_life import NodeLifeSiteCommon


@tagged("post_install", "-at_install")
class TestNodeUnread(NodeLifeSiteCommon):
    """Everybody sees how much there is to read, until they have read it."""

    def _pin_up(self, member, name):
        return self.env["chasqui.node.post"]._pin_up(member, name, "Text")

    def _say(self, member, text, to_coordinators_of=None):
        talk = self.env["chasqui.node.talk"]._get_of(self.node, to_coordinators_of)
        talk._say(member, text)
        return talk

    def _get_counts(self, member):
        member.invalidate_recordset(["unread_board", "unread_talk", "unread_answers"])
        return member.unread_board, member.unread_talk, member.unread_answers

    def test_what_others_write_is_counted_for_each_and_what_they_wrote_is_not(self):
        self._pin_up(self.rosa, "Crates")
        self._say(self.luis, "Hello")
        self._say(self.rosa, "For you alone", to_coordinators_of=self.luis)
        self.assertEqual(self._get_counts(self.luis), (1, 0, 1))
        self.assertEqual(self._get_counts(self.mara), (1, 1, 0), "Nobody counts what is not for them")
        self.assertEqual(self._get_counts(self.rosa), (0, 1, 0))
        self.assertEqual(self.luis._get_unread(), 2)

    def test_what_was_read_is_new_no_more(self):
        self._pin_up(self.rosa, "Crates")
        talk = self._say(self.rosa, "Hello")
        own = self._say(self.rosa, "For you alone", to_coordinators_of=self.luis)
        self.luis._read_board()
        self.luis._read_talk(talk)
        self.luis._read_talk(own)
        self.assertEqual(self._get_counts(self.luis), (0, 0, 0))
        self._say(self.mara, "Me too")
        self.assertEqual(self._get_counts(self.luis), (0, 1, 0))

    def test_whoever_coordinates_does_not_read_for_the_member(self):
        own = self._say(self.rosa, "For you alone", to_coordinators_of=self.luis)
        self.rosa._read_talk(own)
        self.assertEqual(self._get_counts(self.luis), (0, 0, 1))

    def test_the_members_of_other_nodes_hear_nothing(self):
        self._pin_up(self.rosa, "Crates")
        other = self._create_node(name="El Galpón")
        self.assertEqual(self._get_counts(self._create_member("Nora", node_id=other.id)), (0, 0, 0))

    def test_pages_tell_how_much_is_new_and_which(self):
        self._pin_up(self.rosa, "Crates")
        self._say(self.rosa, "Hello")
        self._become(self.luis)
        self.assertIn("New: 2", self._open("/my/nodes").text)
        page = self._open("/my/nodes/la-casona").text
        self.assertEqual(page.count("New: 1"), 2)
        self.assertIn(">New<", self._open("/my/nodes/la-casona/board").text)
        self.assertNotIn(">New<", self._open("/my/nodes/la-casona/board").text)
        self.assertIn(">New<", self._open("/my/nodes/la-casona/talk").text)
        self.assertNotIn("New:", self._open("/my/nodes").text)

    def test_many_members_are_counted_in_one_query(self):
        members = self.rosa | self.luis | self.mara
        members.mapped("unread_board")
        self.env.flush_all()
        members.invalidate_recordset(["unread_board", "unread_talk", "unread_answers"])
        with self.assertQueryCount(1):
            members.mapped("unread_board")
            members.mapped("unread_talk")
