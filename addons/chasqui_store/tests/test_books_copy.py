from odoo.tests import TransactionCase, tagged

from ..tools.books_copy import BOOKS_MODELS, BooksCopy

# what is of one record only, or of the moment it was made
INCOMPARABLE = {
    "id",
    "create_date",
    "write_date",
    "create_uid",
    "write_uid",
    "access_token",
    "alias_id",
    "parent_path",
    "display_name",
}


@tagged("post_install", "-at_install")
class TestBooksCopy(TransactionCase):
    """Copied books are those that Odoo loads, record by record and column by column."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.loaded = cls._create_company("Loaded")
        cls.env["account.chart.template"].try_loading("ar_base", cls.loaded)
        cls.copied = cls._create_company("Copied")
        BooksCopy(cls.loaded, cls.copied).run()

    @classmethod
    def _create_company(cls, name):
        return cls.env["res.company"].create(
            {
                "name": name,
                "country_id": cls.env.ref("base.ar").id,
                "l10n_ar_afip_responsibility_type_id": cls.env.ref("l10n_ar.res_RM").id,
            }
        )

    def _get_names(self, company):
        """Return ``{(model, id): name}`` of what a company's chart made."""
        prefix = f"{company.id}_"
        data = self.env["ir.model.data"].search(
            [("module", "=", "account"), ("name", "=like", f"{company.id}\\_%")]
        )
        return {(line.model, line.res_id): line.name.removeprefix(prefix) for line in data}

    def _describe(self, company, record, names):
        """Return a record's stored values, with relations as names that do not tell the company."""

        def name(target):
            if target in (company, company.partner_id):
                return "own"
            return names.get(
                (target._name, target.id), target.display_name if target._name in BOOKS_MODELS else target.id
            )

        return {
            fname: sorted(map(str, map(name, record[fname]))) if field.relational else record[fname]
            for fname, field in record._fields.items()
            if field.store and field.type != "one2many" and fname not in INCOMPARABLE
        }

    def test_every_record_is_there_with_the_same_values(self):
        loaded_names, copied_names = self._get_names(self.loaded), self._get_names(self.copied)
        self.assertEqual(sorted(loaded_names.values()), sorted(copied_names.values()))
        self.assertGreater(len(loaded_names), 300)
        by_name = {(model, name): res_id for (model, res_id), name in copied_names.items()}
        for (model, res_id), name in loaded_names.items():
            records = self.env[model].with_context(lang="en_US")
            loaded = records.with_company(self.loaded).browse(res_id)
            copied = records.with_company(self.copied).browse(by_name[model, name])
            with self.subTest(model=model, name=name):
                self.assertEqual(
                    self._describe(self.copied, copied, copied_names),
                    self._describe(self.loaded, loaded, loaded_names),
                )

    def test_codes_are_those_of_the_chart(self):
        def codes(company):
            accounts = self.env["account.account"].with_company(company)
            return sorted(accounts.search([("company_ids", "in", company.ids)]).mapped("code"))

        self.assertEqual(codes(self.copied), codes(self.loaded))

    def test_lines_of_taxes_journals_and_models_are_as_many(self):
        for model, owner in (
            ("account.tax.repartition.line", "tax_id.company_id"),
            ("account.payment.method.line", "journal_id.company_id"),
            ("account.reconcile.model.line", "model_id.company_id"),
        ):
            loaded = self.env[model].search_count([(owner, "=", self.loaded.id)])
            self.assertEqual(self.env[model].search_count([(owner, "=", self.copied.id)]), loaded)
            self.assertTrue(loaded)

    def test_nothing_of_the_copy_points_at_the_original(self):
        originals = {}
        for model, res_id in self._get_names(self.loaded):
            originals.setdefault(model, set()).add(res_id)
        for model, res_id in self._get_names(self.copied):
            record = self.env[model].browse(res_id)
            for fname, field in record._fields.items():
                if field.store and field.relational and field.comodel_name in originals:
                    self.assertFalse(
                        originals[field.comodel_name] & set(record[fname].ids), f"{record}.{fname}"
                    )

    def test_company_points_at_its_own_accounts(self):
        for fname in ("income_account_id", "expense_account_id", "transfer_account_id"):
            self.assertEqual(self.copied[fname].company_ids, self.copied)
        self.assertEqual(self.copied.chart_template, "ar_base")
        self.assertEqual(self.copied.tax_calculation_rounding_method, "round_globally")

    def test_contacts_have_the_accounts_of_the_company_by_default(self):
        partner = self.env["res.partner"].with_company(self.copied).create({"name": "Vecina"})
        self.assertEqual(partner.property_account_receivable_id.company_ids, self.copied)

    def test_an_invoice_can_be_posted(self):
        invoice = (
            self.env["account.move"]
            .with_company(self.copied)
            .create(
                {
                    "move_type": "in_refund",
                    "partner_id": self.env["res.partner"].create({"name": "Vecina"}).id,
                    "invoice_line_ids": [(0, 0, {"name": "Locro", "price_unit": 1000.0, "tax_ids": False})],
                }
            )
        )
        self.assertEqual(invoice.journal_id.company_id, self.copied)
        self.assertEqual(invoice.line_ids.account_id.company_ids, self.copied)
        self.assertAlmostEqual(sum(invoice.line_ids.mapped("balance")), 0)
