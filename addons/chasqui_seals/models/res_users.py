from odoo import models


class ResUsers(models.Model):
    _inherit = "res.users"

    def _can_review_seal(self, seal):
        """Tell whether this person reviews claims of a seal, whoever claims it."""
        self.ensure_one()
        if seal.granting == "incubator":
            return self.has_group("chasqui_store.group_incubator")
        return seal.category_id.id in self._get_seal_review_category_ids()

    def _get_seal_review_category_ids(self):
        """Return the ids of the categories of which this person reviews claims."""
        self.ensure_one()
        if not self.has_group("chasqui_seals.group_commission"):
            return []
        reviewers_sudo = self.env["chasqui.seal.reviewer"].sudo().search([("user_id", "=", self.id)])
        categories_sudo = self.env["chasqui.seal.category"].sudo()
        return (reviewers_sudo.category_ids or categories_sudo.search([])).ids
