import html
import json
from hashlib import sha256

from odoo import api, models, tools

from .ir_asset_lean import SHOPPING, get_script_bundles

# Scripts keep what they have got by its address: whole pages have another.
TERMS_URL = "/chasqui/translations"


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    def get_frontend_session_info(self):
        """Tell the scripts of a lean page where its terms are; pages with all scripts need all terms."""
        session_info = super().get_frontend_session_info()
        if self.env["ir.qweb"]._get_chasqui_lean_bundle():
            session_info["translationURL"] = TERMS_URL
        return session_info

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
        IrQweb = self.env["ir.qweb"]
        bundles = [
            IrQweb._get_asset_bundle(name, css=False, js=True) for name in get_script_bundles(SHOPPING)
        ]
        return _squeeze("".join(bundle.js().raw.decode() for bundle in bundles))


def _squeeze(text):
    """Return a text less what languages write differently: escapes and white space."""
    return "".join(html.unescape(text.replace("\\n", " ").replace("\\", "")).split())
