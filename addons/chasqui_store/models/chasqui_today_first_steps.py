from odoo import api, models


class ChasquiToday(models.AbstractModel):
    """What a store that has just moved in does before it opens: each step a door, ticked off when done."""

    _inherit = "chasqui.today"

    @api.model
    def get_today(self):
        return {**super().get_today(), "steps": self._get_first_steps()}

    @api.model
    def _get_first_steps(self):
        """Return the steps of the manager whose store is still being prepared; nobody else has any."""
        if not self.env.user.has_group("chasqui_store.group_manager"):
            return []
        store = self.env["chasqui.store"].search(
            [("company_id", "=", self.env.company.id), ("state", "=", "building")], limit=1
        )
        if not store:
            return []
        form = self._prepare_form_action(store)
        return [
            self._prepare_step(
                self.env._("Tell who you are: pictures, colors, your story"),
                store.story or store.headline or store.section_ids,
                form,
            ),
            self._prepare_step(
                self.env._("Put your first products in the shop"),
                self._has_products(store),
                "website_sale.product_template_action_website",
            ),
            self._prepare_step(
                self.env._("Say when people can collect"), store.pickup_point_ids.opening_ids, form
            ),
            self._prepare_step(
                self.env._("Write down the account that transfers go to"),
                self._has_account(store),
                "account.action_account_journal_form",
            ),
            self._prepare_step(self.env._("Invite those who work with you"), len(store.member_ids) > 1, form),
        ]

    @api.model
    def _has_products(self, store):
        own = [("company_id", "=", store.company_id.id), ("is_published", "=", True)]
        return self.env["product.template"].search_count(own, limit=1)

    @api.model
    def _has_account(self, store):
        own = [("company_id", "=", store.company_id.id), ("bank_account_id", "!=", False)]
        return self.env["account.journal"].search_count(own, limit=1)

    @api.model
    def _prepare_step(self, title, is_done, action):
        return {"title": title, "done": bool(is_done), "action": action}

    @api.model
    def _prepare_form_action(self, store):
        return {
            "type": "ir.actions.act_window",
            "res_model": store._name,
            "res_id": store.id,
            "views": [[False, "form"]],
        }
