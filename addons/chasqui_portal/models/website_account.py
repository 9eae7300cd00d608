from urllib.parse import urlencode

from odoo import models


class Website(models.Model):
    _inherit = "website"

    def _get_chasqui_door_url(self, path):
        """Return the address that leads to a page of this site and signs in on the way; nothing without one.

        Who is signed in at the portal sees the page at once.
        """
        return f"{self.domain}/web/login?{urlencode({'redirect': path})}" if self.domain else None
