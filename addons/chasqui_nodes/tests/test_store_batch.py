from odoo.addons.chasqui_store.tests.common import ChasquiStoreCommon


class TestStoreBatch(ChasquiStoreCommon):
    def test_no_transfer_of_a_store_joins_a_groups_delivery_by_itself(self):
        store = self._provision_store()
        types = self.env["stock.picking.type"].search([("company_id", "=", store.company_id.id)])
        self.assertTrue(types)
        self.assertFalse(types.filtered("auto_batch"))
