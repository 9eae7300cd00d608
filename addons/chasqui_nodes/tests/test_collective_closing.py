from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import CollectiveCommon


@tagged("post_install", "-at_install")
class TestCollectiveClosing(CollectiveCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.collective = cls._start_with([(cls.jam, 2)], [(cls.bread, 2)], [(cls.jam, 1), (cls.bread, 1)])
        cls.ana, cls.beto, cls.caro = cls.collective.participant_ids

    def test_all_baskets_are_confirmed_at_once_for_one_delivery(self):
        self._all_ready(self.collective)
        self.collective._close()
        orders = self.collective.order_ids
        self.assertEqual(self.collective.state, "confirmed")
        self.assertEqual(set(orders.mapped("state")), {"sale"})
        self.assertEqual(len(orders.picking_ids), 3, "A basket each")
        self.assertEqual(orders.picking_ids.batch_id, self.collective.batch_id)
        self.assertEqual(set(orders.picking_ids.mapped("state")), {"assigned"})
        self.assertEqual(orders.partner_shipping_id, self.collective.place_partner_id)
        self.assertEqual(sum(orders.mapped("amount_delivery")), 100.0)

    def test_nobody_confirms_over_the_head_of_who_is_choosing(self):
        self.ana._set_ready()
        self.beto._set_ready()
        with self.assertRaisesRegex(UserError, self.caro.name):
            self.collective._close()
        self.assertEqual(self.collective.state, "choosing")

    def test_the_coordinator_decides_about_who_is_still_choosing(self):
        self.ana._set_ready()
        self.collective._close({self.beto.id: "include", self.caro.id: "leave_out"})
        self.assertEqual(self.beto.order_id.state, "sale")
        self.assertEqual(self.caro.state, "left_out")
        self.assertEqual(self.caro.order_id.state, "draft")
        self.assertFalse(self.caro.order_id.chasqui_collective_id)

    def test_after_the_deadline_nobody_buys_who_did_not_say_so(self):
        self.ana._set_ready()
        self._pass_deadline(self.collective)
        self.collective._close()
        self.assertEqual(self.collective.order_ids, self.ana.order_id)
        self.assertEqual(self.beto.state, "left_out")

    def test_below_the_stores_minimum_nothing_is_confirmed(self):
        self.way.min_amount = 10000.0
        self._all_ready(self.collective)
        with self.assertRaises(UserError):
            self.collective._close()
        self.assertEqual(self.collective.state, "choosing")

    def test_a_store_on_a_break_confirms_nothing(self):
        self._all_ready(self.collective)
        self.store.state = "paused"
        with self.assertRaises(UserError):
            self.collective._close()

    def test_a_treat_needs_somebody_to_put_it_on(self):
        collective = self._start_with([], [(self.jam, 1)], freight_share="coordinator")
        self._all_ready(collective)
        with self.assertRaises(UserError):
            collective._close()

    def test_what_is_short_is_told_for_whom_and_nothing_is_half_confirmed(self):
        self._set_stock(self.jam, 2)
        self._all_ready(self.collective)
        self.collective._close()
        self.assertEqual(self.collective.state, "choosing")
        self.assertEqual(set(self.collective.order_ids.mapped("state")), {"draft"})
        ((product, available, lines),) = self.collective._get_short_lines()
        self.assertEqual((product, available), (self.jam, 2))
        self.assertEqual(lines.order_id, (self.ana | self.caro).order_id)
        line = lines.filtered(lambda line: line.order_id == self.caro.order_id)
        self.collective._shorten({line.id: 0.0})
        self.assertFalse(self.collective.shortages)
        self.collective._close()
        self.assertEqual(self.collective.state, "confirmed")
        self.assertEqual(self.caro.order_id.website_order_line.product_id, self.bread)

    def test_what_is_proposed_when_something_is_short_is_what_there_is(self):
        self.collective.shortages = [{"product_id": self.jam.id, "available": 2.0}]
        ((product, available, lines),) = self.collective._get_short_lines()
        shares = self.collective._share_out_short(available, lines)
        self.assertEqual(sum(shares.values()), 2.0)
        (text,) = self.collective._get_short_texts()
        for word in (product.name, "2", *lines.order_id.chasqui_participant_ids.mapped("name")):
            self.assertIn(word, text)

    def test_nobody_gets_more_by_sharing_out_what_is_short(self):
        self.collective.shortages = [{"product_id": self.jam.id, "available": 1.0}]
        line = self.ana.order_id.order_line
        self.collective._shorten({line.id: 15.0, self.beto.order_id.order_line.id: 9.0})
        self.assertEqual(line.product_uom_qty, 2)
        self.assertEqual(self.beto.order_id.order_line.product_uom_qty, 2, "It was not short")

    def test_of_two_groups_that_want_the_last_one_gets_it(self):
        self._set_stock(self.jam, 3)
        other = self._start_with([(self.jam, 3)])
        self._all_ready(self.collective)
        self._all_ready(other)
        self.collective._close()
        other._close()
        self.assertEqual((self.collective.state, other.state), ("confirmed", "choosing"))
        self.assertTrue(other.shortages)

    def test_it_is_confirmed_once(self):
        self._all_ready(self.collective)
        self.collective._close()
        with self.assertRaises(UserError):
            self.collective._close()
        before = self.ana.order_id.order_line.mapped("product_uom_qty")
        line = self.ana.order_id.website_order_line
        self.ana.order_id._cart_update_line_quantity(line.id, 9)
        self.assertEqual(self.ana.order_id.order_line.mapped("product_uom_qty"), before)
        with self.assertRaises(UserError):
            self.ana._set_ready(False)

    def test_what_the_store_withdrew_is_told_for_whom_and_can_be_replaced(self):
        category = self.env["product.public.category"].create({"name": "Food"})
        honey = self._create_product(name="Honey", list_price=90.0, stock=5)
        (self.jam | self.bread | honey).public_categ_ids = category
        self.jam.is_published = False
        self._all_ready(self.collective)
        self.collective._close()
        ((product, available, lines),) = self.collective._get_short_lines()
        self.assertEqual((product, available), (self.jam, 0.0))
        self.assertTrue(self.collective._is_withdrawn(product))
        self.assertIn(honey, self.collective._get_replacements(product))
        self.collective._shorten(
            dict.fromkeys(lines.ids, 0.0), dict.fromkeys(lines.ids, honey.id), decider=self.ana
        )
        self.assertEqual(self.ana.order_id.website_order_line.product_id, honey)
        self.assertEqual(self.ana.state, "ready")
        self.assertEqual(self.caro.state, "choosing", "Nobody is sold what they did not choose")
        with self.assertRaises(UserError):
            self.collective._close()
        self.caro._set_ready()
        self.collective._close()
        self.assertEqual(self.collective.state, "confirmed")

    def test_what_was_chosen_keeps_its_price_when_the_store_changes_it(self):
        self.jam.list_price = 500.0
        self._all_ready(self.collective)
        self.collective._close()
        line = self.ana.order_id.website_order_line
        self.assertEqual((line.price_unit, line.product_uom_qty), (100.0, 2))

    def test_whoever_learns_that_something_is_short_keeps_nothing_from_others(self):
        self._set_stock(self.jam, 2)
        self._all_ready(self.collective)
        self.collective._close()
        self.assertFalse(any(self.collective.order_ids.mapped("chasqui_held_until")))

    def test_a_large_group_is_confirmed_in_the_background(self):
        baskets = [[(self.bread, 1)] for _number in range(16)]
        collective = self._start_with(*baskets)
        self._all_ready(collective)
        collective._close()
        self.assertEqual(collective.state, "confirming")
        with self.assertRaises(UserError):
            collective._close()
        collective._confirm_queued()
        self.assertEqual(collective.state, "confirmed")
        self.assertEqual(len(collective.batch_id.picking_ids), 16)
        self.assertEqual(set(collective.order_ids.picking_ids.mapped("state")), {"assigned"})
        quant = self.env["stock.quant"]._gather(self.bread, self.warehouse.lot_stock_id)
        self.assertEqual((quant.quantity, quant.reserved_quantity), (20, 16))
        due = collective.participant_ids.filtered("is_mail_due")
        self.assertEqual(len(due), 16, "Nobody waits for sixteen mails")
        last = self.env["mail.mail"].search([], order="id desc", limit=1).id or 0
        due._mail_due_step()
        self.assertEqual(self.env["mail.mail"].search_count([("id", ">", last)]), 16)
        self.assertFalse(any(due.mapped("is_mail_due")))
        collective.batch_id.action_done()
        self.assertEqual(set(collective.order_ids.picking_ids.mapped("state")), {"done"})
        self.assertEqual((quant.quantity, quant.reserved_quantity), (4, 0))

    def test_what_fails_in_the_background_is_told(self):
        self._all_ready(self.collective)
        self.collective.state = "confirming"
        self.ana.order_id.action_cancel()
        self.collective._confirm_queued()
        self.assertEqual(self.collective.state, "choosing")
        self.assertTrue(self.collective.problem)
        self.assertEqual(self.beto.order_id.state, "draft")

    def test_the_store_takes_it_from_step_to_step_and_tells_everybody(self):
        self._all_ready(self.collective)
        self.collective._close()
        with self.assertRaises(UserError):
            self.collective.action_delivered()
        mails = self.env["mail.mail"].search([], order="id desc", limit=1).id or 0
        for step in ("accept", "prepared", "on_way", "delivered", "close"):
            getattr(self.collective, f"action_{step}")()
        self.assertEqual(self.collective.state, "closed")
        sent = self.env["mail.mail"].search([("id", ">", mails)])
        self.assertEqual(len(sent), 15, "Five steps, three people")

    def test_the_store_refuses_with_a_reason_and_goods_go_back(self):
        self._all_ready(self.collective)
        self.collective._close()
        orders = self.collective.order_ids
        with self.assertRaises(UserError):
            self.collective.action_refuse()
        self.collective.refusal_reason = "The truck broke down"
        self.collective.action_refuse()
        self.assertEqual(set(orders.mapped("state")), {"cancel"})
        self.assertEqual(set(orders.picking_ids.mapped("state")), {"cancel"})
        self.assertEqual(self.collective.state, "cancelled")
        self.assertTrue(self._start_with([(self.jam, 20)]).coordinator_id.order_id._chasqui_take_hold().until)

    def test_the_matrix_says_what_goes_into_each_basket(self):
        self._all_ready(self.collective)
        self.collective._close()
        matrix = self.collective._get_packing_matrix()
        self.assertEqual(matrix["people"], self.ana | self.beto | self.caro)
        rows = {row["name"]: (row["quantities"], row["total"]) for row in matrix["rows"]}
        self.assertEqual(rows, {"Jam": (["2", "", "1"], "3"), "Bread": (["", "2", "1"], "3")})
        self.assertFalse(matrix["short"])
        self.caro.order_id.picking_ids.do_unreserve()
        matrix = self.collective._get_packing_matrix()
        self.assertEqual(list(matrix["short"]), [self.caro])
        self.assertEqual({tuple(row["short"]) for row in matrix["rows"]}, {(False, False, True)})

    def test_no_column_of_the_matrix_falls_off_the_page(self):
        self._set_stock(self.bread, 99)
        for number in range(30):
            self._fill(self.collective._join(self._person(f"Neighbour{number}")), (self.bread, 1))
        matrix = self.collective._get_packing_matrix()
        pages = self.collective._get_packing_pages(matrix)
        self.assertEqual([column for page in pages for column in page["columns"]], list(range(33)))
        self.assertLessEqual(max(len(page["columns"]) for page in pages), 12)

    def test_a_full_basket_has_a_label_with_all_of_it(self):
        for number in range(24):
            self._fill(self.ana, (self._create_product(name=f"Jar {number}", stock=1), 1))
        self._all_ready(self.collective)
        self.collective._close()
        columns = self.ana._get_label_columns()
        self.assertEqual([len(column) for column in columns], [13, 12])
        self.assertGreater(self.ana._get_label_height(), self.beto._get_label_height())

    def test_matrix_and_labels_are_printed(self):
        self._all_ready(self.collective)
        self.collective._close()
        for name in ("packing", "labels"):
            report = self.env.ref(f"chasqui_nodes.action_report_{name}")
            html, _kind = report._render_qweb_html(report.report_name, self.collective.ids)
            self.assertIn(self.caro.name, html.decode())

    def test_one_payment_is_shared_out_over_all_baskets(self):
        self.collective.payer = "coordinator"
        self.truck.fixed_price = 100.01
        self._all_ready(self.collective)
        self.collective._close()
        orders = self.collective.order_ids
        left = self.collective._get_amount_left()
        self.assertEqual(self.ana._get_orders_to_pay(), orders)
        self.assertFalse(self.beto._get_orders_to_pay(), "Only who coordinates pays for all")
        tx = self._pay(orders, left)
        self.assertTrue(all(order._is_paid() for order in orders))
        self.assertEqual(self.collective._get_amount_left(), 0.0)
        self.assertEqual(round(sum(orders.mapped("amount_paid")), 2), tx.amount)
        self.assertFalse(self.ana._get_orders_to_pay())

    def test_what_was_paid_goes_back_when_the_store_refuses(self):
        self._all_ready(self.collective)
        self.collective._close()
        order = self.beto.order_id
        self._pay(order, order.amount_total)
        self.collective.refusal_reason = "No harvest"
        self.collective.action_refuse()
        self.assertIn(
            self.beto.name, order.activity_ids.summary, "This way of paying gives nothing back by itself"
        )
        self.assertFalse(self.ana.order_id.activity_ids)
