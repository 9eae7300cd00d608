from urllib.parse import urlencode

from odoo import models
from odoo.http import request


class Website(models.Model):
    _inherit = "website"

    def _get_chasqui_language_links(self):
        """Return name, code and address of each language that this page can be read in.

        The address is Odoo's for choosing one: it keeps the choice, without scripts and back to the
        site's own language, whose pages lead on to the language that was chosen last.
        """
        languages = self.env["res.lang"]._get_frontend()
        routing = self.env["ir.http"]
        return [
            {
                "code": code,
                "name": language.name.split("/")[-1].strip(),
                "tag": code.replace("_", "-"),
                "url": f"/website/lang/{language.url_code}?"
                + urlencode({"r": routing._url_localized(lang_code=code, prefetch_langs=True)}),
            }
            for code, language in languages.items()
            if request and len(languages) > 1
        ]
