from contextlib import suppress

from odoo.exceptions import UserError
from odoo.fields import Command
from odoo.tests import HttpCase, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common_shop import ShopCommon


@tagged("post_install", "-at_install")
class TestFractions(ShopCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.cheese = cls._create_product(name="Cheese", list_price=10.0, uom_id=cls.kg.id, stock=2.5)
        cls.cart = cls._create_cart()

    def test_half_a_kilo_is_sold_and_counts_as_one_thing(self):
        self.cart._cart_add(self.cheese.id, 0.5)
        self.assertEqual(self.cart.order_line.product_uom_qty, 0.5)
        self.assertEqual(self.cart.amount_total, 5.0)
        self.assertEqual(self.cart.cart_quantity, 1)

    def test_what_can_be_divided_follows_from_the_unit(self):
        litre, dozen = self.env.ref("uom.product_uom_litre"), self.env.ref("uom.product_uom_dozen")
        crate = self.env["uom.uom"].create(
            {"name": "Crate of 200", "relative_factor": 200, "relative_uom_id": self.unit.id}
        )
        self.assertTrue(all((self.kg + litre).mapped("chasqui_fractional")))
        self.assertFalse(any((self.unit + dozen + crate).mapped("chasqui_fractional")))

    def test_half_a_jar_is_not_sold(self):
        self._set_stock(self.jam, 5)
        self.cart._cart_add(self.jam.id, 1.9)
        self.assertEqual(self.cart.order_line.product_uom_qty, 1)

    def test_fractions_are_compared_with_the_stock_there_is(self):
        self.cart._cart_add(self.cheese.id, 2.0)
        values = self.cart._cart_update_line_quantity(self.cart.order_line.id, 2.5)
        self.assertEqual((values["quantity"], values["warning"]), (2.5, ""))
        values = self.cart._cart_update_line_quantity(self.cart.order_line.id, 2.6)
        self.assertEqual(values["quantity"], 2.5)
        self.assertIn("Cheese", values["warning"])

    def test_nothing_is_added_when_nothing_is_left(self):
        self._set_stock(self.cheese, 0)
        values = self.cart._cart_add(self.cheese.id, 0.5)
        self.assertFalse(self.cart.order_line)
        self.assertTrue(values["warning"])

    def test_a_foreign_unit_is_refused(self):
        minutes = self.env.ref("uom.product_uom_minute")
        with self.assertRaises(UserError):
            self.cart._cart_add(self.cheese.id, 1, uom_id=minutes.id)

    def test_a_packaging_of_the_product_is_accepted(self):
        dozen = self.env.ref("uom.product_uom_dozen")
        dozen.active = True
        self.jam.product_tmpl_id.uom_ids = dozen
        self._set_stock(self.jam, 24)
        self.cart._cart_add(self.jam.id, 1, uom_id=dozen.id)
        self.assertEqual(self.cart.order_line.product_uom_id, dozen)


@tagged("post_install", "-at_install")
class TestCartRoutes(ShopCommon, HttpCase):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._set_stock(cls.jam, 50)
        cls.cheese = cls._create_product(name="Cheese", uom_id=cls.kg.id, list_price=10, stock=50)

    def _add(self, **values):
        return self.make_jsonrpc_request(
            "/shop/cart/add",
            {
                "product_template_id": self.jam.product_tmpl_id.id,
                "product_id": self.jam.id,
                "quantity": 1,
                **values,
            },
        )

    def _add_refused(self, **values):
        """Return the name and the sentence of the refusal."""
        with mute_logger("odoo.http"), self.assertRaises(JsonRpcException) as caught:
            self._add(**values)
        return str(caught.exception)

    def _get_line(self):
        return self.env["sale.order.line"].search(
            [("product_id", "in", (self.jam + self.cheese).ids)], order="id desc", limit=1
        )

    def test_half_a_kilo_goes_from_the_product_page_to_the_cart_and_changes_there(self):
        self._add(
            product_id=self.cheese.id,
            product_template_id=self.cheese.product_tmpl_id.id,
            quantity=0.5,
        )
        line = self._get_line()
        self.assertEqual(line.product_uom_qty, 0.5)
        values = self.make_jsonrpc_request("/shop/cart/update", {"line_id": line.id, "quantity": 1.5})
        self.assertEqual(values["quantity"], 1.5)
        self.assertEqual(self.url_open("/shop/cart").status_code, 200)
        self.assertIn('data-step="0.5"', self.url_open("/shop/cart").text)

    def test_buying_the_same_again_keeps_fractions_and_units(self):
        dozen = self.env.ref("uom.product_uom_dozen")
        dozen.active = True
        self.jam.product_tmpl_id.uom_ids = dozen
        order = self._create_cart((self.cheese, 1.5), (self.jam, 2))
        order.order_line[1].product_uom_id = dozen
        order.action_confirm()
        token = order._portal_ensure_token()
        values = {"order_id": order.id, "access_token": token}
        self.make_jsonrpc_request("/my/orders/reorder", values)
        cart = self._get_line().order_id
        self.assertNotEqual(cart, order)
        bought = {(line.product_id, line.product_uom_qty, line.product_uom_id) for line in cart.order_line}
        self.assertEqual(bought, {(self.cheese, 1.5, self.kg), (self.jam, 2.0, dozen)})

    def test_nobody_buys_again_what_a_stranger_bought(self):
        order = self._create_cart((self.cheese, 1.5))
        order.action_confirm()
        last = self._get_line()
        with suppress(JsonRpcException), mute_logger("odoo.http"):
            self.make_jsonrpc_request("/my/orders/reorder", {"order_id": order.id, "access_token": "forged"})
        self.assertEqual(self._get_line(), last)

    def test_whole_units_stay_whole(self):
        self._add(quantity="2.7")
        self.assertEqual(self._get_line().product_uom_qty, 2)

    def test_quantities_that_nobody_can_mean_get_a_sentence(self):
        for quantity in (-1, 0, "NaN", "1e400", "-inf", "x", None, [], {}, True, 1e9):
            with self.subTest(quantity=quantity):
                self.assertIn("odoo.exceptions.UserError", self._add_refused(quantity=quantity))
        self.assertFalse(self._get_line())

    def test_products_that_are_not_sold_here_get_a_sentence(self):
        hidden = self._create_product(name="Hidden", website_published=False)
        other = self._create_product(name="Bread", company_id=self._create_other_store().company_id.id)
        for product_id in (hidden.id, other.id, 0, -5, 10**30, "x", None, [1], {"a": 1}):
            with self.subTest(product_id=product_id):
                self.assertIn("odoo.exceptions.UserError", self._add_refused(product_id=product_id))

    def test_foreign_units_get_a_sentence(self):
        minute = self.env.ref("uom.product_uom_minute").id
        for uom_id in (minute, 10**30, -1, "x", [1]):
            with self.subTest(uom_id=uom_id):
                self.assertIn("odoo.exceptions.UserError", self._add_refused(uom_id=uom_id))

    def test_forged_combo_items_get_a_sentence(self):
        item = {
            "product_id": self.cheese.id,
            "product_template_id": self.cheese.product_tmpl_id.id,
            "parent_product_template_id": self.jam.product_tmpl_id.id,
            "quantity": 1,
            "combo_item_id": 999999,
            "product_custom_attribute_values": [],
            "no_variant_attribute_value_ids": [],
        }
        for linked in (
            [item],
            [{**item, "combo_item_id": "x"}],
            [{}],
            ["x"],
            "x",
            [{**item, "combo_item_id": False, "parent_product_template_id": 1}],
            [{**item, "combo_item_id": False, "quantity": "NaN"}],
            [{**item, "combo_item_id": False, "no_variant_attribute_value_ids": [10**9]}],
            [{**item, "combo_item_id": False, "product_custom_attribute_values": [1]}],
        ):
            with self.subTest(linked=linked):
                self.assertIn("odoo.exceptions.UserError", self._add_refused(linked_products=linked))

    def test_a_combo_item_outside_its_combo_is_ignored(self):
        self._add(combo_item_id=999999, exact_quantity=7)
        self.assertEqual(self._get_line().product_uom_qty, 1)
        self.assertFalse(self._get_line().combo_item_id)

    def test_a_combo_is_still_sold(self):
        combo = self.env["product.combo"].create(
            {"name": "Jars", "combo_item_ids": [Command.create({"product_id": self.jam.id})]}
        )
        bag = self._create_product(
            name="Bag", type="combo", is_storable=False, combo_ids=[Command.set(combo.ids)]
        )
        self._add(
            product_id=bag.id,
            product_template_id=bag.product_tmpl_id.id,
            linked_products=[
                {
                    "product_id": self.jam.id,
                    "product_template_id": self.jam.product_tmpl_id.id,
                    "parent_product_template_id": bag.product_tmpl_id.id,
                    "quantity": 1,
                    "combo_item_id": combo.combo_item_ids.id,
                    "product_custom_attribute_values": [],
                    "no_variant_attribute_value_ids": [],
                }
            ],
        )
        self.assertEqual(self._get_line().combo_item_id, combo.combo_item_ids)

    def test_tampered_updates_get_a_sentence(self):
        self._add()
        for quantity in ("x", "NaN", "1e400", None, {}):
            with self.subTest(quantity=quantity), mute_logger("odoo.http"):
                with self.assertRaises(JsonRpcException) as caught:
                    self.make_jsonrpc_request(
                        "/shop/cart/update", {"line_id": self._get_line().id, "quantity": quantity}
                    )
                self.assertIn("odoo.exceptions.UserError", str(caught.exception))
        values = self.make_jsonrpc_request("/shop/cart/update", {"line_id": 10**30, "quantity": 1})
        self.assertTrue(values["warning"])
