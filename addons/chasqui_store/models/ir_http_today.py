from odoo import models


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    def session_info(self):
        """Open the back office on what needs doing, for those who chose nothing else."""
        info = super().session_info()
        user = self.env.user
        if not info.get("home_action_id") and user.has_group("chasqui_store.group_operator"):
            info["home_action_id"] = self.env.ref("chasqui_store.chasqui_today_action").id
        return info
