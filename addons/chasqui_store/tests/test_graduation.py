from unittest.mock import patch

from odoo import Command
from odoo.exceptions import AccessError, UserError, ValidationError
from odoo.tests import HttpCase, new_test_user, tagged

from .common import ChasquiStoreCommon, make_cuit


class GraduationCommon(ChasquiStoreCommon):
    """A branch that sells, with stock, a cart and a past."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True})
        cls.umbrella = cls.env["chasqui.umbrella"].create(
            {"name": "Federación del Sur", "vat": make_cuit(72000101)}
        )
        cls.umbrella._provision()
        cls.store = cls._provision_store(
            name="Ollas de Bernal", slug="ollas-graduate", vat=False, umbrella_id=cls.umbrella.id
        )
        cls.store.state = "paused"
        cls.branch = cls.store.company_id
        cls.new_vat = make_cuit(72000102)
        cls.manager = cls.store.manager_id
        cls.incubator = new_test_user(
            cls.env, "incubator-g", "chasqui_store.group_incubator", email="incubator-g@example.com"
        )
        cls.work = cls.env(context={**cls.env.context, "allowed_company_ids": cls.branch.ids})
        cls._create_catalogue()
        cls.shopper = cls.env["res.partner"].create(
            {"name": "Vecina", "l10n_ar_afip_responsibility_type_id": cls.env.ref("l10n_ar.res_CF").id}
        )
        cls.past = cls._create_past().with_env(cls.env)
        cls.cart = cls._create_order(cls.large, 2.0, website_id=cls.store.website_id.id)

    @classmethod
    def _create_catalogue(cls):
        cls.producer = cls.work["res.partner"].create(
            {"name": "Familia Quispe", "is_chasqui_producer": True, "company_id": cls.branch.id}
        )
        size = cls.work["product.attribute"].create(
            {"name": "Tamaño", "value_ids": [Command.create({"name": "S"}), Command.create({"name": "L"})]}
        )
        cls.pot = cls.work["product.template"].create(
            {
                "name": "Olla",
                "company_id": cls.branch.id,
                "is_storable": True,
                "is_published": True,
                "list_price": 1000.0,
                "taxes_id": False,
                "description_ecommerce": "<p>De barro.</p>",
                "chasqui_producer_id": cls.producer.id,
                "public_categ_ids": [Command.create({"name": "Cocina"})],
                "seller_ids": [Command.create({"partner_id": cls.producer.id, "price": 600.0})],
                "attribute_line_ids": [
                    Command.create({"attribute_id": size.id, "value_ids": [Command.set(size.value_ids.ids)]})
                ],
            }
        )
        cls.small, cls.large = cls.pot.product_variant_ids
        cls.large.write({"default_code": "OLLA-L", "standard_price": 650.0})
        warehouse = cls.work["stock.warehouse"].search([("company_id", "=", cls.branch.id)])
        cls.work["stock.quant"].with_context(inventory_mode=True).create(
            {
                "product_id": cls.large.id,
                "location_id": warehouse.lot_stock_id.id,
                "inventory_quantity": 10.0,
            }
        ).action_apply_inventory()
        cls.work["product.pricelist"].search([("company_id", "=", cls.branch.id)]).item_ids = [
            Command.create(
                {
                    "applied_on": "1_product",
                    "product_tmpl_id": cls.pot.id,
                    "compute_price": "fixed",
                    "fixed_price": 900.0,
                }
            )
        ]

    @classmethod
    def _create_order(cls, product, quantity, **values):
        return cls.work["sale.order"].create(
            {
                "partner_id": cls.shopper.id,
                "company_id": cls.branch.id,
                "order_line": [Command.create({"product_id": product.id, "product_uom_qty": quantity})],
                **values,
            }
        )

    @classmethod
    def _create_past(cls):
        """Return an order that was delivered, invoiced and paid."""
        order = cls._create_order(cls.large, 3.0, website_id=cls.store.website_id.id)
        order.action_confirm()
        order.picking_ids.move_ids.write({"quantity": 3.0, "picked": True})
        order.picking_ids.button_validate()
        invoice = order._create_invoices()
        invoice.action_post()
        cls.work["account.payment.register"].with_context(
            active_model="account.move", active_ids=invoice.ids
        ).create({})._create_payments()
        return order

    @classmethod
    def _graduate(cls, **values):
        """Ask for the graduation, and do what the worker would do."""
        cls._ask_to_graduate(**values)
        cls.store._provision_in_savepoint()
        cls.env.invalidate_all()
        return cls.store.company_id

    @classmethod
    def _ask_to_graduate(cls, **values):
        responsibility = cls.env.ref("l10n_ar.res_RM")
        wizard = (
            cls.env["chasqui.store.graduate"]
            .with_user(cls.incubator)
            .create(
                {
                    "store_id": cls.store.id,
                    "vat": cls.new_vat,
                    "l10n_ar_afip_responsibility_type_id": responsibility.id,
                    **values,
                }
            )
        )
        wizard.action_graduate()

    @classmethod
    def _read_books(cls):
        """Return all that is posted in the books of the umbrella and its branches."""
        cls.env.flush_all()
        companies = cls.umbrella.company_id | cls.branch
        return (
            cls.env["account.move.line"]
            .search([("company_id", "in", companies.ids), ("parent_state", "=", "posted")], order="id")
            .read(
                ["account_id", "balance", "amount_residual", "partner_id", "company_id", "move_name"], load=""
            )
        )


@tagged("post_install", "-at_install")
class TestGraduated(GraduationCommon, HttpCase):
    """What became of the branch, and what stayed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.website = cls.store.website_id
        cls.address = cls.website.domain
        cls.cart_total = cls.cart.amount_total
        cls.books = cls._read_books()
        cls.old_url = cls.pot.website_url
        cls._graduate()
        cls.new_large = cls.pot.chasqui_successor_id.product_variant_ids.filtered("default_code")

    def test_store_has_a_company_with_books_and_warehouse_of_its_own(self):
        company = self.store.company_id
        self.assertNotEqual(company, self.branch)
        self.assertFalse(company.parent_id)
        self.assertFalse(self.store.umbrella_id)
        self.assertEqual((company.vat, company.name), (self.new_vat, "Ollas de Bernal"))
        self.assertEqual(company.chart_template, "ar_base")
        journals = self.env["account.journal"].search([("company_id", "=", company.id)])
        self.assertLessEqual({"sale", "purchase", "bank", "cash"}, set(journals.mapped("type")))
        self.assertTrue(self.env["account.account"].search_count([("company_ids", "in", company.ids)]))
        self.assertEqual(self.env["stock.warehouse"].search_count([("company_id", "=", company.id)]), 1)
        self.assertEqual(self.store.former_company_id, self.branch)

    def test_site_is_the_same_with_the_new_ways_to_pay_and_deliver(self):
        website = self.website
        company = self.store.company_id
        self.assertEqual((self.store.website_id, website.domain), (website, self.address))
        self.assertEqual(website.company_id, company)
        self.assertEqual(website.user_id.company_id, company)
        own = [("company_id", "=", company.id)]
        self.assertEqual(self.env["payment.provider"].search(own).website_id, website)
        self.assertEqual(len(self.env["delivery.carrier"].search(own)), 2)
        self.assertFalse(self.env["delivery.carrier"].search([("company_id", "=", self.branch.id)]))
        old = self.env["payment.provider"].search([("company_id", "=", self.branch.id)])
        self.assertEqual(set(old.mapped("state")), {"disabled"})

    def test_products_are_sold_on_as_they_were(self):
        company = self.store.company_id
        pot = self.pot.chasqui_successor_id
        self.assertFalse(self.pot.active)
        self.assertEqual((pot.company_id, pot.name, pot.list_price), (company, "Olla", 1000.0))
        self.assertTrue(pot.is_published)
        self.assertEqual(pot.public_categ_ids, self.pot.public_categ_ids)
        self.assertEqual(pot.description_ecommerce, self.pot.description_ecommerce)
        self.assertEqual(pot.chasqui_producer_id, self.producer)
        self.assertEqual(pot.seller_ids.mapped("price"), [600.0])
        self.assertEqual(len(pot.product_variant_ids), 2)
        pricelist = self.env["product.pricelist"].search([("company_id", "=", company.id)])
        self.assertEqual(pricelist._get_product_price(pot.product_variant_ids[0], 1.0), 900.0)

    def test_old_links_lead_to_the_new_product(self):
        host = self.address.removeprefix("http://")
        answer = self.url_open(self.old_url, headers={"Host": host}, allow_redirects=False)
        self.assertEqual(answer.status_code, 301)
        self.assertTrue(answer.headers["Location"].endswith(self.pot.chasqui_successor_id.website_url))

    def test_stock_moves_with_its_cost(self):
        company = self.store.company_id
        large = self.new_large.with_company(company)
        self.assertEqual(large.default_code, "OLLA-L")
        self.assertEqual(large.product_template_attribute_value_ids.name, "L")
        self.assertEqual(large.standard_price, 650.0)
        self.assertEqual(large.qty_available, 7.0)
        self.assertEqual(large.total_value, 7 * 650.0)
        self.assertEqual(self.large.with_company(self.branch).qty_available, 0.0)

    def test_new_company_sells_and_delivers(self):
        company = self.store.company_id
        large = self.new_large
        env = self.env(user=self.manager, context={**self.env.context, "allowed_company_ids": company.ids})
        order = env["sale.order"].create(
            {
                "partner_id": self.shopper.id,
                "order_line": [Command.create({"product_id": large.id, "product_uom_qty": 7.0})],
            }
        )
        order.action_confirm()
        self.assertEqual(order.picking_ids.company_id, company)
        self.assertEqual(order.picking_ids.state, "assigned")
        invoice = order._create_invoices()
        invoice.action_post()
        self.assertEqual(invoice.line_ids.account_id.company_ids, company)

    def test_carts_survive_with_the_same_things_at_the_same_prices(self):
        company = self.store.company_id
        self.assertEqual(self.cart.state, "draft")
        self.assertEqual(self.cart.company_id, company)
        line = self.cart.order_line
        self.assertEqual(line.product_id, self.new_large)
        self.assertEqual(line.product_uom_qty, 2.0)
        self.assertEqual(self.cart.amount_total, self.cart_total)
        self.assertEqual(self.cart.warehouse_id.company_id, company)
        self.cart.with_company(company).action_confirm()
        self.assertEqual(self.cart.picking_ids.state, "assigned")

    def test_order_numbers_go_on(self):
        company = self.store.company_id
        order = self.env["sale.order"].with_company(company).create({"partner_id": self.shopper.id})
        self.assertGreater(order.name, self.cart.name)

    # === WHAT STAYS === #

    def test_books_of_the_umbrella_stay_to_the_cent(self):
        self.assertTrue(self.books)
        self.assertEqual(self._read_books(), self.books)

    def test_shopper_still_finds_the_orders_of_before(self):
        user = new_test_user(self.env, "vecina-g", "base.group_portal", partner_id=self.shopper.id)
        self.assertEqual(self.past.company_id, self.branch)
        self.assertTrue(self.past.with_user(user).has_access("read"))
        self.assertTrue(self.past.invoice_ids.with_user(user).has_access("read"))

    def test_incubator_still_reads_the_papers_of_before(self):
        incubator = new_test_user(self.env, "incubator-h", "chasqui_store.group_incubator")
        self.assertIn(self.branch, incubator.company_ids)

    # === WALLS === #

    def test_staff_work_for_the_new_company_alone(self):
        account = self.env["account.account"].search(
            [("company_ids", "in", self.umbrella.company_id.ids)], limit=1
        )
        company = self.store.company_id
        self.assertEqual(self.manager.company_ids, company)
        self.assertEqual(self.manager.company_id, company)
        self.env.invalidate_all()
        self.assertFalse(account.with_user(self.manager).has_access("read"))
        self.assertFalse(self.past.with_user(self.manager).has_access("read"))
        own = self.env["account.account"].search([("company_ids", "in", company.ids)], limit=1)
        self.assertTrue(own.with_user(self.manager).has_access("write"))
        self.assertTrue(self.producer.with_env(account.env).with_user(self.manager).has_access("write"))

    def test_second_graduation_is_refused(self):
        with self.assertRaisesRegex(UserError, "no group of an umbrella"):
            self._graduate()


