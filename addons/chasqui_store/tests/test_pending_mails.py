from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo.tests import TransactionCase, tagged

from odoo.addons.sale.models.sale_order import SaleOrder


@tagged("post_install", "-at_install")
class TestPendingMails(TransactionCase):
    def test_a_mail_that_met_the_shoppers_own_page_is_tried_again_at_once(self):
        queue = self.env.ref("mail.ir_cron_mail_scheduler_action")
        triggers = self.env["ir.cron.trigger"].search_count([("cron_id", "=", queue.id)])
        outcomes = [SerializationFailure(), None]
        with (
            patch.object(SaleOrder, "_cron_send_pending_emails", side_effect=outcomes) as send,
            patch.object(self.env.cr, "rollback"),
        ):
            self.env["sale.order"]._cron_send_pending_emails()
        self.assertEqual(send.call_count, 2)
        self.assertEqual(self.env["ir.cron.trigger"].search_count([("cron_id", "=", queue.id)]), triggers + 1)
