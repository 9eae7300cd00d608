from odoo import api, fields, models


class TrialBalanceReportWizard(models.TransientModel):
    """Opens on the fiscal year to date, which is what people look for, where OCA asks for both dates."""

    _inherit = "trial.balance.report.wizard"

    date_from = fields.Date(default=lambda self: self._default_date_from())
    date_to = fields.Date(default=fields.Date.context_today)

    def _default_date_from(self):
        return self.env.company.compute_fiscalyear_dates(fields.Date.context_today(self))["date_from"]

    @api.onchange("date_range_id")
    def onchange_date_range_id(self):
        """Leave the dates alone where no range is chosen: OCA empties them as the form opens."""
        if self.date_range_id:
            super().onchange_date_range_id()
