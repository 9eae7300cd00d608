from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo.tests import TransactionCase, tagged

from odoo.addons.sale.models.sale_order import SaleOrder


@tagged("post_install", "-at_install")
class TestPendingMails(TransactionCase):
    def test_a_mail_that_met_the_shoppers_own_page_is_tried_again_at_once(self):
        cron = self.env.ref("sale.send_pending_emails_cron")
        triggers = self.env["ir.cron.trigger"].search_count([("cron_id", "=", cron.id)])
        with (
            patch.object(SaleOrder, "_cron_send_pending_emails", side_effect=SerializationFailure),
            patch.object(self.env.cr, "rollback"),
        ):
            self.env["sale.order"]._cron_send_pending_emails()
        self.assertEqual(self.env["ir.cron.trigger"].search_count([("cron_id", "=", cron.id)]), triggers + 1)
