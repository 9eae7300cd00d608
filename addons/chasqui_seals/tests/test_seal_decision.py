from datetime import date

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import tagged

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestSealDecision(SealsCommon):
    def _decide(self, approve=True, **values):
        """Return what store A proposed and voted on, counted."""
        decision = (
            self.env["chasqui.decision"]
            .with_user(self.manager_a)
            .create({"name": "About seals", "closes_on": date(2026, 6, 30), **values})
        )
        decision.action_propose()
        as_staff = decision.with_user(self.incubator)
        as_staff.write({"entitled": "some_stores", "entitled_store_ids": [Command.set(self.store_a.ids)]})
        as_staff.action_open()
        decision.option_ids[0 if approve else 1].action_vote()
        as_staff.action_close()
        return decision

    def test_a_seal_that_is_approved_is_there_from_then_on(self):
        decision = self._decide(
            kind="seal_new",
            seal_name="Rain-fed",
            seal_category_id=self.category.id,
            seal_short_meaning="Grown with rain alone",
            seal_criteria="No irrigation\n\n Seed kept at home ",
        )
        seal = decision.seal_id
        self.assertEqual(seal.criterion_ids.mapped("name"), ["No irrigation", "Seed kept at home"])
        self.assertEqual(seal._get_version().decision_id, decision.sudo())

    def test_a_change_that_is_approved_begins_a_version_and_keeps_what_was_answered(self):
        self._hand_in(self.honey).action_grant()
        before = self.seal._get_version()
        decision = self._decide(
            kind="seal_change",
            seal_id=self.seal.id,
            seal_criteria="Prices are published\nPrices are agreed with the producers",
        )
        names = ["Prices are published", "Prices are agreed with the producers"]
        self.seal.invalidate_recordset(["criterion_ids"])
        self.assertEqual(self.seal.criterion_ids.mapped("name"), names)
        self.assertIn(self.criterion, self.seal.criterion_ids)
        now = self.seal._get_version()
        self.assertEqual((now.number, now.decision_id), (before.number + 1, decision.sudo()))
        self.assertEqual(before._get_criteria_list(), names[1:])

    def test_what_is_not_approved_changes_nothing(self):
        before = self.seal._get_version()
        self._decide(
            approve=False, kind="seal_change", seal_id=self.seal.id, seal_short_meaning="Something else"
        )
        self.assertFalse(self.seal.short_meaning)
        self.assertEqual(self.seal._get_version(), before)

    def test_a_proposal_says_which_seal_it_is_about(self):
        for kind in ("seal_new", "seal_change"):
            decision = self.env["chasqui.decision"].with_user(self.manager_a)
            decision = decision.create({"name": "What?", "kind": kind})
            with self.assertRaises(UserError):
                decision.action_propose()
