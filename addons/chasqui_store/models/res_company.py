import pytz

from odoo import api, fields, models


class ResCompany(models.Model):
    _inherit = "res.company"

    chasqui_store_ids = fields.One2many(
        comodel_name="chasqui.store",
        inverse_name="company_id",
        context={"active_test": False},
        help="The store that this company runs: at most one.",
    )

    def _compute_uninstalled_l10n_module_ids(self):
        """Offer no module to install: localisations are installed beforehand, by an administrator."""
        self.uninstalled_l10n_module_ids = False

    def install_l10n_modules(self):
        """Never install a module because a company got a country.

        While a store is set up its books are a step of its own; elsewhere the chart of accounts is
        loaded, as Odoo does, for companies whose localisation is there.
        """
        if self.env.context.get("chasqui_provisioning"):
            return False
        ready = self.filtered(lambda company: company._is_localization_installed())
        return bool(ready) and super(ResCompany, ready).install_l10n_modules()

    def _is_localization_installed(self):
        charts = self.env["account.chart.template"]
        template_code = charts._guess_chart_template(self.country_id)
        return charts._get_chart_template_mapping()[template_code]["installed"]

    def _set_per_company_inter_company_locations(self, inter_company_location):
        """Stores do not ship to each other as one group does: no write on every other company."""
        if not self.env.context.get("chasqui_provisioning"):
            super()._set_per_company_inter_company_locations(inter_company_location)

    @api.model
    def _get_store_staff_company(self):
        """Return the store's company for which its staff work now, the default of what they create.

        Empty for all others: data files and the platform's own staff may create what stores share.
        """
        if self.env.su or not self.env.user._is_chasqui_store_staff():
            return self.browse()
        return self.env.company

    def _get_chasqui_tz(self):
        """Return the time zone in which this company's shoppers read a clock."""
        self.ensure_one()
        of_country = pytz.country_timezones.get(self.country_id.code or "", [])
        return self.partner_id.tz or next(iter(of_country), None) or self.env.user.tz or "UTC"
