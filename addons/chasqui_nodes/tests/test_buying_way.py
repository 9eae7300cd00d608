from odoo.exceptions import ValidationError
from odoo.tests import TransactionCase, tagged

from ..tools.sharing import share_out
from ..tools.tokens import CODE_ALPHABET, make_code, make_token, normalize_code
from .common import CollectiveCommon


class TestSharing(TransactionCase):
    def test_parts_add_up_to_the_cent_whatever_the_weights(self):
        for amount, weights in (
            (100.0, [1, 1, 1]),
            (0.05, [7, 7, 7]),
            (99.99, [0.1, 0.2, 33.3]),
            (10.0, [0, 0]),
        ):
            parts = share_out(amount, weights, 0.01)
            self.assertEqual(round(sum(parts) * 100), round(amount * 100))
            self.assertEqual(len(parts), len(weights))
        self.assertEqual(share_out(10.0, [3, 0, 1], 0.01), [7.5, 0.0, 2.5])
        self.assertEqual(share_out(10.0, [1, 1, 1], 1.0), [4.0, 3.0, 3.0])
        self.assertEqual(share_out(10.0, [], 0.01), [])

    def test_codes_are_read_however_they_are_typed(self):
        code = make_code()
        self.assertEqual(normalize_code(f" {code[:4].lower()}-{code[4:]} "), code)
        self.assertTrue(set(code) <= set(CODE_ALPHABET))
        self.assertGreaterEqual(len(make_token()), 43)


@tagged("post_install", "-at_install")
class TestBuyingWay(CollectiveCommon):
    def test_a_new_store_sells_alone_until_it_says_otherwise(self):
        store = self._create_store()
        self.assertTrue(store._get_buying_way("individual").is_on)
        self.assertFalse(store._get_buying_way("collective").is_on)

    def test_a_store_sells_in_one_way_at_least(self):
        self.way.is_on = False
        with self.assertRaises(ValidationError):
            self.store._get_buying_way("individual").is_on = False

    def test_an_order_below_the_minimum_is_not_paid(self):
        alone = self.store._get_buying_way("individual")
        alone.write({"min_amount": 200.0, "min_weight": 6.0})
        cart = self._create_cart((self.jam, 1))
        self.assertEqual(len(cart._get_chasqui_refusals()), 2)
        with self.assertRaises(ValidationError):
            cart._check_chasqui_way()
        cart.order_line.product_uom_qty = 2
        cart._check_chasqui_way()

    def test_who_sells_only_to_groups_takes_no_order_of_one(self):
        self.store._get_buying_way("individual").is_on = False
        cart = self._create_cart((self.jam, 1))
        with self.assertRaises(ValidationError):
            cart._check_chasqui_way()

    def test_each_way_offers_its_own_deliveries_and_payments(self):
        alone = self.store._get_buying_way("individual")
        cart = self._create_cart((self.jam, 1))
        self.assertIn(self.truck, cart._get_delivery_methods())
        alone.carrier_ids = self.pickup
        self.assertNotIn(self.truck, cart._get_delivery_methods())
        basket = self._start().coordinator_id.order_id
        self.assertTrue(self.truck._is_available_for_order(basket))

        providers = self.env["payment.provider"].search([("company_id", "=", self.company.id)], limit=2)
        providers.write({"state": "test", "is_published": True})
        arguments = (self.company.id, self.shopper.id, 100.0)
        alone.provider_ids = providers[:1]
        offered = providers._get_compatible_providers(*arguments, sale_order_id=cart.id)
        self.assertFalse(offered - providers[:1])
