from odoo import api, fields, models

from ..tools.books_copy import BooksCopy


class ResCompany(models.Model):
    _inherit = "res.company"

    chasqui_reference_key = fields.Char(
        readonly=True,
        help="On a company that only keeps a fresh chart of accounts to copy from: which one.",
    )

    _chasqui_reference_key_unique = models.UniqueIndex(
        "(chasqui_reference_key) WHERE chasqui_reference_key IS NOT NULL",
        "There are already reference books for this chart of accounts.",
    )


class ChasquiLocalization(models.Model):
    """Books are loaded once for each chart and language, and copied for each new company."""

    _inherit = "chasqui.localization"

    def _get_books_modules(self):
        """Return the modules that decide what the books contain."""
        return self.env["ir.module.module"].search(
            [
                ("name", "in", ("account", "stock_account", *self.mapped("module_name"))),
                ("state", "=", "installed"),
            ]
        )

    def _get_reference_key(self, template_code):
        """Return what names the reference books: others are made when a module's version changes."""
        versions = "|".join(
            sorted(f"{module.name} {module.latest_version}" for module in self._get_books_modules())
        )
        return f"{template_code}|{self.env.lang}|{versions}"

    def _get_reference_company(self, template_code):
        """Return the archived company with fresh books of this chart, making it if need be."""
        key = self._get_reference_key(template_code)
        companies = self.env["res.company"].with_context(active_test=False)
        return companies.search([("chasqui_reference_key", "=", key)]) or self._create_reference_company(
            template_code, key
        )

    def _create_reference_company(self, template_code, key):
        partner = self.env["res.partner"].create(
            {"name": key, "is_company": True, "lang": self.env.lang, "country_id": self.country_id.id}
        )
        company = self.env["res.company"].create(
            {
                "name": key,
                "partner_id": partner.id,
                "country_id": self.country_id.id,
                "currency_id": self.country_id.currency_id.id,
            }
        )
        company.chasqui_reference_key = key
        self.env["account.chart.template"]._load(template_code, company, install_demo=False)
        self._keep_taxes_at_home(company)
        self.env.flush_all()
        company.active = False
        partner.active = False
        return company

    @api.model
    def _keep_taxes_at_home(self, company):
        """Let what a chart taxes be taxed in the company's own country.

        Odoo takes a fiscal position without taxes for one that removes them all, and Bolivia's chart
        leaves the domestic one empty: nobody there would be charged any.
        """
        position = company.domestic_fiscal_position_id
        if position and not position.tax_ids:
            position.tax_ids = self.env["account.tax"].search(
                [("company_id", "=", company.id), ("fiscal_position_ids", "=", False)]
            )

    def _load_books(self, template_code, company):
        """Give a company its books by copying fresh ones."""
        BooksCopy(self._get_reference_company(template_code), company).run()

    @api.model
    def _prepare_reference_books(self):
        """Load ahead, in the background, what the next organisation to be set up will copy."""
        for localization in self.search([]).filtered("installed"):
            localization.with_context(
                chasqui_provisioning=True,
                disable_company_pricelist_creation=True,
                lang=localization.country_id._get_chasqui_lang().code,
            )._get_reference_company(localization.chart_template)
