from datetime import timedelta

from odoo import fields
from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import CollectiveCommon


@tagged("post_install", "-at_install")
class TestCollectiveAfterwards(CollectiveCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.way.drop_out = "accepted"
        cls.collective = cls._start_with([(cls.jam, 2)], [(cls.bread, 2)], [(cls.jam, 1), (cls.bread, 1)])
        cls.ana, cls.beto, cls.caro = cls.collective.participant_ids
        cls._all_ready(cls.collective)
        cls.collective._close()

    def _mails_since(self, last):
        return self.env["mail.mail"].search([("id", ">", last)])

    def _last_mail(self):
        return self.env["mail.mail"].search([], order="id desc", limit=1).id or 0

    # === DROPPING OUT === #

    def test_who_drops_out_is_given_back_their_money_and_the_store_its_goods(self):
        order = self.beto.order_id
        self._pay(order, order.amount_total)
        totals = (self.ana | self.caro).mapped("amount_total")
        self.beto._drop_out()
        self.assertEqual((self.beto.state, order.state), ("dropped_out", "cancel"))
        self.assertEqual(order.picking_ids.state, "cancel")
        self.assertEqual(len(order.activity_ids), 1, "The store gives it back")
        self.assertEqual(order.amount_paid, 0.0)
        self.assertEqual((self.ana | self.caro).mapped("amount_total"), totals, "Nobody pays more for it")
        self.assertEqual(self.collective.state, "confirmed")
        with self.assertRaises(UserError):
            self.beto._drop_out()

    def test_their_part_of_the_freight_stays_where_the_store_says_so(self):
        self.collective.drop_out_freight = True
        order = self.beto.order_id
        self._pay(order, order.amount_total)
        self.beto._drop_out()
        self.assertEqual((order.state, order.amount_total), ("sale", 33.33))
        self.assertFalse(order._get_chasqui_items())
        self.assertEqual(order.picking_ids.state, "cancel")
        self.assertEqual(order.amount_paid, 33.33)
        self.assertRegex(order.activity_ids.summary, r"100[.,]00")

    def test_the_rule_says_until_when(self):
        self.assertTrue(self.beto._can_drop_out())
        self.collective.action_accept()
        self.assertTrue(self.beto._can_drop_out())
        self.collective.action_prepared()
        self.assertFalse(self.beto._can_drop_out())
        self.collective.write({"state": "confirmed", "drop_out": "never"})
        with self.assertRaises(UserError):
            self.beto._drop_out()

    def test_the_rule_is_the_one_that_the_group_began_with(self):
        self.way.write({"drop_out": "never", "drop_out_freight": True})
        self.assertTrue(self.beto._can_drop_out())
        self.assertFalse(self.collective.drop_out_freight)
        texts = set()
        for collective in (self.collective, self._start()):
            texts.add(collective._get_drop_out_text())
        self.assertEqual(len(texts), 2)

    def test_who_pays_for_all_does_not_drop_out(self):
        self.collective.payer = "coordinator"
        self.assertFalse(self.ana._can_drop_out())

    def test_a_basket_that_the_store_cancels_drops_out(self):
        last = self._last_mail()
        self.caro.order_id._action_cancel()
        self.assertEqual(self.caro.state, "dropped_out")
        self.assertEqual(self.collective.state, "confirmed")
        mails = self._mails_since(last)
        self.assertEqual(len(mails), 2, "They and the coordinator")

    def test_a_group_that_everybody_left_is_over(self):
        for participant in self.collective.participant_ids:
            participant._drop_out()
        self.assertEqual(self.collective.state, "cancelled")

    def test_the_sheet_has_who_dropped_out_and_the_matrix_has_not(self):
        self.beto._drop_out()
        self.assertIn(self.beto, self.collective._get_sheet_people())
        matrix = self.collective._get_packing_matrix()
        self.assertNotIn(self.beto, matrix["people"])
        numbers = [matrix["numbers"][person] for person in self.collective._get_sheet_people()]
        self.assertEqual(numbers, [1, 2, 3], "A basket has one number on matrix, labels and sheet")

    # === ANOTHER DAY === #

    def test_the_store_proposes_another_day_and_the_group_accepts_it(self):
        last = self._last_mail()
        day = fields.Date.today() + timedelta(days=5)
        self.collective.proposed_day = day
        self.collective.action_propose_day()
        self.assertTrue(self.collective.is_day_asked)
        self.assertEqual(len(self._mails_since(last)), 3)
        self.collective._answer_day(True)
        self.assertEqual(self.collective.day, day)
        self.assertEqual(len(self._mails_since(last)), 6)
        self.collective._answer_day(False)
        self.assertEqual(self.collective.day, day, "It is answered once")

    def test_a_group_that_cannot_tells_the_store(self):
        self.collective.proposed_day = fields.Date.today() + timedelta(days=5)
        self.collective.action_propose_day()
        self.collective._answer_day(False)
        self.assertFalse(self.collective.is_day_asked or self.collective.day)
        self.assertEqual(len(self.collective.activity_ids), 1)

    def test_a_day_that_is_over_or_asked_for_anyway_is_not_proposed(self):
        today = fields.Date.today()
        self.collective.day = today + timedelta(days=3)
        for day in (False, today - timedelta(days=1), self.collective.day):
            self.collective.proposed_day = day
            with self.assertRaises(UserError):
                self.collective.action_propose_day()

    # === SUBSTITUTION === #

    def _substitute(self, **values):
        wizard = self.env["chasqui.collective.substitute"].create(
            {
                "collective_id": self.collective.id,
                "product_id": self.bread.id,
                "new_product_id": self.jam.id,
                **values,
            }
        )
        self.assertIn(self.bread, wizard.offered_product_ids)
        wizard.action_substitute()
        return self.collective.substitution_ids

    def test_what_comes_instead_is_never_dearer_and_in_the_same_delivery(self):
        last = self._last_mail()
        before = self.beto.amount_total
        made = self._substitute()
        self.assertEqual(made.participant_id, self.beto | self.caro)
        self.assertEqual(self.beto.amount_total, before, "Jam at the price of bread")
        self.assertEqual(self.beto.order_id._get_chasqui_items().product_id, self.jam)
        moves = self.beto.order_id.picking_ids.move_ids.filtered(lambda move: move.state != "cancel")
        self.assertEqual((moves.product_id, moves.state), (self.jam, "assigned"))
        pickings = self.collective._get_confirmed_orders().picking_ids
        self.assertEqual(
            pickings.filtered(lambda one: one.state != "cancel").batch_id, self.collective.batch_id
        )
        self.assertEqual(len(self._mails_since(last)), 2)
        rows = self.collective._get_packing_matrix()["rows"]
        self.assertEqual(["Jam" in row["name"] for row in rows], [True])

    def test_who_does_not_want_it_is_given_back_what_they_paid_for_it(self):
        order = self.caro.order_id
        self._pay(order, order.amount_total)
        made = self._substitute(participant_ids=[fields.Command.set(self.caro.ids)])
        self.assertEqual(made.participant_id, self.caro)
        made._refuse()
        made._refuse()
        self.assertEqual(made.state, "refused")
        self.assertEqual(order._get_chasqui_items().product_id, self.jam)
        self.assertEqual(order.amount_total, 133.33)
        self.assertRegex(order.activity_ids.summary, r"50[.,]00")

    def test_who_has_nothing_left_dropped_out(self):
        made = self._substitute(participant_ids=[fields.Command.set(self.beto.ids)])
        made._refuse()
        self.assertEqual(self.beto.state, "dropped_out")

    def test_packed_baskets_are_not_changed(self):
        made = self._substitute(participant_ids=[fields.Command.set(self.beto.ids)])
        self.collective.action_accept()
        self.collective.action_prepared()
        with self.assertRaises(UserError):
            made._refuse()
        with self.assertRaises(UserError):
            self._substitute()

    def test_there_must_be_enough_of_what_comes_instead(self):
        self._set_stock(self.jam, 4)
        with self.assertRaises(UserError):
            self._substitute(ratio=10)
        self.assertEqual(self.beto.order_id._get_chasqui_items().product_id, self.bread)
