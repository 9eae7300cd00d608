from odoo import api, models


class ChasquiDemo(models.AbstractModel):
    """Who keeps the portal's own pages, with the website builder."""

    _inherit = "chasqui.demo"

    @api.model
    def _get_logins(self):
        return super()._get_logins() + self._read_csv("logins.csv", "chasqui_portal/demo")

    @api.model
    def _load_people(self):
        super()._load_people()
        person = {"login": "portada", "name": "Irupé Benítez", "email": "portada@example.com"}
        self._load_user(person, "chasqui_store.group_web_editor")
