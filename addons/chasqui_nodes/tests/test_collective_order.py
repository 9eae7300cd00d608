from odoo.exceptions import UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .common import CollectiveCommon


@tagged("post_install", "-at_install")
class TestCollectiveOrder(CollectiveCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.collective = cls._start_with([(cls.jam, 2)], [(cls.bread, 2)], [])
        cls.ana, cls.beto, cls.caro = cls.collective.participant_ids

    def test_each_has_a_basket_of_their_own(self):
        self.assertEqual(len(self.collective.order_ids), 3)
        self.assertEqual(self.ana.order_id.amount_total, 200.0)
        self.assertEqual(self.collective._get_baskets(), self.ana | self.beto)
        self.assertEqual(self.collective.coordinator_id, self.ana)

    def test_a_store_that_does_not_sell_to_groups_starts_none(self):
        self.way.is_on = False
        with self.assertRaises(UserError):
            self._start()

    def test_a_purchase_needs_a_place(self):
        with self.assertRaises(UserError):
            self._start(place_kind="pickup")

    def test_nobody_joins_twice_with_one_account(self):
        partner = self.shopper
        first = self.collective._join({**self._person("Dora"), "partner_id": partner.id})
        again = self.collective._join({**self._person("Dora"), "partner_id": partner.id})
        self.assertEqual(first, again)

    def test_a_basket_is_nobodys_abandoned_cart(self):
        order = self.ana.order_id
        self.assertFalse(order.is_abandoned_cart)
        carts = self.env["sale.order"].with_context(chasqui_carts_only=True)
        self.assertNotIn(order, carts.search([("partner_id", "=", order.partner_id.id)]))
        self.assertNotIn(order, order.search([("is_abandoned_cart", "=", True)]))
        self.assertFalse(order._filter_can_send_abandoned_cart_mail())

    def test_a_basket_keeps_its_prices_whoever_owns_it(self):
        pricelist = self.env["product.pricelist"].create(
            {"name": "Groups", "company_id": self.company.id, "item_ids": []}
        )
        dear = self.env["product.pricelist"].create({"name": "Dear", "company_id": self.company.id})
        self.way.pricelist_id = pricelist
        order = self._start_with([(self.jam, 1)]).coordinator_id.order_id
        order.order_line.price_unit = 80.0
        self.shopper.property_product_pricelist = dear
        order.chasqui_participant_ids._take_over(self.shopper)
        self.assertEqual(order.partner_id, self.shopper)
        self.assertEqual(order.pricelist_id, pricelist)
        self.assertEqual(order.amount_total, 80.0)

    def test_no_basket_is_confirmed_by_itself(self):
        order = self.ana.order_id
        with self.assertRaises(UserError):
            order.action_confirm()
        with self.assertRaises(ValidationError):
            order._check_chasqui_way()
        self.assertEqual(order.state, "draft")

    def test_a_removed_person_keeps_their_basket_as_a_cart(self):
        order, channel = self.beto.order_id, self.collective.channel
        self.beto._remove()
        self.assertFalse(order.chasqui_collective_id)
        self.assertEqual(order.website_order_line.product_id, self.bread)
        self.assertNotIn(self.beto, self.collective._get_inside())
        self.assertNotEqual(self.collective.channel, channel, "They hear no more of the purchase")

    def test_the_coordinator_is_not_removed(self):
        with self.assertRaises(UserError):
            self.ana._remove()

    def test_carts_move_in_and_out_without_loss(self):
        cart = self._create_cart((self.jam, 3), (self.bread, 1))
        cart._move_chasqui_lines_to(self.beto.order_id)
        self.assertFalse(cart.website_order_line)
        self.assertEqual(self._get_quantities(self.beto.order_id), {self.jam: 3, self.bread: 3})
        self.beto.order_id._move_chasqui_lines_to(cart)
        self.assertEqual(self._get_quantities(cart), {self.jam: 3, self.bread: 3})
        self.assertFalse(self.beto.order_id.website_order_line)

    def _get_quantities(self, order):
        return {line.product_id: line.product_uom_qty for line in order.website_order_line}

    def test_what_there_is_not_enough_of_stays_where_it_was(self):
        cart = self._create_cart((self.jam, 25))
        cart._move_chasqui_lines_to(self.beto.order_id)
        self.assertEqual(self._get_quantities(self.beto.order_id)[self.jam], 20)
        self.assertEqual(self._get_quantities(cart), {self.jam: 5})

    def test_an_empty_basket_is_not_ready(self):
        with self.assertRaises(UserError):
            self.caro._set_ready()
        self.ana._set_ready()
        self.assertEqual(self.collective._get_undecided(), self.beto)

    def test_a_reminder_is_sent_once_in_an_hour(self):
        self.beto._nudge()
        with self.assertRaises(UserError):
            self.beto._nudge()
        self.caro.email = False
        with self.assertRaises(UserError):
            self.caro._nudge()

    def test_the_link_lets_in_until_it_is_closed_renewed_or_late(self):
        find = self.collective._find_by_token
        token = self.collective.token
        self.assertEqual(find(token), self.collective)
        self.collective._renew_link()
        self.assertFalse(find(token))
        self.assertFalse(find(""))
        self.assertTrue(self.collective._lets_people_in())
        self.collective.is_link_open = False
        self.assertFalse(self.collective._lets_people_in())
        self.collective.is_link_open = True
        self._pass_deadline(self.collective)
        self.assertFalse(self.collective._lets_people_in())

    def test_freight_is_shared_as_agreed(self):
        expected = {"equal": [50, 50], "amount": [66.67, 33.33], "weight": [75, 25], "coordinator": [100, 0]}
        for share, parts in expected.items():
            self.collective.freight_share = share
            self.assertEqual(list(self.collective._get_freight_parts().values()), parts, share)

    def test_freight_is_free_for_what_the_group_buys_together(self):
        self.truck.write({"free_over": True, "amount": 250.0})
        self.assertEqual(self.collective._get_freight(), 0.0, "200 and 100: none of them alone")
        self.truck.amount = 400.0
        self.assertEqual(self.collective._get_freight(), 100.0)
        self.assertEqual(self.collective._get_summary()["missing_to_free_freight"], 100.0)

    def test_rules_of_weight_price_the_whole_group(self):
        rule = {"variable": "weight", "operator": ">=", "list_base_price": 0.0, "variable_factor": "weight"}
        self.truck.write(
            {
                "delivery_type": "base_on_rule",
                "price_rule_ids": [(0, 0, {**rule, "max_value": 8.0, "list_price": 10.0})],
            }
        )
        self.assertEqual(self.collective._get_freight(), 80.0, "Two jams of 3 kg and two breads of 1 kg")

    def test_the_bar_shows_the_minimum_that_is_furthest_away(self):
        collective = self._start_with([(self.jam, 1)], [(self.jam, 2)])
        self.assertEqual(collective._get_summary()["percent"], 100, "No minimum")
        self.way.write({"min_amount": 100.0, "min_baskets": 4})
        self.assertEqual(collective._get_summary()["percent"], 50)

    def test_what_is_missing_to_the_minimum_is_told(self):
        self.way.write({"min_amount": 400.0, "min_baskets": 3, "min_weight": 10.0})
        self.assertEqual(len(self.collective._get_missing(self.collective._get_baskets())), 3)
        self._fill(self.caro, (self.jam, 1))
        self.assertFalse(self.collective._get_missing(self.collective._get_baskets()))

    def test_calling_it_off_leaves_everybody_their_cart(self):
        orders = self.collective.order_ids
        self.collective._cancel()
        self.assertEqual(self.collective.state, "cancelled")
        self.assertFalse(orders.chasqui_collective_id)
        self.assertEqual(set(orders.mapped("state")), {"draft"})
        with self.assertRaises(UserError):
            self.collective._join(self._person("Late"))

    def test_staff_of_another_store_see_none_of_it(self):
        other = self._create_other_store()
        manager = new_test_user(
            self.env,
            "collective-other",
            "chasqui_store.group_manager",
            company_id=other.company_id.id,
            company_ids=[(6, 0, other.company_id.ids)],
        )
        for records in (self.collective, self.ana, self.way):
            theirs = records.with_user(manager).with_context(allowed_company_ids=other.company_id.ids)
            self.assertFalse(theirs.search([("id", "in", records.ids)]))
            self.assertFalse(theirs.has_access("read"))

    def test_the_stores_own_staff_work_with_it_and_do_not_see_the_keys(self):
        operator = new_test_user(
            self.env,
            "collective-own",
            "chasqui_store.group_operator",
            company_id=self.company.id,
            company_ids=[(6, 0, self.company.ids)],
        )
        mine = self.collective.with_user(operator)
        self.assertEqual(mine.name, "Neighbours")
        self.assertFalse({"token", "code", "channel"} & mine.fields_get().keys())
        self.assertNotIn("token", self.ana.with_user(operator).fields_get())
