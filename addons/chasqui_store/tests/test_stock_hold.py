from ast import literal_eval
from datetime import timedelta

from freezegun import freeze_time

from odoo import fields
from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from .common_shop import ShopCommon


@tagged("post_install", "-at_install")
class TestStockHold(ShopCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_stock(cls.jam, 5)
        cls.bread = cls._create_product(name="Bread", list_price=50.0, stock=5)

    def _take(self, *carts, **kwargs):
        orders = self.env["sale.order"].union(*carts)
        return orders._chasqui_take_hold(**kwargs)

    def _expire(self, order):
        self.env["chasqui.stock.hold"].search([("order_id", "=", order.id)]).expires_at = (
            fields.Datetime.now() - timedelta(minutes=1)
        )
        self.env.flush_all()
        self.env.invalidate_all()

    def test_what_one_holds_another_cannot(self):
        first, second = self._create_cart((self.jam, 4)), self._create_cart((self.jam, 2))
        self.assertTrue(self._take(first).until)
        hold = self._take(second)
        self.assertFalse(hold.until)
        self.assertEqual((hold.shortages[0].wanted, hold.shortages[0].available), (2, 1))
        self.assertFalse(second.chasqui_held_until)

    def test_an_order_is_held_wholly_or_not_at_all(self):
        first = self._create_cart((self.jam, 5))
        both = self._create_cart((self.bread, 5), (self.jam, 1))
        self._take(first)
        self.assertEqual(len(self._take(both).shortages), 1)
        self.assertTrue(self._take(self._create_cart((self.bread, 5))).until)

    def test_lines_of_the_same_product_are_added_up(self):
        hold = self._take(self._create_cart((self.jam, 3), (self.jam, 3)))
        self.assertEqual(hold.shortages[0].wanted, 6)

    def test_many_orders_are_held_in_one_go_or_not_at_all(self):
        carts = [self._create_cart((self.jam, 1)) for _index in range(6)]
        self.assertEqual(self._take(*carts).shortages[0].wanted, 6)
        self.assertFalse(any(cart.chasqui_held_until for cart in carts))
        self.assertTrue(self._take(*carts[:5]).until)

    def test_a_hold_taken_again_replaces_itself(self):
        cart = self._create_cart((self.jam, 4))
        self._take(cart)
        cart.order_line.product_uom_qty = 5
        self.assertTrue(self._take(cart).until)
        cart.order_line.product_uom_qty = 6
        self.assertTrue(self._take(cart).shortages)
        self.assertTrue(cart.chasqui_held_until, "A refused change leaves what was held")

    def test_looking_again_does_not_make_it_last_longer_but_paying_does(self):
        cart = self._create_cart((self.jam, 1))
        start = fields.Datetime.now()
        first = self._take(cart, until=start + timedelta(minutes=5)).until
        self.assertEqual(self._take(cart, extend=False).until, first)
        self.assertGreater(self._take(cart).until, first)

    def test_a_hold_whose_time_is_over_does_not_count(self):
        cart = self._create_cart((self.jam, 5))
        self._take(cart)
        self._expire(cart)
        self.assertFalse(cart.chasqui_held_until)
        self.assertTrue(self._take(self._create_cart((self.jam, 5))).until)

    def test_a_released_hold_does_not_count(self):
        cart = self._create_cart((self.jam, 5))
        self._take(cart)
        cart._chasqui_release_hold()
        self.assertFalse(cart.chasqui_held_until)
        self.assertTrue(self._take(self._create_cart((self.jam, 5))).until)

    def test_changing_the_cart_gives_back_what_it_held(self):
        cart = self._create_cart((self.jam, 5))
        self._take(cart)
        cart._cart_update_line_quantity(cart.order_line.id, 1)
        self.assertFalse(cart.chasqui_held_until)

    def test_cancelling_and_deleting_give_back_what_was_held(self):
        cancelled, deleted = self._create_cart((self.jam, 2)), self._create_cart((self.jam, 3))
        self._take(cancelled, deleted)
        cancelled._action_cancel()
        deleted.unlink()
        self.assertFalse(self.env["chasqui.stock.hold"].search([("product_id", "=", self.jam.id)]))

    def test_confirming_consumes_the_hold(self):
        cart = self._create_cart((self.jam, 3))
        self._take(cart)
        cart.action_confirm()
        self.assertEqual(cart.picking_ids.state, "assigned")
        self.assertFalse(cart.chasqui_held_until)
        self.assertTrue(self._take(self._create_cart((self.jam, 2))).until)
        self.assertTrue(self._take(self._create_cart((self.jam, 1))).shortages)

    def test_confirming_without_a_hold_respects_those_of_others(self):
        self._take(self._create_cart((self.jam, 4)))
        with self.assertRaises(ValidationError) as caught:
            self._create_cart((self.jam, 2)).action_confirm()
        self.assertIn("Jam", str(caught.exception))
        order = self._create_cart((self.jam, 1))
        order.action_confirm()
        self.assertEqual(order.picking_ids.state, "assigned")

    def test_what_is_added_to_a_confirmed_order_is_checked_too(self):
        self._take(self._create_cart((self.jam, 3)))
        order = self._create_cart((self.jam, 1))
        order.action_confirm()
        order.order_line.product_uom_qty = 2
        self.assertEqual(sum(order.picking_ids.move_ids.mapped("quantity")), 2)
        with self.assertRaises(ValidationError):
            order.order_line.product_uom_qty = 3
        order.order_line.product_uom_qty = 1

    def test_what_was_confirmed_and_waits_is_not_for_sale(self):
        self.bread.allow_out_of_stock_order = True
        waiting = self._create_cart((self.bread, 8))
        waiting.action_confirm()
        self.bread.allow_out_of_stock_order = False
        self._set_stock(self.bread, 9)
        self.env.flush_all()
        self.env.invalidate_all()
        self.assertEqual(self._take(self._create_cart((self.bread, 2))).shortages[0].available, 1)

    def test_products_sold_beyond_their_stock_are_not_held(self):
        self.jam.allow_out_of_stock_order = True
        order = self._create_cart((self.jam, 50))
        self.assertEqual(self._take(order).shortages, ())
        order.action_confirm()
        self.assertEqual(order.state, "sale")

    def test_companies_without_a_store_sell_as_odoo_does(self):
        company = self.env["res.company"].create({"name": "No store"})
        order = self._create_cart((self.jam, 50), website_id=False, company_id=company.id).with_company(
            company
        )
        self.assertEqual(self._take(order).shortages, ())

    def test_packagings_are_held_in_the_unit_of_the_product(self):
        dozen = self.env.ref("uom.product_uom_dozen")
        self._set_stock(self.jam, 13)
        cart = self._create_cart((self.jam, 1))
        cart.order_line.product_uom_id = dozen
        self._take(cart)
        self.assertEqual(self._take(self._create_cart((self.jam, 2))).shortages[0].available, 1)

    def test_fractions_are_held(self):
        cheese = self._create_product(name="Cheese", uom_id=self.kg.id, stock=1.5)
        self._take(self._create_cart((cheese, 1)))
        self.assertTrue(self._take(self._create_cart((cheese, 0.6))).shortages)
        self.assertTrue(self._take(self._create_cart((cheese, 0.5))).until)

    def test_the_shop_does_not_offer_what_others_hold(self):
        cart, other = self._create_cart((self.jam, 3)), self._create_cart((self.jam, 1))
        self._take(cart)
        self.assertEqual(self.website._get_product_available_qty(self.jam), 2)
        self.assertEqual(other._get_free_qty(self.jam), 2)
        self.assertEqual(cart._get_free_qty(self.jam), 5, "One's own hold is not in one's way")

    def test_available_quantities_of_a_page_cost_one_query(self):
        products = self.jam + self.bread + self._create_product(name="Honey", stock=1)
        products.invalidate_recordset()
        with self.assertQueryCount(1):
            products.mapped("chasqui_kept_qty")

    @freeze_time("2026-03-10 21:20:00")
    def test_the_shopper_reads_the_time_on_the_clock_of_the_store(self):
        self.company.partner_id.tz = "America/Argentina/Buenos_Aires"
        cart = self._create_cart((self.jam, 1))
        now = fields.Datetime.now()
        self.assertIn("18:40", cart._get_chasqui_held_text(now + timedelta(minutes=20)))
        self.assertIn("12/3", cart._get_chasqui_held_text(now + timedelta(hours=48)))
        self.assertEqual(cart._get_chasqui_held_text(), "")

    def test_the_store_says_for_how_long(self):
        self.store.hold_minutes = 7
        until = self._take(self._create_cart((self.jam, 1))).until
        self.assertAlmostEqual(
            until, fields.Datetime.now() + timedelta(minutes=7), delta=timedelta(seconds=5)
        )

    def test_holds_long_over_are_deleted(self):
        cart = self._create_cart((self.jam, 1))
        self._take(cart, until=fields.Datetime.now() - timedelta(days=30))
        self.env["chasqui.stock.hold"]._gc_holds()
        self.assertFalse(self.env["chasqui.stock.hold"].search([("order_id", "=", cart.id)]))

    def _create_person(self, company, role):
        return new_test_user(
            self.env,
            f"{role}-of-{company.id}",
            f"chasqui_store.group_{role}",
            company_id=company.id,
            company_ids=[Command.set(company.ids)],
        )

    def test_the_stores_manager_releases_what_an_order_keeps(self):
        cart = self._create_cart((self.jam, 5))
        self._take(cart)
        hold = self.env["chasqui.stock.hold"].search([("order_id", "=", cart.id)])
        shown = self.env["ir.actions.act_window"]._for_xml_id("chasqui_store.chasqui_stock_hold_action")
        self.assertIn(hold, hold.search(literal_eval(shown["domain"])))
        strangers = self._create_person(self._create_other_store().company_id, "manager")
        for user in (strangers, self._create_person(self.company, "operator")):
            with self.assertRaises(AccessError):
                hold.with_user(user).action_release()
        self.assertTrue(hold.exists())
        hold.with_user(self._create_person(self.company, "manager")).action_release()
        self.assertTrue(self._take(self._create_cart((self.jam, 5))).until)

    def test_staff_of_another_store_see_no_hold_of_this_one(self):
        self._take(self._create_cart((self.jam, 1)))
        other = self._create_other_store().company_id
        user = self._create_person(other, "operator")
        holds = self.env["chasqui.stock.hold"].with_user(user)
        self.assertFalse(holds.with_context(allowed_company_ids=other.ids).search([]))

    def test_doubled_quants_are_merged_and_wrong_reservations_moved(self):
        """What two reservations at once may leave: both reserved from the same shelf."""
        Quant = self.env["stock.quant"]
        stock = self.warehouse.lot_stock_id
        shelf_a, shelf_b = self.env["stock.location"].create(
            [{"name": name, "location_id": stock.id, "usage": "internal"} for name in "AB"]
        )
        honey = self._create_product(name="Honey")
        for shelf in (shelf_a, shelf_b):
            Quant._update_available_quantity(honey, shelf, 1)
        orders = [self._create_cart((honey, 1)) for _index in range(2)]
        for order in orders:
            order.action_confirm()
        moves = orders[0].picking_ids.move_ids + orders[1].picking_ids.move_ids
        # As it is when the second does not see the first: the same shelf twice, a second quant.
        taken, other = (move.move_line_ids.location_id for move in moves)
        moves[1].move_line_ids.location_id = taken
        self.env.flush_all()
        self.env.cr.execute(
            """
            UPDATE stock_quant SET reserved_quantity = (location_id = %s)::int
             WHERE product_id = %s AND location_id IN %s
            """,
            (taken.id, honey.id, (taken.id, other.id)),
        )
        self.env.invalidate_all()
        Quant.create({"product_id": honey.id, "location_id": taken.id, "reserved_quantity": 1})
        self.env.flush_all()
        Quant._chasqui_tidy(tuple(honey.ids))
        self.env.invalidate_all()
        quants = Quant.search([("product_id", "=", honey.id), ("location_id.usage", "=", "internal")])
        self.assertEqual(sorted(quants.mapped("quantity")), [1, 1])
        self.assertEqual(quants.mapped("reserved_quantity"), [1, 1])
        self.assertEqual(set(moves.mapped("state")), {"assigned"})
