from datetime import timedelta

from odoo import fields
from odoo.exceptions import ValidationError
from odoo.tests import tagged

from .common import CollectiveCommon


@tagged("post_install", "-at_install")
class TestCollectivePayment(CollectiveCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.collective = cls._start_with([(cls.jam, 2)], [(cls.bread, 2)], [(cls.jam, 1), (cls.bread, 1)])
        cls.ana, cls.beto, cls.caro = cls.collective.participant_ids

    def _give_back_summaries(self, orders):
        return orders.activity_ids.mapped("summary")

    # === BEFORE THE GROUP CONFIRMS === #

    def test_a_payment_before_the_group_confirms_is_kept_and_confirms_nothing(self):
        self._all_ready(self.collective)
        order = self.beto.order_id
        self.assertEqual(self.beto._get_orders_to_pay(), order)
        self._pay(order, 100.0)
        self.assertEqual((order.state, self.collective.state), ("draft", "choosing"))
        self.assertEqual(order.amount_paid, 100.0)
        self.assertTrue(order.chasqui_held_until, "What is paid is kept for the group")
        self.collective._close()
        self.assertEqual(order.state, "sale")
        self.assertEqual(self.beto._get_amount_to_pay(), 33.33, "Their part of the freight is left")

    def test_who_is_still_choosing_does_not_pay_yet(self):
        self.assertFalse(self.beto._get_orders_to_pay())

    def test_nobody_pays_ahead_where_the_coordinator_pays_for_all(self):
        self.collective.payer = "coordinator"
        with self.assertRaises(ValidationError):
            self._pay(self.beto.order_id, 100.0)

    def test_nobody_pays_while_the_group_is_being_confirmed(self):
        self.collective.state = "confirming"
        with self.assertRaises(ValidationError):
            self._pay(self.beto.order_id, 100.0)

    def test_what_was_paid_goes_back_when_the_group_is_called_off(self):
        paid = self.beto.order_id
        self._pay(paid, 100.0)
        self.collective._cancel()
        self.assertEqual(paid.state, "cancel")
        self.assertEqual(len(self._give_back_summaries(paid)), 1)
        self.assertEqual(paid.amount_paid, 0.0)
        cart = self.beto.order_id
        self.assertNotEqual(cart, paid, "A cart of their own, which nobody paid")
        self.assertEqual((cart.state, cart.website_order_line.product_id), ("draft", self.bread))
        self.assertFalse(cart.chasqui_collective_id or cart.transaction_ids)
        self.assertFalse(self._give_back_summaries(self.ana.order_id))

    def test_a_payment_that_arrives_after_the_group_was_called_off_goes_back(self):
        order = self.beto.order_id
        tx = self._create_payment(order, 100.0)
        self.collective._cancel()
        self._succeed(tx)
        self.assertEqual(order.state, "cancel")
        self.assertEqual(len(self._give_back_summaries(order)), 1)
        self.assertEqual(self.beto.order_id.state, "draft")

    def test_who_is_removed_after_paying_is_given_back_their_money(self):
        paid = self.beto.order_id
        self._pay(paid, 100.0)
        self.beto._remove()
        self.assertEqual(len(self._give_back_summaries(paid)), 1)
        self.assertTrue(self.beto._is_released())

    def test_what_was_paid_too_much_is_given_back_when_the_group_confirms(self):
        order = self.caro.order_id
        self._pay(order, 150.0)
        line = order.order_line.filtered(lambda line: line.product_id == self.jam)
        order._cart_update_line_quantity(line.id, 0)
        self._all_ready(self.collective)
        self.collective._close()
        self.assertEqual(order.amount_total, 83.33)
        self.assertEqual(order.amount_paid, 83.33)
        self.assertRegex(self._give_back_summaries(order)[0], r"66[.,]67")

    # === AFTERWARDS === #

    def test_parts_of_one_payment_stay_as_they_were_whatever_becomes_of_a_basket(self):
        self.collective.payer = "coordinator"
        self._all_ready(self.collective)
        self.collective._close()
        orders = self.collective.order_ids
        tx = self._pay(orders, self.collective._get_amount_left())
        before = {order: tx._get_chasqui_part(order) for order in orders}
        self.assertEqual(round(sum(before.values()), 2), tx.amount)
        self.beto._drop_out()
        self.assertEqual({order: tx._get_chasqui_part(order) for order in orders}, before)
        self.assertEqual(self.collective._get_amount_left(), 0.0)

    def test_the_reference_of_a_payment_for_many_is_short(self):
        collective = self._start_with(*[[(self.bread, 1)] for _number in range(5)], payer="coordinator")
        self._all_ready(collective)
        collective._close()
        tx = self._pay(collective.order_ids, collective._get_amount_left())
        self.assertLess(len(tx.reference), 20)

    def test_the_coordinator_sees_who_owes_them_what(self):
        self.collective.payer = "coordinator"
        self._all_ready(self.collective)
        self.collective._close()
        money = self.collective._get_money_summary()
        self.assertEqual(set(money["owed"]), {self.beto, self.caro})
        self.assertEqual(money["owed_total"], self.beto.amount_total + self.caro.amount_total)
        self.beto.cash_received = True
        self.assertEqual(set(self.collective._get_money_summary()["owed"]), {self.caro})
        self.assertEqual(self.collective._get_cash_in_hand(), 0.0, "It is theirs: they pay the store")

    def test_cash_that_the_coordinator_was_given_is_the_stores(self):
        self._all_ready(self.collective)
        self.collective._close()
        self.beto.cash_received = True
        money = self.collective._get_money_summary()
        self.assertEqual(money["cash"], self.beto.amount_total)
        self.assertEqual(set(money["owed"]), {self.ana, self.caro})

    def test_who_has_not_paid_is_reminded_before_and_after_the_deadline(self):
        self.collective.pay_days = 2
        self._all_ready(self.collective)
        self.collective._close()
        self._pay(self.beto.order_id, self.beto.amount_total)
        now = fields.Datetime.now()
        for pay_until, mails, activities in (
            (now + timedelta(days=2), 0, 0),
            (now + timedelta(hours=20), 2, 0),
            (now + timedelta(hours=19), 0, 0),
            (now - timedelta(minutes=1), 2, 1),
            (now - timedelta(hours=1), 0, 1),
        ):
            self.collective.pay_until = pay_until
            before = self._count_mails()
            self.env["chasqui.collective.order"]._search_payments_due()._remind_payments()
            self.assertEqual(self._count_mails() - before, mails, pay_until)
            self.assertEqual(len(self.collective.activity_ids), activities)

    def _count_mails(self):
        return self.env["mail.mail"].search_count([("subject", "like", "your payment is missing")])

    def test_without_a_deadline_nobody_is_reminded(self):
        self._all_ready(self.collective)
        self.collective._close()
        self.assertFalse(self.collective.pay_until)
        before = self._count_mails()
        self.env["chasqui.collective.order"]._search_payments_due()._remind_payments()
        self.assertEqual(self._count_mails(), before)
