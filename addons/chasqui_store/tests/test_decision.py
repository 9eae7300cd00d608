from datetime import date

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import Form, HttpCase, tagged

from .common_walls import WallsCommon

TODAY = date(2026, 6, 15)
DECISION = {"thread_model": "chasqui.decision"}


@tagged("post_install", "-at_install")
class TestDecision(WallsCommon, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.stores = cls.store_a | cls.store_b | cls._open_store("c") | cls._open_store("d")

    def setUp(self):
        super().setUp()
        self._set_today(TODAY)

    def _set_today(self, day):
        self.patch(self.env.registry["chasqui.store"], "_get_today", lambda self: day)

    def _propose(self, **values):
        """Return a proposal of store A in discussion, as its manager sees it."""
        decision = (
            self.env["chasqui.decision"]
            .with_user(self.manager_a)
            .create(
                {
                    "name": "Pickups every fortnight",
                    "closes_on": date(2026, 6, 30),
                    **values,
                }
            )
        )
        decision.action_propose()
        return decision

    def _open(self, voters=None, **values):
        """Return a decision that the four stores vote on, or those people."""
        decision = self._propose(**values)
        voters = voters or self.stores
        names = {"chasqui.store": ("some_stores", "entitled_store_ids")}
        entitled, name = names.get(voters._name, ("people", "entitled_user_ids"))
        as_staff = decision.with_user(self.incubator)
        as_staff.write({"entitled": entitled, name: [Command.set(voters.ids)]})
        as_staff.action_open()
        return decision

    def _vote(self, decision, effect, user):
        option = decision.option_ids.filtered(lambda option: option.effect == effect)
        option.with_user(user).action_vote()

    def _count_waiting(self, user):
        """Return how many votes the page of what needs doing shows to somebody."""
        today = self.env["chasqui.today"].with_user(user)
        cards = today.with_context(allowed_company_ids=user.company_ids.ids).get_today()["cards"]
        titles = {card["title"]: card["count"] for card in cards}
        return titles.get("Decisions that wait for your vote", 0)

    def _close(self, decision):
        decision.with_user(self.incubator).action_close()
        return decision.result

    def test_every_store_talks_about_it_and_only_the_proposing_one_withdraws_it(self):
        decision = self._propose()
        theirs = decision.with_user(self.manager_b)
        self.assertFalse(theirs._message_get_suggested_recipients())
        message = theirs.message_post(body="Who pays for it?")
        self.assertIn(message, decision.message_ids)
        self.assertEqual((decision.can_cancel, theirs.can_cancel), (True, False))

    def test_other_stores_read_who_speaks_and_not_their_address(self):
        decision = self._propose()
        self.manager_a.partner_id.email = "someone-of-a@example.com"
        decision.message_subscribe(self.manager_b.partner_id.ids)
        message = decision.message_post(body="Every week costs too much.")
        notice = self.env["mail.notification"].create(
            {
                "mail_message_id": message.id,
                "res_partner_id": self.manager_a.partner_id.id,
                "notification_type": "email",
                "notification_status": "exception",
            }
        )
        for user, seen in ((self.manager_a, True), (self.manager_b, False)):
            self.authenticate(user.login, user.login)
            thread = ["mail.thread", {**DECISION, "thread_id": decision.id, "request_list": ["followers"]}]
            read = self.make_jsonrpc_request("/mail/data", {"fetch_params": [thread]})
            said = self.make_jsonrpc_request("/mail/thread/messages", {**DECISION, "thread_id": decision.id})
            self.assertIn(self.manager_a.name, str(said))
            self.assertNotIn("someone-of-a@example.com", str(said["data"]["mail.message"]))
            for shown in (read, said):
                self.assertEqual("someone-of-a@example.com" in str(shown), seen)
            self.assertEqual(notice.with_user(user).has_access("read"), seen)

    def test_a_store_proposes_by_a_form(self):
        form = Form(self.env["chasqui.decision"].with_user(self.manager_a))
        form.name = "Pickups every fortnight"
        proposal = form.save()
        proposal.action_propose()
        self.assertEqual(proposal.state, "discussion")

    def test_whoever_has_not_voted_is_told_what_waits_for_them(self):
        self._propose()
        decision = self._open()
        self.assertEqual([self._count_waiting(user) for user in (self.manager_a, self.manager_b)], [1, 1])
        self.assertEqual(self._count_waiting(self.operator_a), 0)
        self._vote(decision, "approve", self.manager_b)
        self.assertEqual([self._count_waiting(user) for user in (self.manager_a, self.manager_b)], [1, 0])
        self._set_today(date(2026, 7, 1))
        self.assertEqual(self._count_waiting(self.manager_a), 0)

    def test_one_organisation_has_one_vote_and_may_change_it(self):
        decision = self._open()
        self._vote(decision, "approve", self.manager_a)
        self._vote(decision, "reject", self.manager_a)
        self.assertEqual(decision.my_vote, "Against")
        self._vote(decision, "approve", self.manager_b)
        self.assertEqual((decision.vote_count, decision.entitled_count), (2, 4))
        self._close(decision)
        self.assertEqual(decision.option_ids.mapped("votes"), [1, 1, 0])

    def test_nobody_sees_the_count_while_others_vote(self):
        decision = self._open()
        self._vote(decision, "approve", self.manager_a)
        self.assertFalse(any(decision.option_ids.mapped("votes")))
        ballots = self.env["chasqui.decision.ballot"].with_user(self.manager_b).search([])
        self.assertEqual(ballots.store_id, self.store_b)

    def test_more_votes_than_against_approve_it_if_enough_have_voted(self):
        for votes, result in (
            ("", "no_quorum"),
            ("a", "no_quorum"),
            ("aa", "approved"),
            ("ar", "rejected"),
            ("rr", "rejected"),
            ("ab", "approved"),
            ("bb", "rejected"),
        ):
            decision = self._open(name=votes or "nobody")
            effects = {"a": "approve", "r": "reject", "b": "abstain"}
            for vote, user in zip(votes, (self.manager_a, self.manager_b), strict=False):
                self._vote(decision, effects[vote], user)
            with self.subTest(votes=votes):
                self.assertEqual(self._close(decision), result)
                self.assertEqual(decision.in_force, result == "approved")

    def test_only_managers_of_those_entitled_vote(self):
        decision = self._open(self.store_a)
        for user in (self.operator_a, self.manager_b, self.incubator):
            with self.subTest(user=user.login), self.assertRaises(AccessError):
                self._vote(decision, "approve", user)

    def test_people_vote_for_themselves(self):
        decision = self._open(self.operator_a | self.manager_b)
        self._vote(decision, "approve", self.operator_a)
        with self.assertRaises(AccessError):
            self._vote(decision, "approve", self.manager_a)
        self.assertEqual(decision.vote_count, 1)

    def test_one_votes_from_the_opening_to_the_last_day(self):
        decision = self._propose()
        with self.assertRaises(UserError):
            self._vote(decision, "approve", self.manager_a)
        decision.with_user(self.incubator).action_open()
        self._set_today(date(2026, 6, 30))
        self._vote(decision, "approve", self.manager_a)
        self._set_today(date(2026, 7, 1))
        with self.assertRaises(UserError):
            self._vote(decision, "reject", self.manager_a)

    def test_what_is_over_is_counted_by_itself_and_put_into_force_on_its_day(self):
        decision = self._open(quorum=25, in_force_from=date(2026, 8, 1))
        self._vote(decision, "approve", self.manager_a)
        done = []
        self.patch(
            self.env.registry["chasqui.decision"], "_put_in_force", lambda self: done.append(self.name)
        )
        for day, state, count in (
            (date(2026, 6, 30), "open", 0),
            (date(2026, 7, 1), "closed", 0),
            (date(2026, 7, 31), "closed", 0),
            (date(2026, 8, 1), "closed", 1),
            (date(2026, 8, 2), "closed", 1),
        ):
            self._set_today(day)
            self.env["chasqui.decision"]._cron_follow_dates()
            self.assertEqual((decision.state, len(done)), (state, count), day)

    def test_a_question_that_is_being_answered_does_not_change(self):
        decision = self._open()
        for user in (self.manager_a, self.incubator):
            mine = decision.with_user(user)
            for change in (
                lambda mine=mine: mine.write({"name": "Other"}),
                lambda mine=mine: mine.write({"result": "approved"}),
                lambda mine=mine: mine.write({"quorum": 0}),
                lambda mine=mine: mine.option_ids[0].write({"effect": "reject"}),
                lambda mine=mine: mine.option_ids.create({"decision_id": mine.id, "name": "New"}),
                lambda mine=mine: mine.ballot_ids.write({"option_id": mine.option_ids[0].id}),
                mine.unlink,
            ):
                with self.assertRaises(UserError):
                    change()
        decision.with_user(self.incubator).minutes = "<p>Said and done</p>"

    def test_stores_run_no_votes_and_write_no_proposals_of_others(self):
        decision = self._propose()
        for user in (self.manager_a, self.manager_b):
            with self.assertRaises(AccessError):
                decision.with_user(user).action_open()
        for change in (
            lambda: decision.with_user(self.manager_b).write({"name": "Mine"}),
            lambda: decision.with_user(self.manager_b).action_cancel(),
            lambda: decision.write({"entitled_user_ids": [Command.link(self.manager_a.id)]}),
            lambda: decision.option_ids[0].with_user(self.manager_b).write({"name": "Mine"}),
        ):
            with self.assertRaises(AccessError):
                change()

    def test_a_draft_is_for_the_store_that_writes_it_and_a_proposal_for_all(self):
        decision = self.env["chasqui.decision"].with_user(self.manager_a).create({"name": "Draft"})
        self.assertEqual(decision.store_id, self.store_a)
        self.assertFalse(decision.with_user(self.manager_b)._filtered_access("read"))
        decision.action_propose()
        self.assertTrue(decision.with_user(self.manager_b)._filtered_access("read"))
        with self.assertRaises(AccessError):
            decision.with_user(self.shopper).read(["name"])

    def test_what_is_voted_and_decided_is_public_on_the_platform_alone(self):
        platform = self.env["website"]._ensure_chasqui_platform()
        platform.domain = "http://platform.localhost"
        hidden = self._propose(name="Only talked about")
        decision = self._open(proposal="<p>Because it is better</p>")
        self._vote(decision, "approve", self.manager_a)
        self._vote(decision, "approve", self.manager_b)
        self._close(decision)
        decision.sudo().minutes = "<p>All agreed</p>"

        page = self._visit("/decisions").text
        self.assertIn("Pickups every fortnight", page)
        self.assertNotIn("Only talked about", page)
        page = self._visit(f"/decisions/{decision.id}").text
        for text in ("Because it is better", "All agreed", self.store_a.name):
            self.assertIn(text, page)
        self.assertNotIn(self.manager_b.name, page)
        told = decision.with_context(lang=platform.default_lang_id.code)
        self.assertIn(f"{told._describe_dates()} {told._describe_turnout()}", page)
        for path in (f"/decisions/{hidden.id}", "/decisions/x", "/decisions/99999999999"):
            self.assertEqual(self._visit(path).status_code, 404, path)
        self.assertEqual(self._visit("/decisions", host="walls-a.localhost").status_code, 404)

    def _visit(self, path, host="platform.localhost"):
        return self.url_open(path, headers={"Host": host})
