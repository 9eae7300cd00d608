from unittest.mock import patch

from psycopg2.errors import SerializationFailure

from odoo.addons.sale.models.sale_order import SaleOrder
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestPendingMails(TransactionCase):
    def test_a_mail_that_met_the_shoppers_own_page_is_tried_again_at_once(self):
        with (
            patch.object(SaleOrder, "_cron_send_pending_emails", side_effect=SerializationFailure),
            patch.object(type(self.env.cr), "rollback"),
            self.capture_triggers("sale.send_pending_emails_cron") as captured,
        ):
            self.env["sale.order"]._cron_send_pending_emails()
        self.assertEqual(len(captured.records), 1)
