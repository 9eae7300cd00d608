from odoo import api, models


class PaymentTransaction(models.Model):
    _inherit = "payment.transaction"

    @api.model_create_multi
    def create(self, vals_list):
        """No way to pay a cart leads around a store that is not open."""
        transactions = super().create(vals_list)
        transactions.sale_order_ids._check_store_sells()
        return transactions
