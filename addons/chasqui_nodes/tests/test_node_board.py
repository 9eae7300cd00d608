from odoo.exceptions import UserError
from odoo.tests import tagged

from ..models.chasqui_node_talk import MESSAGES_PER_HOUR
from .common_node_life import NodeLifeCommon


@tagged("post_install", "-at_install")
class TestNodeBoard(NodeLifeCommon):
    def _pin_up(self, member, **values):
        return self.env["chasqui.node.post"]._pin_up(member, **{"name": "Crates", "body": "Back!", **values})

    def test_members_write_for_members_and_coordinators_for_everybody(self):
        mine = self._pin_up(self.luis, is_public=True, is_pinned=True)
        self.assertFalse(mine.is_public or mine.is_pinned)
        public = self._pin_up(self.rosa, is_public=True, is_pinned=True)
        self.assertEqual(self.node._get_public_posts(), public)
        self.assertEqual(self.node.post_ids[0], public)

    def test_a_note_is_taken_down_by_who_wrote_it_or_coordinates(self):
        post = self._pin_up(self.luis)
        self.assertTrue(post._can_take_down(self.luis))
        self.assertTrue(post._can_take_down(self.rosa))
        self.assertFalse(post._can_take_down(self.mara))
        other = self._create_member("Dora", node_id=self._create_node(name="Other").id, role="coordinator")
        self.assertFalse(post._can_take_down(other))

    def test_what_is_no_note_is_refused(self):
        for wrong in ({"name": ""}, {"body": ""}, {"name": "x" * 81}, {"body": "x" * 2001}):
            with self.assertRaises(UserError):
                self._pin_up(self.luis, **wrong)
        self.luis.state = "left"
        with self.assertRaises(UserError):
            self._pin_up(self.luis)

    def test_nobody_fills_the_board(self):
        for _number in range(10):
            self._pin_up(self.luis)
        with self.assertRaises(UserError):
            self._pin_up(self.luis)
        self._pin_up(self.mara)


@tagged("post_install", "-at_install")
class TestNodeTalk(NodeLifeCommon):
    def _get_talk(self, member=None):
        return self.env["chasqui.node.talk"]._get_of(self.node, member)

    def test_all_members_talk_and_nobody_else(self):
        talk = self._get_talk()
        talk._say(self.luis, "Who has a van?")
        talk._say(self.mara, "<b>I do</b>")
        bodies = talk._get_messages().mapped("body")
        self.assertEqual(len(bodies), 2)
        self.assertIn("&lt;b&gt;", bodies[1])
        self.assertEqual(self._get_talk(), talk)
        stranger = self._create_member("Dora", node_id=self._create_node(name="Other").id)
        with self.assertRaises(UserError):
            talk._say(stranger, "Hello")

    def test_what_is_said_to_the_coordinators_is_theirs_alone(self):
        talk = self._get_talk(self.luis)
        self.assertTrue(talk._is_open_to(self.luis))
        self.assertTrue(talk._is_open_to(self.rosa))
        self.assertFalse(talk._is_open_to(self.mara))
        with self.assertRaises(UserError):
            talk._say(self.mara, "Let me in")

    def test_the_other_side_is_written_to_but_not_again_within_an_hour(self):
        talk = self._get_talk(self.luis)
        talk._say(self.luis, "I am late")
        talk._say(self.luis, "Very late")
        self.assertEqual(self._get_mails(), [self.rosa.email])
        talk._say(self.rosa, "No matter")
        self.assertEqual(sorted(self._get_mails()), sorted([self.rosa.email, self.luis.email]))

    def test_what_all_say_to_each_other_fills_no_mailbox(self):
        self._get_talk()._say(self.luis, "Hello")
        self.assertFalse(self._get_mails())

    def test_messages_have_limits(self):
        talk = self._get_talk()
        for wrong in ("", "x" * 1001):
            with self.assertRaises(UserError):
                talk._say(self.luis, wrong)
        for _number in range(MESSAGES_PER_HOUR):
            self.env["chasqui.attempt"]._add(f"node talk {self.luis.id}")
        with self.assertRaises(UserError):
            talk._say(self.luis, "One more")

    def test_a_message_is_taken_back_by_who_wrote_it_or_coordinates(self):
        talk = self._get_talk()
        message = talk._say(self.luis, "Oops")
        talk._take_back(self.mara, message.id)
        self.assertEqual(len(talk._get_messages()), 1)
        talk._take_back(self.luis, message.id)
        self.assertFalse(talk._get_messages())

    def test_a_portal_user_reads_no_talk_by_rpc(self):
        talk = self._get_talk(self.luis)
        message = talk._say(self.luis, "In confidence")
        user = self.mara.partner_id.user_ids
        self.assertFalse(talk.with_user(user).has_access("read"))
        self.assertFalse(message.with_user(user).has_access("read"))
