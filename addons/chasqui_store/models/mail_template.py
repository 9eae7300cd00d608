from odoo import models


class MailTemplate(models.Model):
    _inherit = "mail.template"

    def _send_soon(self, res_ids, **options):
        """Write about each of these records; the mails leave once what they tell of is committed.

        Odoo's queue runs once an hour, and whoever was invited, or asked something, waits at their phone.

        :param options: as of ``send_mail_batch``
        """
        self.send_mail_batch(res_ids, **options)
        self.env.ref("mail.ir_cron_mail_scheduler_action").sudo()._trigger()
