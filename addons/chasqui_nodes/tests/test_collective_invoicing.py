from odoo.exceptions import UserError
from odoo.tests import tagged

from .common import CollectiveCommon


@tagged("post_install", "-at_install")
class TestCollectiveInvoicing(CollectiveCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.jam | cls.bread).invoice_policy = "order"
        cls.freight_product.invoice_policy = "order"

    def _confirm(self, **values):
        collective = self._start_with(
            [(self.jam, 2)], [(self.bread, 2)], [(self.jam, 1), (self.bread, 1)], **values
        )
        self._all_ready(collective)
        collective._close()
        return collective

    def test_each_gets_an_invoice_of_their_own(self):
        collective = self._confirm(payer="coordinator")
        collective.action_invoice()
        invoices = collective._get_invoices()
        self.assertEqual(len(invoices), 3)
        self.assertEqual(invoices.partner_id, collective.participant_ids.partner_id)
        self.assertEqual(sum(invoices.mapped("amount_total")), collective.amount_total)
        collective.action_invoice()
        self.assertEqual(len(collective._get_invoices()), 3, "Asked again, nothing is invoiced twice")

    def test_an_organisation_gets_one_for_the_whole(self):
        collective = self._confirm(invoicing="whole", organisation={"name": "Escuela 12"})
        collective.action_invoice()
        invoice = collective._get_invoices()
        self.assertEqual((len(invoice), invoice.partner_id.name), (1, "Escuela 12"))
        self.assertEqual(invoice.amount_total, collective.amount_total)

    def test_a_credit_note_for_one_leaves_the_others_alone(self):
        for values in ({}, {"invoicing": "whole", "organisation": {"name": "Escuela 12"}}):
            with self.subTest(values):
                collective = self._confirm(**values)
                collective.action_invoice()
                invoices = collective._get_invoices()
                invoices.action_post()
                beto = collective.participant_ids[1]
                beto.action_credit()
                refund = collective._get_invoices() - invoices
                self.assertEqual(refund.move_type, "out_refund")
                self.assertEqual(refund.amount_total, beto.amount_total)
                self.assertEqual(set(invoices.mapped("state")), {"posted"})
                refund.action_post()
                self.assertEqual(
                    sum(invoices.mapped("amount_total")), collective.amount_total, "Invoices as they were"
                )

    def test_what_was_not_invoiced_is_not_credited(self):
        collective = self._confirm()
        with self.assertRaises(UserError):
            collective.coordinator_id.action_credit()
