from odoo import models


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    def session_info(self):
        """Open the back office on what needs doing, for those who chose nothing else."""
        info = super().session_info()
        if not info.get("home_action_id") and self._starts_with_today(self.env.user):
            info["home_action_id"] = self.env.ref("chasqui_store.chasqui_today_action").id
        return info

    def _starts_with_today(self, user):
        """Tell whether a person works with what is here; others start where Odoo does."""
        return user.has_group("chasqui_store.group_operator")
