from datetime import timedelta

from odoo.tests import HttpCase, tagged

from .common import SealsCommon

ANSWER, RENEW = "Seals: questions to answer", "Seals that end within 30 days: renew them"
TO_DO = "Seals in transition: what is still to be done"
REVIEW, LATE = "Claims of seals to review", "Claims of seals whose answer is overdue"


@tagged("post_install", "-at_install")
class TestSealToday(SealsCommon, HttpCase):
    """What seals ask for is on the page that the back office opens on."""

    def _get_cards(self, user):
        today = self.env["chasqui.today"].with_user(user)
        cards = today.with_context(allowed_company_ids=user.company_ids.ids).get_today()["cards"]
        return {card["title"]: card["count"] for card in cards}

    def test_a_claim_waits_for_those_who_review_it_alone(self):
        grant = self._hand_in(self.honey)
        self._join_commission(self.manager_a)
        other = self._create_reviewer(
            "other", self.env["chasqui.seal.category"].create({"name": "Other", "code": "test_other"})
        )
        self.assertEqual(self._get_cards(self.reviewer), {REVIEW: 1})
        self.assertNotIn(REVIEW, self._get_cards(self.manager_a), "it is of their own people")
        for user in (other, self.manager_b, self.operator_a):
            self.assertNotIn(REVIEW, self._get_cards(user), user.login)
        colleague = self._create_reviewer("colleague")
        grant.action_take()
        self.assertEqual(self._get_cards(self.reviewer), {REVIEW: 1})
        self.assertFalse(self._get_cards(colleague), "somebody else has taken it")

    def test_what_the_incubator_grants_waits_for_its_staff(self):
        seal = self._create_seal(granting="incubator")
        before = self._get_cards(self.incubator).get(REVIEW, 0)
        self._hand_in(self.honey, seal_id=seal.id)
        self.assertFalse(self._get_cards(self.reviewer))
        self.assertEqual(self._get_cards(self.incubator)[REVIEW], before + 1)

    def test_an_answer_that_is_overdue_is_told_apart(self):
        grant = self._hand_in(self.honey)
        self._set_today(grant.due_on + timedelta(days=1))
        self.assertEqual(self._get_cards(self.reviewer), {LATE: 1})

    def test_what_was_asked_waits_for_the_stores_managers(self):
        self._hand_in(self.honey)._ask_back("Since when?")
        self.assertEqual(self._get_cards(self.manager_a).get(ANSWER), 1)
        for user in (self.operator_a, self.manager_b):
            self.assertNotIn(ANSWER, self._get_cards(user))

    def test_what_ends_soon_is_to_be_renewed_until_that_is_handed_in(self):
        grant = self._create_grant(self.honey, date_to=self.today + timedelta(days=20))
        self._create_grant(self.bread, date_to=self.today + timedelta(days=40))
        self.assertEqual(self._get_cards(self.manager_a)[RENEW], 1)
        renewal = self._claim(self.honey, renews_id=grant.id)
        self.assertEqual(self._get_cards(self.manager_a)[RENEW], 1)
        renewal.answer_ids.write({"answer": "yes"})
        renewal.action_submit()
        self.assertNotIn(RENEW, self._get_cards(self.manager_a))

    def test_what_is_in_transition_is_to_be_done_not_to_be_renewed(self):
        self._hand_in(self.honey)._put_in_transition("Publish the parts", self.today + timedelta(days=20))
        cards = self._get_cards(self.manager_a)
        self.assertEqual(cards[TO_DO], 1)
        self.assertNotIn(RENEW, cards)

    def test_the_commission_starts_there_too(self):
        self.reviewer.password = self.reviewer.login
        self.authenticate(self.reviewer.login, self.reviewer.login)
        home = self.make_jsonrpc_request("/web/session/get_session_info")["home_action_id"]
        self.assertEqual(home, self.env.ref("chasqui_store.chasqui_today_action").id)
        shown = self.env["ir.ui.menu"].with_user(self.reviewer)._visible_menu_ids()
        self.assertIn(self.env.ref("chasqui_store.menu_today").id, shown)
