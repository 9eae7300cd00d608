import html
import json
from hashlib import sha256

from odoo import api, models, tools

SHOPPING = "chasqui_store.assets_shopping_lazy"


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @api.model
    @tools.ormcache("modules", "lang", cache="assets")
    def _get_chasqui_lean_terms(self, modules, lang):
        """Return the modules' translations that the scripts of a store's pages can ask for.

        Odoo sends those of every script of every addon that has some for visitors.
        """
        scripts = self._get_chasqui_lean_scripts()
        translations, parameters = self._get_translations_for_webclient(modules, lang)
        terms = {
            "lang": lang,
            "lang_parameters": parameters,
            "multi_lang": len(self.env["res.lang"].sudo().get_installed()) > 1,
            "modules": {
                module: {**found, "messages": [m for m in found["messages"] if _squeeze(m["id"]) in scripts]}
                for module, found in translations.items()
            },
        }
        terms["hash"] = sha256(json.dumps(terms, sort_keys=True, default=str).encode()).hexdigest()
        return terms

    @api.model
    def _get_chasqui_lean_scripts(self):
        """Return all texts of the scripts and their templates, as terms are compared with them."""
        bundle = self.env["ir.qweb"]._get_asset_bundle(SHOPPING, css=False, js=True)
        return _squeeze(bundle.js().raw.decode())


def _squeeze(text):
    """Return a text less what languages write differently: escapes and white space."""
    return "".join(html.unescape(text.replace("\\n", " ").replace("\\", "")).split())
