from psycopg2.errors import UniqueViolation

from odoo import api, models
from odoo.exceptions import ConcurrencyError


class PaymentTransaction(models.Model):
    """Orders of two stores may have the same number, and be paid at the same moment."""

    _inherit = "payment.transaction"

    @api.model_create_multi
    def create(self, vals_list):
        """Let who comes second begin again: they will see the other's reference, and get another one."""
        try:
            return super().create(vals_list)
        except UniqueViolation as error:
            if error.diag.constraint_name == "payment_transaction_reference_uniq":
                raise ConcurrencyError("Somebody pays by the same reference just now.") from error
            raise
