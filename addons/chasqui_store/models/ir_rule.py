from odoo import api, models


class IrRule(models.Model):
    _inherit = "ir.rule"

    @api.model
    def _eval_context(self):
        """Give rules ``is_store_staff``, so that a global rule can bind the staff of stores alone.

        Walls must be global: a rule with groups is only one alternative among those of the user's
        other groups. But shoppers, visitors, and whoever runs the platform must pass.
        """
        return super()._eval_context() | {
            "is_store_staff": self.env.user._is_chasqui_store_staff(),
        }

    def _compute_domain_context_values(self):
        """Keep what was computed during a shopper's visit apart from all other requests.

        Domains are cached by the ``allowed_company_ids`` that were asked for. Without this a shopper
        who has visited a store could name its company in any later call, and get the cached domain
        without the check that computing it implies.
        """
        yield from super()._compute_domain_context_values()
        yield self.env.user._get_visited_company_id()
