from datetime import timedelta

from psycopg2 import IntegrityError

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common_node_life import NodeLifeCommon


@tagged("post_install", "-at_install")
class TestNodeShift(NodeLifeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.day = cls._plan(name="Unloading", kind="unloading", days=1)
        cls.shift = cls._need(cls.day)

    def test_members_sign_up_until_there_are_enough(self):
        self.shift._take(self.luis)
        self.assertEqual(self.shift.taken, 1)
        with self.assertRaises(UserError):
            self.shift._take(self.mara)
        self.assertEqual(self.shift.place_ids.member_id, self.luis)

    def test_the_database_refuses_more_than_are_needed(self):
        with mute_logger("odoo.sql_db"), self.assertRaises(IntegrityError), self.env.cr.savepoint():
            self.shift.taken = 2
            self.env.flush_all()

    def test_nobody_signs_up_twice(self):
        self.shift._set_places(3)
        self.shift._take(self.luis)
        with self.assertRaises(UserError):
            self.shift._take(self.luis)

    def test_strangers_do_not_sign_up(self):
        stranger = self._create_member("Dora", node_id=self._create_node(name="Other").id)
        for member in (stranger, self._create_member("Eva", state="asked")):
            with self.assertRaises(UserError):
                self.shift._take(member)

    def test_whoever_leaves_makes_room(self):
        self.shift._take(self.luis)._leave()
        self.assertEqual(self.shift.taken, 0)
        self.shift._take(self.mara)

    def test_a_place_is_taken_over_once_and_only_if_it_was_offered(self):
        place = self.shift._take(self.luis)
        with self.assertRaises(UserError):
            place._take_over(self.mara)
        place._ask_swap()
        place._take_over(self.mara)
        self.assertEqual((place.member_id, self.shift.taken), (self.mara, 1))
        self.assertIn(self.luis.email, self._get_mails())
        with self.assertRaises(UserError):
            place._take_over(self.rosa)

    def test_no_fewer_are_needed_than_have_signed_up(self):
        self.shift._set_places(2)
        self.shift._take(self.luis)
        self.shift._take(self.mara)
        for wrong in (1, 0, 51):
            with self.assertRaises(UserError):
                self.shift._set_places(wrong)

    def test_each_is_reminded_once_and_shortly_before(self):
        self._need(self._plan(days=9))._take(self.mara)
        self.shift._take(self.luis)
        self.env["chasqui.node.shift"]._cron_remind()
        self.assertEqual(self._get_mails(), [self.luis.email])
        self.env["chasqui.node.shift"]._cron_remind()
        self.assertEqual(self._get_mails(), [self.luis.email])

    def test_nobody_is_reminded_of_what_was_called_off(self):
        self.shift._take(self.luis)
        self.day._cancel()
        self.env["mail.mail"].search([]).unlink()
        self.env["chasqui.node.shift"]._cron_remind()
        self.assertFalse(self._get_mails())

    def test_who_signed_up_is_told_when_the_day_moves_or_is_called_off(self):
        self.shift._take(self.luis)
        start = self.shift.start
        self.day.start += timedelta(hours=5)
        self.assertEqual(self.shift.start, start + timedelta(hours=5))
        self.assertEqual(self._get_mails(), [self.luis.email])
        self.day.name = "Another name"
        self.assertEqual(len(self._get_mails()), 1, "The name alone is no news")
        self.day._cancel()
        self.day._cancel()
        self.assertEqual(len(self._get_mails()), 2)

    def test_what_is_over_does_not_change(self):
        place = self.shift._take(self.luis)
        self.day.with_context(mail_notrack=True).start = fields.Datetime.now() - timedelta(hours=2)
        for refused in (lambda: self.shift._take(self.mara), place._leave, place._ask_swap):
            with self.assertRaises(UserError):
                refused()

    def test_whoever_goes_leaves_their_shifts_to_others(self):
        self.shift._take(self.luis)
        self.luis._leave()
        self.assertEqual(self.shift.taken, 0)
        self.assertFalse(self.shift.place_ids)
