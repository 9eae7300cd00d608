import re
from pathlib import Path

from odoo import api, models, tools
from odoo.modules import get_module_path

from ..tools import lean_bundle, lean_style
from .ir_asset_lean import get_script_bundles

# Templates of the website builder's blocks: a page that has one is sent all styles.
BLOCKS = re.compile(r"(?!chasqui_)\w+\.(?:s_|snippet|new_page_template|configurator)")
# What the names of our own styles begin with, and those of what the text editor writes; all are kept.
OURS = {"o_chasqui_", "s_chasqui_", "o_cc"}
TEXT_EDITOR = {
    "alert-",
    "bg-o-color-",
    "blockquote",
    "col-",
    "display-",
    "float-",
    "img-",
    "list-",
    "media_iframe_video",
    "o_checked",
    "o_checklist",
    "o_editor_banner",
    "o_small-fs",
    "o_table",
    "o_text_columns",
    "rounded-",
    "shadow-",
    "table-",
    "text-o-color-",
    *(f"{size}-fs" for size in ("base", "h1", "h2", "h3", "h4", "h5", "h6")),
}
CLASSES = re.compile(r"""\bclass=(?:"([^"]*)"|'([^']*)')""")


class IrAsset(models.Model):
    """The words that pages with a lean bundle are made of: classes and ids are among them."""

    _inherit = "ir.asset"

    @api.model
    @tools.ormcache("bundle", cache="assets")
    def _get_chasqui_words(self, bundle):
        """Return what templates, the bundle's scripts and its addons' programs have written in them."""
        everywhere = {"website_id": False}
        files = [
            file for part in get_script_bundles(bundle) for file in self._get_asset_paths(part, everywhere)
        ]
        addons = {path.split("/")[1] for path, *_rest in files}
        scripts = [file[1] for file in files if not file[0].endswith(lean_bundle.STYLES)]
        words = OURS | TEXT_EDITOR
        words = words.union(*map(lean_style.find_words, self._get_chasqui_templates()))
        for path in (*scripts, *_list_programs(addons)):
            words |= lean_style.find_words(Path(path).read_text(encoding="utf-8"))
        return frozenset(words)

    @api.model
    def _get_chasqui_templates(self):
        """Return the sources of all templates that make up pages, of whatever website."""
        views = self.env["ir.ui.view"].sudo().with_context(active_test=False, lang=None)
        found = views.search_fetch([("type", "=", "qweb"), ("website_id", "=", False)], ["key", "arch_db"])
        return [view.arch_db for view in found if not BLOCKS.match(view.key or "")]

    @api.model
    def _is_chasqui_known(self, bundle, written):
        """Tell whether a lean bundle has the styles of all that an editor wrote into a page."""
        classes = {name for found in CLASSES.findall(written) for name in "".join(found).split()}
        words = self._get_chasqui_words(bundle) if classes else ()
        return all(name in words or name.startswith(tuple(OURS)) for name in classes)


def _list_programs(addons):
    """Yield the files of addons in which a class may be put together in Python."""
    for addon in sorted(addons):
        folder = Path(get_module_path(addon) or "")
        for part in ("models", "controllers"):
            yield from sorted((folder / part).glob("*.py"))
