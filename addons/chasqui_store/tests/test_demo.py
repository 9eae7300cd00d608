from datetime import timedelta

from odoo.tests import TransactionCase, tagged

from ..models.chasqui_demo import DEMO_MODULE
from .common_demo import DemoCommon


@tagged("post_install", "-at_install")
class TestDemo(DemoCommon):
    def _count_records(self):
        """Return how many records there are of whatever the loader makes."""
        self.env.flush_all()
        return {
            model: self.env[model].with_context(active_test=False).search_count([])
            for model in (
                "chasqui.store",
                "chasqui.store.member",
                "res.users",
                "res.partner",
                "product.template",
                "product.supplierinfo",
                "stock.quant",
                "stock.move",
                "account.move",
                "res.partner.bank",
                "chasqui.pickup.point",
                "ir.model.data",
                "mail.mail",
            )
        }

    def test_a_second_run_changes_nothing(self):
        before = self._count_records()
        tomato = self.demo._ref("huerta_tomate")
        tomato.list_price = 1
        self.demo._load_stores(self.demo_stores)
        self.assertEqual(self._count_records(), before)
        self.assertEqual(tomato.list_price, 1)

    def test_each_store_has_thirty_products_on_sale_with_a_picture(self):
        for store in self.huerta + self.espiga:
            products = self.env["product.template"].search(
                [
                    ("company_id", "=", store.company_id.id),
                    ("is_storable", "=", True),
                    ("is_published", "=", True),
                ]
            )
            self.assertEqual(len(products), 30)
            self.assertTrue(all(products.mapped("image_512")))
            self.assertTrue(all(products.mapped("description_ecommerce")))
            self.assertTrue(all(product.list_price > product.seller_ids.price > 0 for product in products))
            self.assertTrue(
                all(product.with_company(store.company_id).qty_available > 0 for product in products)
            )

    def test_everyone_on_the_list_can_sign_in(self):
        shops = ("", *self.demo_stores)
        rows = [row for row in self.demo._get_logins() if row["login"].rpartition("-")[0] in shops]
        self.assertGreater(len(rows), len(self.demo_stores) * 2)
        for row in rows:
            user = self._get_user(row["login"])
            self.assertTrue(user, row["login"])
            user.with_user(user)._check_credentials(
                {"type": "password", "login": row["login"], "password": row["password"]},
                {"interactive": False},
            )

    def test_the_team_of_a_store_is_whom_the_list_says(self):
        for store in self.huerta + self.espiga:
            self.assertEqual(
                {(member.login, member.role) for member in store.member_ids},
                {(f"{store.slug}-gestion", "manager"), (f"{store.slug}-operacion", "operator")},
            )

    def test_only_who_is_registered_for_vat_charges_it(self):
        self.assertFalse(self.demo._ref("huerta_tomate").taxes_id)
        for name, amount in (("tallarines", 21.0), ("harina-000", 10.5), ("leche-polvo", 0.0)):
            taxes = self.demo._ref(f"espiga_{name}").taxes_id
            self.assertEqual(taxes.company_id, self.espiga.company_id)
            self.assertEqual(taxes.amount, amount)

    def test_prices_include_the_taxes_of_sales_and_not_those_of_purchases(self):
        taxes = self.env["account.tax"].with_context(active_test=False)
        taxes = taxes.search([("company_id", "=", self.espiga.company_id.id)])
        sale = taxes.filtered(lambda tax: tax.type_tax_use == "sale")
        self.assertTrue(sale)
        self.assertEqual(taxes.filtered("price_include"), sale)
        self.assertEqual(self.espiga.website_id.show_line_subtotals_tax_selection, "tax_included")

    def test_the_books_open_with_what_is_in_the_bank_and_in_the_warehouse(self):
        for login, store in (("huerta-gestion", self.huerta), ("espiga-gestion", self.espiga)):
            company = self._as(login, store)["res.company"].browse(store.company_id.id)
            self.assertEqual(company.stock_value(), company.stock_accounting_value())

    def test_the_shelves_are_filled_on_the_eve_of_the_day_on_which_the_books_open(self):
        first_day = self.demo._get_first_day()
        for store in self.huerta + self.espiga:
            company = [("company_id", "=", store.company_id.id)]
            opening = self.env["account.move"].search(company)
            self.assertEqual(opening.date, first_day)
            moves = self.env["stock.move"].search(company)
            self.assertEqual({moment.date() for moment in moves.mapped("date")}, {first_day - timedelta(1)})

    def test_whoever_is_on_a_map_is_in_argentina(self):
        shoppers = self.env["res.partner"].search([("email", "=ilike", "%@example.com")])
        producers = self.env["res.partner"].search([("is_chasqui_producer", "=", True)])
        self.assertGreaterEqual(len(shoppers), 40)
        places = (shoppers.filtered("street") + producers).mapped(
            lambda partner: (partner.partner_latitude, partner.partner_longitude)
        )
        points = self.env["chasqui.pickup.point"].search([])
        places += points.mapped(lambda point: (point.latitude, point.longitude))
        for latitude, longitude in places:
            self.assertTrue(-55 < latitude < -21 and -74 < longitude < -53)

    def test_the_demonstration_writes_to_nobody(self):
        self.assertFalse(
            self.env["mail.mail"].search(
                [("email_to", "ilike", "example.com"), ("state", "in", ("outgoing", "exception"))]
            )
        )


@tagged("post_install", "-at_install")
class TestNoDemo(TransactionCase):
    def test_installing_the_addon_loads_nothing_of_the_demonstration(self):
        self.assertFalse(self.env["ir.model.data"].search([("module", "=", DEMO_MODULE)]))
        self.assertFalse(self.env.ref("base.module_chasqui_store").demo)
