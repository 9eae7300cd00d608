import html
import json
import re
from hashlib import sha256

from odoo import api, models, tools

from .ir_asset_lean import SHOPPING, get_script_bundles

# Scripts keep what they have got by its address: whole pages have another.
TERMS_URL = "/chasqui/translations"
# What stands between two of these, in scripts and their templates, is one text.
BOUNDS = re.compile(r"""["'`<>]""")
MAY_BE_CUT = re.compile(r"""["'`<>&\\]""")


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
        scripts, script_modules = self._get_chasqui_lean_scripts()
        modules = sorted(script_modules.intersection(modules))
        translations, parameters = self._get_translations_for_webclient(modules, lang)
        is_asked = _make_finder(scripts)
        terms = {
            "lang": lang,
            "lang_parameters": parameters,
            "multi_lang": len(self.env["res.lang"].sudo().get_installed()) > 1,
            "modules": {
                module: {**found, "messages": [m for m in found["messages"] if is_asked(m["id"])]}
                for module, found in translations.items()
            },
        }
        terms["hash"] = sha256(json.dumps(terms, sort_keys=True, default=str).encode()).hexdigest()
        return terms

    @api.model
    def _get_chasqui_lean_scripts(self):
        """Return the scripts with their templates as one text, and the names of the modules they are of."""
        IrQweb = self.env["ir.qweb"]
        bundles = [
            IrQweb._get_asset_bundle(name, css=False, js=True) for name in get_script_bundles(SHOPPING)
        ]
        files = [file for bundle in bundles for file in (*bundle.javascripts, *bundle.templates)]
        modules = {file.url.split("/")[1] for file in files if file.url}
        return "".join(bundle.js().raw.decode() for bundle in bundles), modules


def _make_finder(scripts):
    """Return the function that tells whether scripts can ask for a term.

    Most terms are looked up among the texts of the scripts; only one that a bound may cut in two is searched
    for in the whole, which takes long.
    """
    texts = {_squeeze(text) for text in BOUNDS.split(scripts)}
    whole = _squeeze(scripts)

    def is_asked(term):
        return _squeeze(term) in (whole if MAY_BE_CUT.search(term) else texts)

    return is_asked


def _squeeze(text):
    """Return a text less what languages write differently: escapes and white space."""
    return "".join(html.unescape(text.replace("\\n", " ").replace("\\", "")).split())
