from datetime import timedelta

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common_node import NodeCommon


@tagged("post_install", "-at_install")
class TestNodePurchase(NodeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.way_of_nodes.is_on = True
        cls.node.next_date = fields.Date.add(cls.node._get_today(), days=10)

    def _open(self, **values):
        return self.link._open_purchase(self.rosa, **values)

    def _confirm(self, purchase, *baskets):
        """Fill baskets of members and confirm the purchase."""
        for member, product, quantity in baskets:
            participant = purchase._join_member(member)
            self._fill(participant, (product, quantity))
            participant._set_ready()
        purchase._close()
        self.assertEqual(purchase.state, "confirmed")

    def test_rhythm_and_terms_fill_in_the_purchase(self):
        self.link.write({"lead_days": 3, "carrier_id": self.truck.id})
        purchase = self._open()
        self.assertEqual(purchase.day, self.node.next_date)
        self.assertEqual((purchase.place_kind, purchase.carrier_id), ("node", self.truck))
        self.assertEqual(purchase.place_partner_id.street, "Calle 8 123")
        self.assertEqual(purchase.place_partner_id.company_id, self.company)
        local = fields.Datetime.context_timestamp(purchase.with_context(tz=self.node.tz), purchase.deadline)
        self.assertEqual((local.date(), local.hour), (purchase.day - timedelta(days=3), 20))
        self.assertEqual(purchase.coordinator_id.partner_id, self.rosa.partner_id)

    def test_a_store_delivers_on_its_day_of_the_week(self):
        self.link.delivery_weekday = "4"
        self.assertEqual(self.link._get_next_day().weekday(), 4)
        self.assertGreaterEqual(self.link._get_next_day(), self.node.next_date)

    def test_everybody_is_told_and_joins_with_one_press(self):
        purchase = self._open()
        mails = self.env["mail.mail"].search([("subject", "ilike", purchase.name)])
        self.assertEqual(mails.mapped("email_to"), [self.luis.email])
        self.assertIn(self.node._get_member_url(), mails.body_html)
        participant = purchase._join_member(self.luis)
        self.assertEqual(purchase._join_member(self.luis), participant, "A second press changes nothing")
        self.assertEqual(participant.order_id.partner_id, self.luis.partner_id)
        stranger = self._create_member("Otto", state="asked")
        with self.assertRaises(UserError):
            purchase._join_member(stranger)

    def test_only_the_coordinator_of_a_running_node_that_was_accepted_opens_one(self):
        with self.assertRaises(UserError):
            self.link._open_purchase(self.luis)
        for record, values in (
            (self.link, {"state": "asked"}),
            (self.node, {"state": "winding_down"}),
            (self.way_of_nodes, {"is_on": False}),
        ):
            before = {name: record[name] for name in values}
            record.write(values)
            with self.assertRaises(UserError):
                self._open()
            record.write(before)
        self._open()
        with self.assertRaises(UserError):
            self._open()

    def test_the_minimum_of_baskets_is_the_one_of_the_terms(self):
        self.way_of_nodes.min_baskets = 50
        self.link.min_baskets = 2
        purchase = self._open()
        self._fill(purchase.coordinator_id, (self.jam, 1))
        self.assertEqual(len(purchase._get_missing(purchase._get_baskets())), 1)
        self._fill(purchase._join_member(self.luis), (self.jam, 1))
        self.assertFalse(purchase._get_missing(purchase._get_baskets()))

    def test_who_has_not_ordered_is_known_and_reminded_once(self):
        nora = self.node._add_neighbour(name="Nora", phone="11 4444 0000")
        purchase = self._open()
        self._fill(purchase.coordinator_id, (self.jam, 1))
        self.assertEqual(purchase._get_members_without_basket(), self.luis | nora)
        self.luis._nudge(purchase)
        for member in (self.luis, nora):
            with self.assertRaises(UserError):
                member._nudge(purchase)

    def test_what_somebody_owes_ends_when_they_gave_the_money(self):
        purchase = self._open()
        self._confirm(purchase, (self.rosa, self.jam, 1), (self.luis, self.jam, 2))
        luis = purchase._get_member_participants()[self.luis]
        self.assertEqual(purchase._get_owed(luis), luis.order_id.amount_total)
        self.assertGreater(purchase._get_owed(luis), 0)
        luis.cash_received = True
        self.assertEqual(purchase._get_owed(luis), 0)

    def test_nobody_with_an_order_under_way_leaves(self):
        purchase = self._open()
        self._confirm(purchase, (self.rosa, self.jam, 1), (self.luis, self.jam, 2))
        for leave in (self.luis._leave, self.luis._remove):
            with self.assertRaises(UserError):
                leave()
        for step in ("accepted", "prepared", "delivered"):
            purchase._step_to(step)
        self.luis._leave()
        self.assertEqual(self.luis.state, "left")
        self.assertFalse(self.luis.is_coordinator)

    def test_who_leaves_while_people_choose_keeps_what_they_chose(self):
        purchase = self._open()
        participant = purchase._join_member(self.luis)
        self._fill(participant, (self.jam, 2))
        self.luis._remove("You moved away")
        self.assertEqual(participant.state, "removed")
        self.assertFalse(participant.order_id.chasqui_collective_id)
        with self.assertRaises(UserError):
            purchase._join_member(self.luis)

    def test_a_result_adds_up(self):
        self.link.incentive_share = 10
        purchase = self._open()
        self._confirm(purchase, (self.rosa, self.jam, 1), (self.luis, self.jam, 2))
        result = purchase._get_result()
        self.assertEqual(result["baskets"], 2)
        self.assertEqual(result["amount"], purchase.amount_total)
        self.assertAlmostEqual(result["incentive"], purchase.amount_total / 10, 2)
        self.assertEqual(result["owed"], purchase.amount_total)

    def test_the_store_decides_by_its_buttons_alone(self):
        link = self._create_link(node_id=self._create_node(name="El Galpón").id, state="asked")
        manager = self._create_staff(self.store, "link-manager")
        mine = link.with_user(manager).with_context(allowed_company_ids=self.company.ids)
        with self.assertRaises(AccessError):
            mine.write({"state": "accepted"})
        with self.assertRaises(UserError):
            mine.action_refuse()
        mine.write({"min_baskets": 5, "answer": "We come on Fridays"})
        mine.action_accept()
        self.assertEqual((link.state, link.min_baskets), ("accepted", 5))
        with self.assertRaises(UserError):
            mine.action_refuse()
        mine.action_end()
        self.assertEqual(link.state, "ended")
        operator = self._create_staff(self.store, "link-operator", "chasqui_store.group_operator")
        with self.assertRaises(AccessError):
            link.with_user(operator).with_context(allowed_company_ids=self.company.ids).action_accept()

    def test_a_store_does_not_end_with_a_purchase_open(self):
        self._open()
        with self.assertRaises(UserError):
            self.link.action_end()
