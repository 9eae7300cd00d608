import re
from datetime import date

from psycopg2.errors import UniqueViolation

from odoo.exceptions import LockError, UserError, ValidationError
from odoo.tests import tagged
from odoo.tools import mute_logger

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestGrantLife(SealsCommon):
    def test_a_claim_asks_what_the_seal_asks_and_is_not_handed_in_unanswered(self):
        grant = self._claim(self.honey)
        self.assertEqual(grant.answer_ids.criterion_id, self.criterion)
        with self.assertRaises(UserError):
            grant.action_submit()
        grant.answer_ids.answer = "yes"
        grant.action_submit()
        self.assertEqual((grant.state, grant.due_on), ("submitted", date(2026, 7, 15)))

    def test_granted_it_counts_from_today_for_as_long_as_the_seal_is_valid(self):
        grant = self._hand_in(self.honey)
        grant.action_take()
        self.assertEqual(grant.reviewer_id, self.reviewer)
        grant.action_grant()
        self.assertEqual((grant.date_from, grant.date_to), (self.today, date(2027, 6, 14)))
        self.assertEqual(grant.version_id, self.seal._get_version())
        self.assertEqual(self.honey._get_valid_seals(), {self.honey.id: self.seal})

    def test_what_is_asked_back_comes_back_to_who_asked(self):
        grant = self._hand_in(self.honey)
        grant._ask_back("Which producers?")
        self.assertEqual((grant.state, grant.reason), ("asked_back", "Which producers?"))
        mine = grant.with_user(self.manager_a)
        mine.answer_ids.note = "The three of the valley"
        mine.action_submit()
        self.assertEqual((grant.state, grant.reviewer_id), ("in_review", self.reviewer))

    def test_in_transition_it_is_not_shown_and_has_a_deadline_to_come(self):
        grant = self._hand_in(self.honey)
        with self.assertRaises(UserError):
            grant._put_in_transition("Publish the parts", self.today)
        grant._put_in_transition("Publish the parts", date(2026, 9, 1))
        self.assertEqual((grant.state, grant.expiring_on), ("transition", date(2026, 9, 1)))
        self.assertFalse(self.honey._get_valid_seals())
        grant.action_grant()
        self.assertTrue(self.honey._get_valid_seals())

    def test_what_was_still_to_be_done_is_handed_in_to_who_asked_for_it(self):
        grant = self._hand_in(self.honey)
        grant._put_in_transition("Publish the parts", date(2026, 6, 20))
        grant.sudo().reminded_at = 7
        mine = grant.with_user(self.manager_a)
        mine.evidence_ids = [(0, 0, {"name": "The parts, published", "kind": "voucher", "voucher": "Ana"})]
        mine.action_submit()
        self.assertEqual((grant.state, grant.reviewer_id), ("in_review", self.reviewer))
        grant.action_grant()
        self.assertEqual(len(self.honey.seal_grant_ids), 1)
        self.assertGreater(grant.reminded_at, 60, "of its new end the store is told anew")

    def test_what_is_declared_is_granted_with_its_declaration(self):
        seal = self._create_seal(granting="self")
        grant = self._claim(self.honey, seal_id=seal.id)
        grant.action_submit()
        self.assertEqual((grant.state, grant.verifier), ("granted", "Declared by Store a"))

    def test_every_step_says_who_when_and_why(self):
        grant = self._hand_in(self.honey)
        grant._refuse("Prices are not published")
        steps = [(e.step, e.actor, e.user_id, e.reason or None) for e in grant.event_ids.sorted("id")]
        self.assertEqual(
            steps,
            [
                ("draft", "store", self.manager_a, None),
                ("submitted", "store", self.manager_a, None),
                ("refused", "review", self.reviewer, "Prices are not published"),
            ],
        )

    def test_the_managers_are_told_in_one_mail_what_was_decided(self):
        grants = self._hand_in(self.honey) + self._hand_in(self.bread)
        last = self.env["mail.message"].sudo().search([], order="id desc", limit=1).id
        grants._refuse("Prices are not published")
        message = self.env["mail.message"].sudo().search([("id", ">", last)])
        self.assertEqual(message.partner_ids, self.manager_a.partner_id)
        for text in ("Honey", "Bread", "Prices are not published", *(g._get_form_url() for g in grants)):
            self.assertIn(text, message.body)

    def test_many_that_are_granted_at_once_are_told_in_one_mail(self):
        grants = self._hand_in(self.honey) + self._hand_in(self.bread)
        last = self.env["mail.message"].sudo().search([], order="id desc", limit=1).id
        grants.action_grant()
        message = self.env["mail.message"].sudo().search([("id", ">", last)])
        self.assertEqual(len(message), 1)
        for text in ("Honey", "Bread"):
            self.assertIn(text, message.body)

    def test_who_acted_is_not_for_the_caller_to_say(self):
        grant = self._hand_in(self.honey)
        grant.with_context(chasqui_seal_actor="system").with_user(self.manager_a)._withdraw("no longer")
        event = grant.event_ids.sorted("id")[-1]
        self.assertEqual((event.actor, event.user_id), ("store", self.manager_a))
        other = self._hand_in(self.bread)
        other.action_grant()
        other._withdraw("not so")
        last = other.event_ids.sorted("id")[-1]
        self.assertEqual((last.step, last.actor, last.user_id), ("withdrawn", "review", self.reviewer))

    def test_the_public_history_names_no_person_and_no_reason(self):
        grant = self._hand_in(self.honey)
        grant.visit_ids = [(0, 0, {"visitors": "Rosa", "minutes": "private minutes"})]
        grant.action_grant()
        grant._withdraw("private reason")
        history = grant._get_public_history()
        self.assertEqual([line["step"] for line in history], ["visit", "granted", "withdrawn"])
        self.assertEqual(history[1]["by"], "The seals' commission")
        for private in ("private", "Rosa", self.reviewer.name):
            self.assertNotIn(private, str(history))

    def test_what_was_never_granted_has_no_public_history(self):
        grant = self._hand_in(self.honey)
        grant._refuse("no")
        withdrawn = self._hand_in(self.bread)
        withdrawn.with_user(self.manager_a)._withdraw("no longer")
        self.assertFalse(grant._get_public_history() + withdrawn._get_public_history())

    def test_whoever_decides_second_is_told_what_the_first_decided(self):
        grant = self._hand_in(self.honey)
        grant._refuse("no")
        other = self._create_reviewer("other")
        with self.assertRaisesRegex(UserError, re.escape(f"refused already, by {self.reviewer.name}")):
            grant.with_user(other).action_grant()
        self.assertEqual(grant.state, "refused")

    def test_whoever_decides_at_the_same_moment_is_told_so(self):
        grant = self._hand_in(self.honey)

        def is_locked(records, **kwargs):
            raise LockError("held by another transaction")

        self.patch(self.env.registry["chasqui.seal.grant"], "lock_for_update", is_locked)
        with self.assertRaisesRegex(UserError, "Somebody else is deciding"):
            grant.action_grant()
        self.assertEqual(grant.state, "submitted")

    def test_organic_is_granted_by_nobody_without_its_certificate(self):
        organic = self.env.ref("chasqui_seals.seal_organic")
        organic.granting = "commission"
        grant = self._hand_in(self.honey, seal_id=organic.id)
        with self.assertRaises(ValidationError):
            grant.action_grant()
        grant.write({"certificate_number": "123", "certifier": "Argencert"})
        with self.assertRaises(ValidationError):
            grant.action_grant()
        with self.assertRaises(ValidationError):
            self._create_grant(self.bread, seal_id=organic.id)
        grant.certificate_date = date(2026, 5, 1)
        grant.action_grant()
        self.assertEqual((grant.state, grant.verifier), ("granted", "Argencert"))

    def test_the_same_is_not_claimed_twice_while_an_answer_is_awaited(self):
        self._hand_in(self.honey)
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self._claim(self.honey)

    def test_beside_what_is_in_transition_nothing_is_claimed(self):
        self._hand_in(self.honey)._put_in_transition("Publish the parts", date(2026, 9, 1))
        with mute_logger("odoo.sql_db"), self.assertRaises(UniqueViolation):
            self._claim(self.honey)

    def test_a_seal_by_distance_cannot_be_claimed(self):
        near = self._create_seal(max_km=50)
        with self.assertRaises(UserError):
            self._claim(self.honey, seal_id=near.id)

    def test_a_renewal_starts_from_what_was_answered(self):
        grant = self._hand_in(self.honey)
        grant.with_user(self.manager_a).sudo().answer_ids.note = "Every year"
        grant.action_grant()
        mine = grant.with_user(self.manager_a)
        renewal = mine.browse(mine.action_renew()["res_id"])
        self.assertEqual(renewal.renews_id, grant)
        self.assertEqual((renewal.answer_ids.answer, renewal.answer_ids.note), ("yes", "Every year"))
        self.assertEqual(mine.action_renew()["res_id"], renewal.id)
