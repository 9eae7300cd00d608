from odoo import Command
from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestToday(SiteCommon):
    """The back office opens on what needs doing, and each card leads to what it counts."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.product = cls._create_site_product(cls.garden, type="consu", list_price=100)
        cls.operator = cls._create_staff("today-operator", cls.garden, "chasqui_store.group_operator")
        cls.manager = cls._create_staff("today-manager", cls.garden, "chasqui_store.group_manager")
        cls.baker = cls._create_staff("today-baker", cls.bakery, "chasqui_store.group_manager")

    @classmethod
    def _create_staff(cls, login, store, groups):
        return new_test_user(
            cls.env,
            login,
            groups=groups,
            company_id=store.company_id.id,
            company_ids=[Command.set(store.company_id.ids)],
        )

    @classmethod
    def _sell(cls, quantity=3):
        order = cls.env["sale.order"].create(
            {
                "partner_id": cls.env["res.partner"].create({"name": "Ana"}).id,
                "company_id": cls.garden.company_id.id,
                "order_line": [
                    Command.create(
                        {"product_id": cls.product.product_variant_id.id, "product_uom_qty": quantity}
                    )
                ],
            }
        )
        order.action_confirm()
        return order

    def _get_cards(self, user):
        today = (
            self.env["chasqui.today"].with_user(user).with_context(allowed_company_ids=user.company_ids.ids)
        )
        return {card["title"]: card for card in today.get_today()["cards"]}

    def _get_home(self, user):
        self.authenticate(user.login, user.login)
        return self.make_jsonrpc_request("/web/session/get_session_info")["home_action_id"]

    def test_with_nothing_to_do_there_are_no_cards(self):
        self.assertFalse(self._get_cards(self.manager))

    def test_an_order_is_to_be_prepared_by_its_store_only(self):
        self._sell()
        card = self._get_cards(self.operator)["Orders to prepare"]
        self.assertEqual(card["count"], 1)
        self.assertIn("300", card["amount"])
        self.assertFalse(self._get_cards(self.baker))

    def test_money_is_shown_to_those_who_keep_the_books(self):
        self._sell()
        self.assertIn("Orders to invoice", self._get_cards(self.manager))
        self.assertNotIn("Orders to invoice", self._get_cards(self.operator))

    def test_each_card_leads_to_what_it_counts(self):
        self._sell()
        self._sell(2)
        cards = self._get_cards(self.manager)
        self.assertIn("Ready to hand over today", cards)
        for title, card in cards.items():
            with self.subTest(title):
                records = self.env[card["action"]["res_model"]].with_user(self.manager)
                self.assertEqual(records.search_count(card["action"]["domain"]), card["count"])

    def test_what_was_delivered_needs_no_doing(self):
        self._sell().picking_ids.button_validate()
        self.assertFalse(
            {"Orders to prepare", "Ready to hand over today"} & self._get_cards(self.operator).keys()
        )

    def test_incubator_staff_see_the_stores_that_need_them(self):
        self.garden.provisioning_state = "failed"
        incubator = new_test_user(self.env, "today-incubator", groups="chasqui_store.group_incubator")
        self.assertEqual(self._get_cards(incubator)["Stores that could not be set up"]["count"], 1)
        self.assertNotIn("Stores that could not be set up", self._get_cards(self.manager))

    def test_shoppers_have_no_such_page(self):
        shopper = new_test_user(self.env, "today-shopper", groups="base.group_portal")
        with self.assertRaises(AccessError):
            self._get_cards(shopper)

    def test_staff_start_there_unless_they_chose_another_page(self):
        ours = self.env.ref("chasqui_store.chasqui_today_action")
        self.assertEqual(self._get_home(self.operator), ours.id)
        chosen = self.env.ref("base.action_partner_form")
        self.operator.action_id = chosen.id
        self.assertEqual(self._get_home(self.operator), chosen.id)

    def test_people_who_work_for_no_store_start_where_odoo_does(self):
        self.assertFalse(self._get_home(new_test_user(self.env, "today-clerk", groups="base.group_user")))

    def _get_steps(self, user):
        today = self.env["chasqui.today"].with_user(user)
        steps = today.with_context(allowed_company_ids=user.company_ids.ids).get_today()["steps"]
        return {step["title"]: step["done"] for step in steps}

    def test_the_manager_of_a_new_store_is_led_step_by_step_until_it_opens(self):
        self.garden.state = "building"
        self.product.is_published = False
        first = "Put your first products in the shop"
        self.assertIs(self._get_steps(self.manager)[first], False)
        self.product.is_published = True
        self.assertIs(self._get_steps(self.manager)[first], True)
        self.assertFalse(self._get_steps(self.operator))
        self.assertFalse(self._get_steps(self.baker))
        self.garden.state = "open"
        self.assertFalse(self._get_steps(self.manager))
