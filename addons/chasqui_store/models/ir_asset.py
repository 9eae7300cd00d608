from odoo import models


class IrAsset(models.Model):
    _inherit = "ir.asset"

    def _get_asset_params(self):
        """Let websites without styles or scripts of their own share one bundle.

        Odoo builds and stores the same files again for each website.
        """
        params = super()._get_asset_params()
        params["website_id"] = self.env["website"]._get_asset_scope(params["website_id"])
        return params
