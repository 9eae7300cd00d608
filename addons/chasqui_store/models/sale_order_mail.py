from odoo import api, models
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY


class SaleOrder(models.Model):
    _inherit = "sale.order"

    @api.model
    def _cron_send_pending_emails(self):
        """Try again at once what met the shopper's own page, which may write the same contact.

        Odoo gives the job up until its next hour; whoever just bought waits for this mail.
        """
        try:
            super()._cron_send_pending_emails()
        except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
            self.env.cr.rollback()
            self.env.ref("sale.send_pending_emails_cron")._trigger()
