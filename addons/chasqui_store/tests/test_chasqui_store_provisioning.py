from odoo.exceptions import AccessError, UserError
from odoo.tests import tagged

from .common import ChasquiStoreCommon


@tagged("post_install", "-at_install")
class TestChasquiStoreProvisioning(ChasquiStoreCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = cls._provision_store(name="La Huerta", slug="la-huerta")

    def test_company_has_its_own_books(self):
        company = self.store.company_id
        self.assertEqual(company.chart_template, "ar_base")
        journals = self.env["account.journal"].search([("company_id", "=", company.id)])
        self.assertLessEqual({"sale", "purchase", "bank", "cash"}, set(journals.mapped("type")))

    def test_fiscal_data_are_those_of_the_store(self):
        self.assertEqual(self.store.company_id.vat, self.store.vat)
        self.assertEqual(
            self.store.company_id.l10n_ar_afip_responsibility_type_id,
            self.env.ref("l10n_ar.res_RM"),
        )

    def test_website_has_the_address_and_no_homepage_copy(self):
        website = self.store.website_id
        self.assertEqual(website.domain, "http://la-huerta.localhost:8069")
        self.assertEqual(website.company_id, self.store.company_id)
        self.assertFalse(self.env["ir.ui.view"].search([("website_id", "=", website.id)]))

    def test_prices_go_on_including_taxes_when_the_address_is_written(self):
        partner = self.store.company_id.partner_id
        partner.write({"street": "Belgrano 12", "country_id": partner.country_id.id})
        self.assertEqual(self.store.website_id.show_line_subtotals_tax_selection, "tax_included")

    def test_each_delivery_method_has_its_own_product(self):
        carriers = self.env["delivery.carrier"].search([("company_id", "=", self.store.company_id.id)])
        self.assertEqual(len(carriers.product_id), 2)
        self.assertEqual(carriers.product_id.company_id, self.store.company_id)
        self.assertEqual(carriers.website_id, self.store.website_id)

    def test_cash_is_taken_at_the_pickup_point_and_at_the_door(self):
        carriers = self.env["delivery.carrier"].search([("company_id", "=", self.store.company_id.id)])
        self.assertEqual(carriers.mapped("allow_cash_on_delivery"), [True, True])

    def test_ways_to_pay_belong_to_the_store(self):
        providers = self.env["payment.provider"].search([("company_id", "=", self.store.company_id.id)])
        states = {(p.custom_mode or p.code): p.state for p in providers}
        self.assertEqual(
            states,
            {"wire_transfer": "enabled", "cash_on_delivery": "enabled", "mercado_pago": "disabled"},
        )
        self.assertEqual(providers.website_id, self.store.website_id)

    def test_orders_are_numbered_by_the_store(self):
        codes = self.env["ir.sequence"].search([("company_id", "=", self.store.company_id.id)])
        self.assertLessEqual({"sale.order", "purchase.order"}, set(codes.mapped("code")))

    def test_manager_is_invited_and_limited_to_the_store(self):
        manager = self.store.manager_id
        self.assertEqual(manager.company_ids, self.store.company_id)
        self.assertTrue(manager.has_group("chasqui_store.group_manager"))
        self.assertFalse(manager.has_group("base.group_erp_manager"))
        mail = self.env["mail.mail"].search([("model", "=", "chasqui.store"), ("res_id", "=", self.store.id)])
        self.assertIn(manager.email, mail.email_to)

    def test_second_store_of_the_same_manager_shares_the_account(self):
        second = self._provision_store(manager_email=self.store.manager_email.upper())
        self.assertEqual(second.manager_id, self.store.manager_id)
        self.assertEqual(second.manager_id.company_ids, self.store.company_id + second.company_id)

    def test_manager_with_another_kind_of_account_is_refused(self):
        self.env["res.users"].create(
            {"name": "Shopper", "login": "shopper@example.com", "group_ids": [(5, 0, 0)]}
        )
        store = self._create_store(manager_email="shopper@example.com")
        with self.assertRaisesRegex(UserError, "already has an account"):
            store.action_provision()

    def test_country_without_books_is_refused_with_its_name(self):
        store = self._create_store(country_id=self.env.ref("base.jp").id, vat=False)
        with self.assertRaisesRegex(UserError, "Japan"):
            store.action_provision()

    def test_country_gives_its_language(self):
        self.env["res.lang"]._activate_lang("pt_BR")
        self.assertEqual(self.env.ref("base.br")._get_chasqui_lang().code, "pt_BR")
        self.assertEqual(self.env.ref("base.ar")._get_chasqui_lang().code, "es_AR")

    def test_chart_that_leaves_its_domestic_position_empty_still_taxes(self):
        company = self.store.company_id
        tax = self.env["account.tax"].search([("company_id", "=", company.id)], limit=1)
        position = self.env["account.fiscal.position"].create(
            {"name": "At home", "company_id": company.id, "country_id": company.country_id.id, "sequence": -1}
        )
        self.assertFalse(position.map_tax(tax))
        self.env["chasqui.localization"]._keep_taxes_at_home(company)
        self.assertEqual(position.map_tax(tax), tax)

    def test_people_without_tax_id_get_receipts_in_chile(self):
        company = self.store.company_id
        company.account_fiscal_country_id = self.env.ref("base.cl")
        buyer = self.env["res.partner"].create({"name": "Buyer"})
        invoice = self.env["account.move"].new(
            {"move_type": "out_invoice", "partner_id": buyer.id, "company_id": company.id}
        )
        receipts = ("code", "in", ("39", "41"))
        self.assertIn(receipts, invoice._get_l10n_latam_documents_domain())
        buyer.vat = "76201224-3"
        self.assertNotIn(receipts, invoice._get_l10n_latam_documents_domain())

    def test_who_is_not_incubator_staff_is_refused(self):
        store = self._create_store()
        with self.assertRaises(AccessError):
            store.with_user(self.store.manager_id).action_provision()
