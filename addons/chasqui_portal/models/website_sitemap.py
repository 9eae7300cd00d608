from odoo import api, models

PLATFORM_PATHS = {
    "/blog",
    "/calendar",
    "/contact",
    "/figures",
    "/nodes",
    "/products",
    "/seals",
    "/stores",
}


class Website(models.Model):
    _inherit = "website"

    @api.model
    def _get_chasqui_platform_paths(self):
        return super()._get_chasqui_platform_paths() | PLATFORM_PATHS

    @api.model
    def _get_chasqui_store_paths(self):
        return super()._get_chasqui_store_paths() | {"/collective"}
