from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import Form, tagged

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestGrantAccess(SealsCommon):
    def test_a_manager_claims_by_a_form(self):
        form = Form(self.env["chasqui.seal.grant"].with_user(self.manager_a))
        form.seal_id = self.seal
        form.product_tmpl_id = self.honey
        self.assertEqual(form.save().state, "draft")

    def test_a_manager_grants_nothing_by_writing_it(self):
        grant = self._claim(self.honey)
        for values in (
            {"state": "granted", "date_from": self.today},
            {"verifier": "The commission"},
            {"reviewer_id": self.manager_a.id},
            {"company_id": self.store_b.company_id.id},
        ):
            with self.subTest(values=values), self.assertRaises(AccessError):
                grant.write(values)
        with self.assertRaises(AccessError):
            self._claim(self.bread, state="granted", date_from=self.today)
        with self.assertRaises(AccessError):
            grant.event_ids.sudo(False).reason = "rewritten"

    def test_a_manager_decides_nothing_by_calling_it(self):
        grant = self._hand_in(self.honey).with_user(self.manager_a)
        for decide in (grant.action_grant, grant.action_take, lambda: grant._refuse("no")):
            with self.assertRaises(AccessError):
                decide()

    def test_a_claim_that_was_handed_in_is_changed_no_more_nor_deleted(self):
        grant = self._hand_in(self.honey).with_user(self.manager_a)
        for change in (
            lambda: grant.write({"statement": "other"}),
            lambda: grant.answer_ids.write({"answer": "no"}),
            lambda: grant.evidence_ids.create({"grant_id": grant.id, "name": "late"}),
            grant.unlink,
        ):
            with self.assertRaises(AccessError):
                change()

    def test_operators_and_other_stores_claim_nothing(self):
        for user, subject in ((self.operator_a, self.honey), (self.manager_b, self.honey)):
            with self.assertRaises(AccessError):
                self._claim(subject, user=user)
        grant = self._claim(self.honey)
        with self.assertRaises(AccessError):
            grant.product_tmpl_id = self.foreign

    def test_other_stores_and_shoppers_see_no_claim_nor_evidence(self):
        grant = self._hand_in(self.honey)
        evidence = grant.evidence_ids.sudo().create({"grant_id": grant.id, "name": "papers"})
        for user in (self.manager_b, self.shopper):
            for record in (grant, grant.answer_ids, evidence, grant.event_ids):
                self.assertFalse(record.with_user(user).sudo(False)._filtered_access("read"), record)

    def test_the_commission_sees_what_was_handed_in_and_no_drafts(self):
        draft, grant = self._claim(self.bread), self._hand_in(self.honey)
        seen = self.env["chasqui.seal.grant"].with_user(self.reviewer).search([])
        self.assertIn(grant, seen)
        self.assertNotIn(draft, seen)

    def test_members_limited_to_categories_review_no_others(self):
        category = self.env["chasqui.seal.category"].create({"name": "Other", "code": "test_other"})
        limited = self._create_reviewer("limited", category)
        grant = self._hand_in(self.honey)
        self.assertFalse(grant.with_user(limited)._filtered_access("read"))
        with self.assertRaises(AccessError):
            grant.with_user(limited).action_grant()
        with self.assertRaises(ValidationError):
            grant.reviewer_id = limited

    def test_who_may_not_review_their_own_is_told_on_the_form(self):
        self._join_commission(self.manager_a)
        grant = self._hand_in(self.honey)
        self.assertTrue(grant.with_user(self.manager_a).is_for_others_to_review)
        self.assertFalse(grant.with_user(self.reviewer).is_for_others_to_review)

    def test_nobody_reviews_a_claim_of_an_organisation_they_belong_to(self):
        self._join_commission(self.manager_a)
        self._join_commission(self.manager_b)
        producer_user = self._create_reviewer("producer")
        grant = self._hand_in(self.honey)
        self.producer.sudo().user_ids = producer_user
        for user in (self.manager_a, producer_user):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                grant.with_user(user).action_grant()
        with self.assertRaises(ValidationError):
            grant.reviewer_id = self.manager_a
        grant.with_user(self.manager_b).action_grant()
        self.assertEqual(grant.state, "granted")

    def test_reviewers_write_what_they_find_and_not_what_the_store_answered(self):
        grant = self._hand_in(self.honey)
        grant.answer_ids.finding = "partly"
        with self.assertRaises(AccessError):
            grant.answer_ids.answer = "no"
        grant.action_grant()
        with self.assertRaises(AccessError):
            grant.answer_ids.finding = "met"

    def test_ending_a_grant_is_offered_to_who_may_and_while_it_is_not_over(self):
        grant = self._hand_in(self.honey)
        offered = {
            self.manager_a: True,
            self.reviewer: True,
            self.operator_a: False,
        }
        for user, may in offered.items():
            self.assertEqual(grant.with_user(user).can_withdraw, may, user.login)
        grant.with_user(self.manager_a)._withdraw("It was a mistake")
        self.assertFalse(grant.with_user(self.manager_a).can_withdraw)

    def test_what_the_incubator_grants_is_not_for_the_commission(self):
        seal = self._create_seal(granting="incubator")
        grant = self._hand_in(self.honey, seal_id=seal.id)
        with self.assertRaises(AccessError):
            grant.action_grant()
        grant.with_user(self.incubator).action_grant()
        self.assertEqual(grant.state, "granted")

    def test_what_has_a_history_is_not_deleted_with_its_organisation(self):
        self._create_grant(self.honey)
        self._claim(self.bread)
        with self.assertRaises(UserError):
            self.honey.unlink()
        self.bread.unlink()
        self.assertFalse(self.bread.exists())

    def test_organisations_with_a_history_are_archived_and_their_history_stays(self):
        for organisation in (self.producer, self.store_a):
            grant = self._create_grant(organisation)
            with self.assertRaisesRegex(UserError, "archive it"):
                organisation.with_user(self.incubator).sudo().unlink()
            self.assertTrue(grant.event_ids)
        self.producer.active = False
        self.assertEqual(self.producer.seal_grant_ids.state, "granted")

    def test_stores_write_no_seals(self):
        env = self.env(user=self.manager_a)
        with self.assertRaises(AccessError):
            self.seal.with_env(env).name = "Mine"
        with self.assertRaises(AccessError):
            env["chasqui.seal"].create({"name": "Mine", "category_id": self.category.id})
