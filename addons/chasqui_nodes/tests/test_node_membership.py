from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common_node import NodeCommon


@tagged("post_install", "-at_install")
class TestNodeMembership(NodeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.partner = cls._create_shopper("Marta").partner_id

    def _get_mails(self, email):
        return self.env["mail.mail"].search([("email_to", "ilike", email)])

    def test_anyone_asks_an_open_node_and_the_coordinators_are_told(self):
        marta = self.node._ask_to_join(self.partner, note="I live next door")
        self.assertEqual(marta.state, "asked")
        self.assertTrue(self._get_mails(self.rosa.email))
        self.assertEqual(self.node._ask_to_join(self.partner), marta, "Asking twice changes nothing")
        marta._accept()
        self.assertEqual(marta.state, "accepted")
        self.assertTrue(self._get_mails("marta-node"))
        with self.assertRaises(UserError):
            marta._refuse("no")

    def test_a_closed_node_takes_in_who_was_invited(self):
        self.node.join_policy = "closed"
        with self.assertRaises(UserError):
            self.node._ask_to_join(self.partner)
        marta = self.node._ask_to_join(self.partner, is_invited=True)
        self.assertEqual(marta.state, "accepted")

    def test_where_there_is_no_room_people_wait_for_it(self):
        self.node.capacity = 2
        marta = self.node._ask_to_join(self.partner)
        self.assertEqual(marta.state, "waiting")
        with self.assertRaises(UserError):
            marta._accept()
        with self.assertRaises(UserError):
            self.node._add_neighbour(name="Nora", phone="11 4444 0000")
        self.luis._leave()
        marta._accept()
        self.assertEqual(self.node._get_room_left(), 0)

    def test_who_was_refused_or_left_may_ask_again(self):
        marta = self.node._ask_to_join(self.partner)
        marta._refuse("Full of people of the school")
        again = self.node._ask_to_join(self.partner)
        self.assertNotEqual(again, marta)
        again._leave()
        self.assertEqual(again.state, "left")

    def test_a_node_is_not_left_with_nobody_who_coordinates(self):
        for leave in (self.rosa._leave, self.rosa._remove, lambda: self.rosa._set_role("treasurer")):
            with self.assertRaises(UserError):
                leave()
        self.luis._set_role("coordinator")
        self.rosa._leave()
        self.assertEqual(self.node._get_general_coordinators(), self.luis)

    def test_everybody_sees_the_others_as_they_chose(self):
        hidden = self._create_member("Hugo", visibility="hidden")
        shown = self._create_member("Sonia", visibility="contact")
        seen = self.node._get_accepted()._get_shown_to(self.luis)
        self.assertNotIn(hidden, seen)
        self.assertEqual(seen[shown], ("Sonia", "11 5555 0000"))
        self.assertEqual(seen[self.rosa], ("Rosa", False))
        self.assertEqual(seen[self.luis], ("Luis", "11 5555 0000"), "Oneself")
        all_seen = self.node._get_accepted()._get_shown_to(self.rosa)
        self.assertEqual(all_seen[hidden], ("Hugo", "11 5555 0000"), "Coordinators reach everybody")

    def test_an_invitation_ends_by_itself_and_by_a_new_one(self):
        find = self.env["chasqui.node"]._find_by_invitation
        self.node._renew_invitation()
        token = self.node.invitation_token
        self.assertEqual(find(token), self.node)
        self.node._renew_invitation()
        self.assertFalse(find(token))
        self.node.invitation_until = fields.Datetime.now() - timedelta(minutes=1)
        self.assertFalse(find(self.node.invitation_token))
        self.node._close_invitation()
        self.assertFalse(find(False))

    def test_handing_over_takes_the_keys_the_purchases_and_a_yes(self):
        self.way_of_nodes.is_on = True
        key = self.env["chasqui.node.key"].create(
            {"node_id": self.node.id, "name": "Door", "member_id": self.rosa.id}
        )
        purchase = self.link._open_purchase(self.rosa)
        handovers = self.env["chasqui.node.handover"]
        handover = handovers._offer(self.rosa, self.luis, note="The key is under the pot")
        self.assertEqual(handover._get_purchases(), purchase)
        self.assertEqual(self.node._get_general_coordinators(), self.rosa, "Nothing changes before the yes")
        with self.assertRaises(UserError):
            handovers._offer(self.rosa, self.luis)
        handover._accept()
        self.assertEqual(self.node._get_general_coordinators(), self.luis)
        self.assertEqual(key.member_id, self.luis)
        self.assertEqual(purchase.coordinator_id.partner_id, self.luis.partner_id)
        self.assertEqual(self.rosa.role, "member")
        with self.assertRaises(UserError):
            handover._accept()

    def test_only_a_coordinator_hands_over_and_to_somebody_who_can_sign_in(self):
        handovers = self.env["chasqui.node.handover"]
        nora = self.node._add_neighbour(name="Nora", phone="11 4444 0000")
        for giver, taker in ((self.luis, self.rosa), (self.rosa, self.rosa), (self.rosa, nora)):
            with self.assertRaises(UserError):
                handovers._offer(giver, taker)
        declined = handovers._offer(self.rosa, self.luis)
        declined._decline()
        self.assertEqual(self.rosa.role, "coordinator")
        handovers._offer(self.rosa, self.luis, stays=True)._accept()
        self.assertEqual(self.node._get_general_coordinators(), self.rosa | self.luis)

    def test_a_node_winds_down_and_closes_when_nothing_is_under_way(self):
        self.way_of_nodes.is_on = True
        purchase = self.link._open_purchase(self.rosa)
        self.node._wind_down()
        with self.assertRaises(UserError):
            self.node._ask_to_join(self.partner)
        with self.assertRaises(UserError):
            self.node._close()
        purchase._cancel()
        self.node._close()
        self.assertEqual((self.node.state, self.link.state), ("closed", "ended"))
        with self.assertRaises(UserError):
            self.node.unlink()
