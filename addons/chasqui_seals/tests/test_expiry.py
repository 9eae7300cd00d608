from datetime import date
from unittest.mock import patch

from odoo.tests import tagged

from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestExpiry(SealsCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.grant = cls._create_grant(cls.honey, date_to=date(2026, 8, 14))  # 60 days after `today`

    def setUp(self):
        super().setUp()
        self.mails = []
        self.startPatcher(
            patch.object(type(self.env["ir.cron"]), "_commit_progress", lambda self, *args, **kw: 1000)
        )

    def _run(self, *day):
        """Let the cron run on a day; return the mails that it wrote."""
        if day:
            self._set_today(date(*day))
        last = self.env["mail.mail"].sudo().search([], order="id desc", limit=1).id or 0
        self.env["chasqui.seal.grant"]._cron_remind_and_expire()
        return self.env["mail.mail"].sudo().search([("id", ">", last)])

    def test_managers_are_told_at_60_30_and_7_days_once_each(self):
        told = {}
        for day in ((6, 14), (6, 15), (6, 16), (7, 14), (7, 15), (8, 6), (8, 7), (8, 8), (8, 14)):
            told[day] = len(self._run(2026, *day))
        self.assertEqual([day for day, mails in told.items() if mails], [(6, 15), (7, 15), (8, 7)])
        self.assertEqual(set(told.values()), {0, 1})

    def test_one_mail_a_store_names_all_that_end_to_its_managers_alone(self):
        self._create_grant(self.bread, date_to=date(2026, 8, 1))
        other = self._create_grant(self.foreign, date_to=date(2026, 8, 1))
        mails = self._run()
        self.assertEqual(len(mails), 2)
        mail = mails.filtered(lambda mail: self.manager_a.partner_id in mail.recipient_ids)
        self.assertEqual(mail.recipient_ids, self.manager_a.partner_id)
        for name in ("Honey", "Bread"):
            self.assertIn(name, mail.body_html)
        self.assertNotIn(other.subject_name, mail.body_html)

    def test_of_what_is_in_transition_a_mail_tells_what_is_still_to_be_done(self):
        transition = self._create_grant(
            self.bread,
            state="transition",
            date_from=False,
            transition_terms="Publish the parts",
            transition_deadline=date(2026, 6, 20),
        )
        self.grant.date_to = False
        mail = self._run()
        for text in ("Bread", "Publish the parts", transition._get_form_url()):
            self.assertIn(text, mail.body_html)
        self.assertNotIn("Renew", mail.body_html)

    def test_after_days_without_a_run_one_reminder_is_enough(self):
        self.assertEqual(len(self._run(2026, 8, 10)), 1)
        self.assertEqual(self.grant.reminded_at, 7)
        self.assertFalse(self._run(2026, 8, 11))

    def test_what_has_been_renewed_is_not_reminded(self):
        self._create_grant(self.honey, renews_id=self.grant.id, date_to=date(2027, 8, 14))
        self.assertFalse(self._run())

    def test_it_expires_after_its_last_day_and_by_itself(self):
        self._run(2026, 8, 14)
        self.assertEqual(self.grant.state, "granted")
        self._run(2026, 8, 15)
        self.assertEqual(self.grant.state, "expired")
        self.assertEqual((self.grant.event_ids[0].step, self.grant.event_ids[0].actor), ("expired", "system"))
        self._run(2026, 8, 16)
        self.assertEqual(len(self.grant.event_ids.filtered(lambda event: event.step == "expired")), 1)

    def test_a_transition_ends_with_its_deadline(self):
        transition = self._create_grant(
            self.bread, state="transition", date_from=False, transition_deadline=date(2026, 6, 20)
        )
        self._run(2026, 6, 21)
        self.assertEqual(transition.state, "expired")

    def test_many_expire_at_once_with_few_queries(self):
        products = self.env["product.template"].create([{"name": f"P{n}"} for n in range(200)])
        grants = self.env["chasqui.seal.grant"].create(
            [
                {
                    "seal_id": self.seal.id,
                    "product_tmpl_id": product.id,
                    "state": "granted",
                    "date_from": date(2026, 1, 1),
                    "date_to": date(2026, 6, 14),
                }
                for product in products
            ]
        )
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(40):
            grants._expire()
            self.env.flush_all()
        self.assertEqual(set(grants.mapped("state")), {"expired"})
