from odoo.exceptions import UserError, ValidationError
from odoo.tests import tagged

from .common import ChasquiStoreCommon, make_cuit


@tagged("post_install", "-at_install")
class TestChasquiUmbrella(ChasquiStoreCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.umbrella = cls.env["chasqui.umbrella"].create(
            {"name": "Federación del Sur", "vat": make_cuit(72000001), "city": "Bernal"}
        )
        cls.umbrella._provision()
        cls.branch = cls._provision_store(
            name="Ollas de Bernal", slug="ollas", vat=False, umbrella_id=cls.umbrella.id
        )

    def test_umbrella_has_books_and_is_no_store(self):
        company = self.umbrella.company_id
        self.assertEqual(company.chart_template, "ar_base")
        self.assertFalse(company.chasqui_store_ids)
        self.assertFalse(self.env["website"].search([("company_id", "=", company.id)]))

    def test_branch_shares_the_books_of_its_umbrella(self):
        company = self.branch.company_id
        self.assertEqual(company.parent_id, self.umbrella.company_id)
        self.assertEqual(company.chart_template, "ar_base")
        self.assertEqual(company.vat, self.umbrella.vat)
        self.assertFalse(self.env["account.tax"].search([("company_id", "=", company.id)]))
        self.assertEqual(company.account_sale_tax_id, self.umbrella.company_id.account_sale_tax_id)

    def test_branch_has_its_own_warehouse_website_and_payments(self):
        company = self.branch.company_id
        own = [("company_id", "=", company.id)]
        self.assertEqual(len(self.env["stock.warehouse"].search(own)), 1)
        self.assertEqual(self.branch.website_id.company_id, company)
        providers = self.env["payment.provider"].search(own)
        self.assertEqual(len(providers), 3)
        self.assertEqual(providers.website_id, self.branch.website_id)
        enabled = providers.filtered(lambda provider: provider.state == "enabled")
        self.assertEqual(enabled.journal_id.company_id, company)

    def test_branch_can_invoice_in_the_books_of_its_umbrella(self):
        invoice = self.env["account.move"].create(
            {
                "move_type": "out_invoice",
                "company_id": self.branch.company_id.id,
                "partner_id": self.env["res.partner"].create({"name": "Vecina"}).id,
                "invoice_line_ids": [(0, 0, {"name": "Locro", "price_unit": 1000.0})],
            }
        )
        self.assertEqual(invoice.journal_id.company_id, self.umbrella.company_id)
        self.assertIn(self.umbrella.company_id, invoice.invoice_line_ids.account_id.company_ids)

    def test_store_without_tax_id_or_umbrella_is_refused(self):
        store = self._create_store(vat=False)
        with self.assertRaisesRegex(UserError, "needs a tax ID"):
            store.action_provision()

    def test_branch_with_a_tax_id_of_its_own_is_refused(self):
        with self.assertRaisesRegex(ValidationError, "leave its own empty"):
            self._create_store(umbrella_id=self.umbrella.id)

    def test_umbrella_comes_first(self):
        umbrella = self.env["chasqui.umbrella"].create({"name": "Otra", "vat": make_cuit(72000002)})
        store = self._create_store(vat=False, umbrella_id=umbrella.id)
        with self.assertRaisesRegex(UserError, "first"):
            store.action_provision()

    def test_tax_id_of_an_umbrella_is_not_free_for_a_store(self):
        with self.assertRaisesRegex(ValidationError, "already has the tax ID"):
            self._create_store(vat=self.umbrella.vat)

    def test_store_that_is_set_up_keeps_its_umbrella(self):
        with self.assertRaisesRegex(UserError, "graduate"):
            self.branch.umbrella_id = False
