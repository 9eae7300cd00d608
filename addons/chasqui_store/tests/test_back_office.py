from unittest.mock import patch

from odoo.tests import Form, tagged

from .common_back_office import BackOfficeCommon


@tagged("post_install", "-at_install")
class TestBackOffice(BackOfficeCommon):
    """From an order to the trial balance, with no more rights than the people of a co-op have."""

    @classmethod
    def _get_trial_balance(cls, env):
        """Return the closing balance of each account, by code, as the trial balance prints it."""
        wizard = Form(env["trial.balance.report.wizard"]).save()
        values = env["report.account_financial_report.trial_balance"]._get_report_values(
            wizard.ids, wizard._prepare_report_data()
        )
        return {
            row["code"]: row["ending_balance"]
            for row in values["trial_balance"]
            if row.get("type") != "group_type"
        }

    def _get_stock(self, env, name):
        product = self._get_product(env, name)
        product.invalidate_recordset(["qty_available", "free_qty"])
        return product.qty_available, product.qty_available - product.free_qty

    # === WHAT MUST COME OUT === #

    def test_a_sale_goes_from_the_shelf_to_the_trial_balance(self):
        env = self.manager
        stock = self._get_stock(env, "espiga_tallarines")
        order = self._sell(env, ("espiga_tallarines", 3), ("espiga_leche-polvo", 1))
        self.assertEqual(self._get_stock(env, "espiga_tallarines"), (stock[0], stock[1] + 3))

        picking = self._deliver(self.operator, order)
        self.assertEqual(picking.state, "done")
        self.assertEqual(self._get_stock(env, "espiga_tallarines"), (stock[0] - 3, stock[1]))

        invoice = self._invoice(order)
        self.assertEqual(invoice.state, "posted")
        self.assertEqual(invoice.amount_total, order.amount_total)

        payment = self._pay(invoice)
        bank_line = self._receive_from_bank(env, invoice.amount_total, "Transferencia de Rosa Medina")
        self._reconcile(bank_line, payment)
        self.assertTrue(bank_line.is_reconciled)
        self.assertEqual(invoice.payment_state, "paid")
        self.assertEqual(invoice.amount_residual, 0)

        balance = self._get_trial_balance(env)
        bank = self._get_journal(env, "bank").default_account_id
        self.assertAlmostEqual(balance[bank.code], 6400000 + invoice.amount_total, places=2)
        self.assertAlmostEqual(sum(balance.values()), 0, places=2)

    def test_the_price_on_the_list_is_what_is_paid_and_invoiced(self):
        order = self._sell(self.manager, ("espiga_tallarines", 3), ("espiga_harina-000", 2))
        listed = sum(line.product_id.list_price * line.product_uom_qty for line in order.order_line)
        self.assertEqual(order.amount_total, listed)
        self.assertGreater(order.amount_tax, 0)
        self._deliver(self.operator, order)
        self.assertEqual(self._invoice(order).amount_total, listed)

    def test_what_is_not_delivered_stays_owed_and_is_not_invoiced(self):
        order = self._sell(self.manager, ("espiga_mostachol", 5), ("espiga_yerba", 2))
        self._deliver(self.operator, order, **{"ESP-MOSTACHOL": 2, "ESP-YERBA": 2})
        backorder = order.picking_ids.filtered(lambda picking: picking.state == "assigned")
        self.assertEqual(backorder.move_ids.product_uom_qty, 3)
        invoice = self._invoice(order)
        self.assertEqual(invoice.invoice_line_ids.mapped("quantity"), [2, 2])

    def test_a_purchase_is_received_billed_and_raises_stock_at_its_cost(self):
        env = self.manager
        on_hand, _reserved = self._get_stock(env, "espiga_harina-000")
        product = self._get_product(env, "espiga_harina-000")
        old_value = product.total_value
        order, bill = self._buy(env, "espiga_harina-000", 100)
        self.assertEqual(self._get_stock(env, "espiga_harina-000")[0], on_hand + 100)
        self.assertEqual(order.invoice_status, "invoiced")
        self.assertEqual(bill.amount_untaxed, 100 * 930)
        self.assertEqual(
            bill.amount_tax, 0 if not bill.invoice_line_ids.tax_ids else bill.amount_total - 93000
        )
        self.assertAlmostEqual(product.total_value, old_value + bill.amount_untaxed, places=2)

    def test_closing_makes_the_books_agree_with_the_warehouse_to_the_cent(self):
        env = self.manager
        order = self._sell(env, ("espiga_tirabuzon", 7), ("espiga_dulce-leche", 3))
        self._deliver(env, order)
        self._invoice(order)
        self._buy(env, "espiga_arroz", 55)
        company = env.company
        company.action_close_stock_valuation(auto_post=True)
        on_shelves = sum(env["stock.quant"].search([("location_id.usage", "=", "internal")]).mapped("value"))
        balance = self._get_trial_balance(env)
        self.assertAlmostEqual(balance[company.account_stock_valuation_id.code], on_shelves, places=2)
        self.assertAlmostEqual(sum(balance.values()), 0, places=2)

    def test_a_buyer_known_by_name_and_phone_is_a_final_consumer(self):
        for env, document in ((self.manager, "B"), (self._as("huerta-gestion", self.huerta), "C")):
            name = "espiga_polenta" if document == "B" else "huerta_papa"
            order = self._sell(env, (name, 2))
            self._deliver(env, order)
            invoice = self._invoice(order)
            self.assertEqual(
                order.partner_id.l10n_ar_afip_responsibility_type_id, self.env.ref("l10n_ar.res_CF")
            )
            self.assertEqual(invoice.l10n_latam_document_type_id.l10n_ar_letter, document)

    def test_a_registered_buyer_gets_a_document_that_shows_the_tax(self):
        order = self._sell(
            self.manager,
            ("espiga_polenta", 10),
            name="Almacén Cooperativo",
            is_company=True,
            vat="30999000173",
            l10n_latam_identification_type_id=self.env.ref("l10n_ar.it_cuit").id,
            l10n_ar_afip_responsibility_type_id=self.env.ref("l10n_ar.res_IVARI").id,
        )
        self._deliver(self.operator, order)
        self.assertEqual(self._invoice(order).l10n_latam_document_type_id.l10n_ar_letter, "A")

    def _print_invoice(self, invoice):
        html = self.manager["ir.actions.report"]._render_qweb_html("account.account_invoices", invoice.ids)[0]
        return html.decode()

    def test_an_invoice_says_that_the_authority_has_not_authorised_it(self):
        order = self._sell(self.manager, ("espiga_polenta", 2))
        self._deliver(self.operator, order)
        invoice = self._invoice(order)
        self.assertTrue(invoice.is_missing_authorization)
        printed = self._print_invoice(invoice)
        self.assertIn('name="without_authorization"', printed)
        self.assertNotIn('name="authorization"', printed)
        _order, bill = self._buy(self.manager, "espiga_arroz", 5)
        self.assertFalse(bill.is_missing_authorization)

    def test_what_connects_the_authority_has_its_place_on_the_invoice(self):
        order = self._sell(self.manager, ("espiga_polenta", 2))
        self._deliver(self.operator, order)
        invoice = self._invoice(order)
        granted = {"number": "granted-elsewhere", "valid_until": invoice.invoice_date}
        with patch.object(type(invoice), "_get_electronic_authorization", lambda move: granted):
            invoice.invalidate_recordset(["is_missing_authorization"])
            self.assertFalse(invoice.is_missing_authorization)
            printed = self._print_invoice(invoice)
        self.assertIn("granted-elsewhere", printed)
        self.assertNotIn('name="without_authorization"', printed)

    def test_an_organisation_is_not_taken_for_a_person(self):
        partner = self.manager["res.partner"].create({"name": "Club Social", "is_company": True})
        self.assertFalse(partner.l10n_ar_afip_responsibility_type_id)

    def test_a_person_elsewhere_is_not_a_final_consumer(self):
        partner = self.manager["res.partner"].create(
            {"name": "Inés", "country_id": self.env.ref("base.uy").id}
        )
        self.assertFalse(partner.l10n_ar_afip_responsibility_type_id)

    def test_superuser_values_each_company_by_its_own_goods(self):
        as_superuser = self.espiga.company_id.with_company(self.espiga.company_id).stock_value()
        as_manager = self.manager.company.stock_value()
        self.assertEqual(sum(as_superuser.values()), sum(as_manager.values()))
