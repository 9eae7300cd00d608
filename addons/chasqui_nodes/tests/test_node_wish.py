from datetime import timedelta

from odoo import fields
from odoo.tests import tagged

from .common_node_life import NodeLifeCommon
from .common_node_people import BERNAL, RAFAELA


@tagged("post_install", "-at_install")
class TestNodeWish(NodeLifeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.node.wishes_told = True

    def _ask(self, email="eva@example.com", place=BERNAL):
        return self.env["chasqui.node.wish"]._ask(email, "Bernal", *place)

    def _tell(self):
        self.env["mail.mail"].search([]).unlink()
        self.env["chasqui.node.wish"]._cron_tell()
        return self.env["mail.mail"].search([])

    def test_only_whoever_confirmed_is_told(self):
        self._ask("never@example.com")
        self._ask()._confirm()
        self._create_node(name="New", position=(BERNAL[0] + 0.02, BERNAL[1]))
        mails = self._tell()
        self.assertEqual(mails.mapped("email_to"), ["eva@example.com"])
        self.assertIn("List-Unsubscribe", mails.headers)
        self.assertFalse(self._tell(), "Each node is told of once")

    def test_only_of_nodes_near_that_one_can_join(self):
        self._ask()._confirm()
        self._create_node(name="Far", position=RAFAELA)
        self._create_node(name="By invitation", join_policy="closed")
        self._create_node(name="Nowhere", position=(0, 0))
        self._create_node(name="Over", state="closed")
        self.assertFalse(self._tell())

    def test_a_node_that_opens_later_is_told_of_then(self):
        self._ask()._confirm()
        node = self._create_node(name="By invitation", join_policy="closed")
        self.assertFalse(self._tell())
        node.join_policy = "open"
        self.assertEqual(len(self._tell()), 1)

    def test_asking_twice_is_one_wish_and_few_mails(self):
        for _number in range(6):
            wish = self._ask()
        self.assertEqual(self.env["chasqui.node.wish"].search_count([("email", "=", wish.email)]), 1)
        self.assertEqual(len(self._get_mails()), 3)
        wish._confirm()
        self.env["mail.mail"].search([]).unlink()
        self._ask()
        self.assertFalse(self._get_mails(), "There is nothing more to ask")

    def test_an_address_has_few_wishes(self):
        for number in range(7):
            self._ask(place=(BERNAL[0] + number / 10, BERNAL[1]))
        self.assertEqual(self.env["chasqui.node.wish"].search_count([]), 5)

    def test_who_does_not_answer_is_forgotten(self):
        wish, kept = self._ask(), self._ask("kept@example.com")
        kept._confirm()
        self.env.flush_all()
        long_ago = fields.Datetime.now() - timedelta(days=8)
        self.env.cr.execute("UPDATE chasqui_node_wish SET create_date = %s", [long_ago])
        self.env.invalidate_all()
        self.env["chasqui.node.wish"]._gc_unconfirmed()
        self.assertFalse(wish.exists())
        self.assertTrue(kept.exists())