@tagged("post_install", "-at_install")
class TestGraduationRefused(GraduationCommon):
    """Who may not graduate a store, or not yet."""

    def test_managers_cannot_graduate_their_store(self):
        with self.assertRaises(AccessError):
            self.store.with_user(self.manager).action_graduate()
        with self.assertRaises(AccessError):
            self.env["chasqui.store.graduate"].with_user(self.manager).create(
                {"store_id": self.store.id, "vat": self.new_vat}
            )
        with self.assertRaises(AccessError):
            self.store.with_user(self.manager).former_company_id = self.branch

    def test_open_business_is_refused_by_name(self):
        order = self._create_order(self.large, 1.0)
        order.action_confirm()
        with self.assertRaisesRegex(UserError, order.name) as refusal:
            self._graduate()
        self.assertIn(order.picking_ids.name, str(refusal.exception))
        self.assertNotIn(self.cart.name, str(refusal.exception))
        self.assertEqual(self.store.company_id, self.branch)

    def test_unpaid_invoice_is_refused(self):
        invoice = self.past.invoice_ids
        invoice.line_ids.remove_move_reconcile()
        with self.assertRaisesRegex(UserError, "Invoices to post or be paid"):
            self._graduate()

    def test_cart_that_is_being_paid_is_refused(self):
        self.cart._chasqui_take_hold()
        with self.assertRaisesRegex(UserError, self.cart.name):
            self._graduate()

    def test_open_store_is_refused(self):
        self.store.state = "open"
        with self.assertRaisesRegex(UserError, "Pause"):
            self._graduate()

    def test_store_without_umbrella_is_refused(self):
        store = self._create_store()
        with self.assertRaisesRegex(UserError, "no group of an umbrella"):
            store.action_graduate()

    def test_tax_id_of_another_is_refused(self):
        with self.assertRaises(ValidationError), self.env.cr.savepoint():
            self._graduate(vat=self.umbrella.vat)

    def test_no_request_waits_for_the_work(self):
        self._ask_to_graduate()
        self.assertEqual(self.store.company_id, self.branch)
        self.assertEqual((self.store.provisioning_state, self.store.provisioning_progress), ("queued", 0))
        steps = self.store.provisioning_step_ids
        self.assertEqual(set(steps.mapped("state")), {"waiting"})
        self.assertIn("Carts", steps.mapped("name"))
        with self.assertRaisesRegex(UserError, "graduating already"):
            self._ask_to_graduate()

    def test_store_that_opens_meanwhile_is_refused(self):
        self._ask_to_graduate()
        self.store.state = "open"
        with self.assertRaisesRegex(UserError, self.store.name):
            self.store._provision_in_savepoint()

    def test_failed_graduation_is_tried_again_or_forgotten(self):
        self._ask_to_graduate()
        self.store._fail_provisioning("No tax ID")
        store = self.store.with_user(self.incubator)
        with self.assertRaisesRegex(UserError, "already set up"):
            store.action_provision()
        wizard = self.env["chasqui.store.graduate"].with_user(self.incubator).create({"store_id": store.id})
        self.assertEqual(wizard.vat, self.new_vat)
        store.action_forget_graduation()
        self.assertEqual((store.provisioning_state, store.is_graduating), ("done", False))
        self.assertFalse(store.graduation_vat or store.provisioning_error or store.provisioning_step_ids)
        with self.assertRaises(AccessError):
            store.with_user(self.manager).action_forget_graduation()

    def test_failure_leaves_all_as_it_was(self):
        companies = self.env["res.company"].with_context(active_test=False).search_count([])
        books = self._read_books()
        with (
            patch.object(type(self.env["chasqui.store"]), "_move_carts", side_effect=UserError("halfway")),
            self.assertRaisesRegex(UserError, "halfway"),
        ):
            self._graduate()
        self.env.invalidate_all()
        self.assertEqual(self.store.company_id, self.branch)
        self.assertEqual(self.store.umbrella_id, self.umbrella)
        self.assertEqual(self.branch.name, "Ollas de Bernal")
        self.assertTrue(self.pot.active)
        self.assertEqual(self.large.with_company(self.branch).qty_available, 7.0)
        self.assertEqual(self.manager.company_ids, self.branch)
        self.assertEqual(self._read_books(), books)
        self.assertEqual(self.env["res.company"].with_context(active_test=False).search_count([]), companies)
