from odoo import Command
from odoo.tests import new_test_user, tagged

from .common import ChasquiStoreCommon, make_cuit


@tagged("post_install", "-at_install")
class TestBooksBranch(ChasquiStoreCommon):
    """Groups under one umbrella share its accounts; each reads its own entries, the umbrella those of all."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True, "tracking_disable": True})
        monotributo = cls.env.ref("l10n_ar.res_RM")
        cls.umbrella = cls.env["chasqui.umbrella"].create(
            {
                "name": "Federación del Sur",
                "vat": make_cuit(72000201),
                "l10n_ar_afip_responsibility_type_id": monotributo.id,
            }
        )
        cls.umbrella._provision()
        cls.root = cls.umbrella.company_id
        cls.branch_a = cls._create_branch("ollas-a")
        cls.branch_b = cls._create_branch("ollas-b")
        cls.today = cls.root._get_today()
        cls.shopper = cls.env["res.partner"].create(
            {"name": "Vecina", "country_id": cls.env.ref("base.ar").id}
        )
        cls.invoices = {
            company: cls._create_invoice(company, amount)
            for company, amount in ((cls.root, 100), (cls.branch_a, 10), (cls.branch_b, 20))
        }
        manager = cls.branch_a.chasqui_store_ids.manager_id
        cls.manage = cls.env(user=manager.id, context={"allowed_company_ids": cls.branch_a.ids})
        cls.accountant = new_test_user(
            cls.env,
            "accountant-of-all",
            "chasqui_store.group_incubator",
            company_id=cls.root.id,
            company_ids=[Command.set((cls.root + cls.branch_a + cls.branch_b).ids)],
        )

    @classmethod
    def _create_branch(cls, slug):
        store = cls._provision_store(slug=slug, vat=False, umbrella_id=cls.umbrella.id)
        return store.company_id

    @classmethod
    def _create_invoice(cls, company, amount):
        invoice = (
            cls.env["account.move"]
            .with_context(allowed_company_ids=company.ids)
            .create(
                {
                    "move_type": "out_invoice",
                    "company_id": company.id,
                    "partner_id": cls.shopper.id,
                    "invoice_date": cls.today,
                    "invoice_line_ids": [
                        Command.create({"name": "Locro", "price_unit": amount, "tax_ids": False})
                    ],
                }
            )
        )
        invoice.action_post()
        return invoice

    def _get_total(self, env, kind):
        book = env["chasqui.book"].browse(env["chasqui.book"].action_open_book(kind)["res_id"])
        return round(book._get_table().rows[-1].cells[1 if kind == "receivable" else -1], 2)

    def _as_accountant(self, companies):
        return self.env(user=self.accountant.id, context={"allowed_company_ids": companies.ids})

    def test_who_charges_no_vat_invoices_with_the_letter_c(self):
        self.assertEqual(self.invoices[self.branch_a].l10n_latam_document_type_id.l10n_ar_letter, "C")

    def test_manager_of_a_branch_reads_its_own_entries_alone(self):
        for kind in ("vat_sale", "receivable", "profit"):
            with self.subTest(kind):
                self.assertEqual(self._get_total(self.manage, kind), 10)

    def test_manager_of_a_branch_sees_its_own_bank_and_cash_alone(self):
        journals = self.manage["chasqui.book"].new({"kind": "money"})._get_money_journals()
        self.assertEqual(len(journals), 2)
        self.assertEqual(journals.company_id, self.branch_a.with_env(self.manage))

    def test_every_book_of_a_branch_opens(self):
        for kind, _label in self.manage["chasqui.book"]._fields["kind"].selection:
            with self.subTest(kind):
                books = self.manage["chasqui.book"]
                self.assertTrue(books.browse(books.action_open_book(kind)["res_id"]).table_html)

    def test_the_umbrella_reads_the_branches_that_are_switched_on(self):
        everything = self.root + self.branch_a + self.branch_b
        self.assertEqual(self._get_total(self._as_accountant(self.root), "vat_sale"), 100)
        self.assertEqual(self._get_total(self._as_accountant(everything), "vat_sale"), 130)
        books = self._as_accountant(everything)["chasqui.book"]
        self.assertIn(self.branch_b.name, books.new({"kind": "profit"})._get_company_text())

    def test_a_branch_closes_its_own_month_and_not_that_of_its_umbrella(self):
        closings = self.manage["chasqui.month.close"]
        closing = closings.browse(closings.action_open()["res_id"])
        closing.action_close()
        self.assertEqual(self.branch_a.fiscalyear_lock_date, closing.date)
        self.assertFalse((self.root + self.branch_b).filtered("fiscalyear_lock_date"))
