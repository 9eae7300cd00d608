from odoo import api, models
from odoo.fields import Domain


class IrRule(models.Model):
    _inherit = "ir.rule"

    @api.model
    def _eval_context(self):
        """Give rules ``seal_walls``: whose claims of seals the user may see."""
        return super()._eval_context() | {"seal_walls": self._get_seal_walls}

    @api.model
    def _get_seal_walls(self, prefix=""):
        """Return the domain of the claims of one's own stores, and of those one reviews.

        :param prefix: the path from the model of the rule to the claim, with its dot
        """
        user = self.env.user
        if user._has_platform_role():
            return Domain.TRUE
        own = Domain(f"{prefix}company_id", "in", self.env.companies.ids)
        reviewed = Domain(f"{prefix}category_id", "in", user._get_seal_review_category_ids())
        return own | (reviewed & Domain(f"{prefix}state", "!=", "draft"))
