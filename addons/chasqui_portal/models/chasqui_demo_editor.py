import csv

from odoo import api, models
from odoo.tools.misc import file_open


class ChasquiDemo(models.AbstractModel):
    """Who keeps the portal's own pages, with the website builder."""

    _inherit = "chasqui.demo"

    @api.model
    def _get_logins(self):
        with file_open("chasqui_portal/demo/logins.csv") as file:
            return super()._get_logins() + list(csv.DictReader(file))

    @api.model
    def _load_people(self):
        super()._load_people()
        person = {"login": "portada", "name": "Irupé Benítez", "email": "portada@example.com"}
        self._load_user(person, "chasqui_store.group_web_editor")
