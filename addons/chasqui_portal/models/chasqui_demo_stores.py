from odoo import api, models

ORGANISATION_TYPES = {
    "espiga": "recovered_factory",
    "huerta": "family_farm",
    "levadura": "cooperative",
    "monte": "family_farm",
    "puente": "social_enterprise",
    "tejedoras": "cooperative",
    "yuyeras": "group",
}


class ChasquiDemo(models.AbstractModel):
    """What the demonstration's stores are, for the directory."""

    _inherit = "chasqui.demo"

    @api.model
    def _prepare_store_vals(self, data):
        slug = data["store"]["slug"]
        return {**super()._prepare_store_vals(data), "organisation_type": ORGANISATION_TYPES.get(slug)}
