from odoo import api, models
from odoo.service.model import PG_CONCURRENCY_EXCEPTIONS_TO_RETRY

ATTEMPTS = 3


class SaleOrder(models.Model):
    _inherit = "sale.order"

    @api.model
    def _cron_send_pending_emails(self):
        """Try again what met the shopper's own page, which may write the same contact.

        Odoo gives the job up until its next hour; whoever just bought waits for this mail.
        """
        for left in reversed(range(ATTEMPTS)):
            try:
                super()._cron_send_pending_emails()
                break
            except PG_CONCURRENCY_EXCEPTIONS_TO_RETRY:
                if not left:
                    raise
                self.env.cr.rollback()
        # What did not leave with its transaction leaves with the queue, now and not within the hour.
        self.env.ref("mail.ir_cron_mail_scheduler_action")._trigger()
