from odoo import models


class ChasquiStore(models.Model):
    _inherit = "chasqui.store"

    def _provision_warehouse(self):
        res = super()._provision_warehouse()
        self._keep_transfers_apart()
        return res

    def _keep_transfers_apart(self):
        """Let no transfer join a batch by itself: a batch is the delivery of one group.

        Odoo's warehouses put what goes to the same person together, also with what a group waits for,
        and then refuse to deliver a part of it.
        """
        types_sudo = self.env["stock.picking.type"].sudo().search([("company_id", "in", self.company_id.ids)])
        types_sudo.auto_batch = False
