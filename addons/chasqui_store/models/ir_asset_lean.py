from fnmatch import fnmatch

from odoo import models

from ..tools import lean_bundle

# What every compiler of styles needs first, and what all pages are built on.
FOUNDATIONS = [
    "*/_functions.scss",
    "*/functions.scss",
    "*/_mixins.scss",
    "*mixins*.scss",
    "*/utils.scss",
    "*variables*.scss",
    "*/user_values.scss",
    "*color_palette.scss",
    "*bootstrap_overridden*.scss",
    "*/_maps.scss",
    "*/import_bootstrap.scss",
    "*/utilities_custom.scss",
    "*/utilities/_api.scss",
    "*/bootstrap_review*.scss",
    "/web/static/src/libs/fontawesome/*",
    "/web/static/src/scss/base_frontend.scss",
    "/chasqui_*/static/src/*",
]
# Blocks of the website builder, the editor, the back office: no page of a store has them.
OTHERS_STYLES = [
    "/html_editor/static/src/main/*",
    "/html_editor/static/src/others/*",
    "/html_editor/static/src/components/*",
    "/web/static/src/core/barcode/*",
    "/web/static/src/core/color_picker/*",
    "/web/static/src/core/colorlist/*",
    "/web/static/src/core/debug/*",
    "/web/static/src/core/effects/*",
    "/web/static/src/core/emoji_picker/*",
    "/web/static/src/core/file_upload/*",
    "/web/static/src/core/file_viewer/*",
    "/web/static/src/core/ir_ui_view_code_editor/*",
    "/web/static/src/core/model_*",
    "/web/static/src/core/notebook/*",
    "/web/static/src/core/record_selectors/*",
    "/web/static/src/core/resizable_panel/*",
    "/web/static/src/core/signature/*",
    "/web/static/src/core/tree_editor/*",
    "/web/static/src/scss/mimetypes.scss",
    "/web/static/src/webclient/navbar/navbar.scss",
    "/web_tour/*",
    "/stock/*",
    "/purchase/*",
    "/website/static/src/snippets/*/*.scss",
    "/website_blog/static/src/snippets/*",
    "/website_payment/static/src/snippets/*",
    "/website_sale/static/src/snippets/*",
    "/website/static/src/scss/website.ui.scss",
    "/website/static/src/client_actions/*",
]
# Libraries of what opens, turns and slides at a store; Odoo's root of old and its jQuery are left out.
SHELF_SCRIPTS = [
    "/web/static/lib/owl/*",
    "/web/static/lib/luxon/*",
    "/web/static/lib/popper/*",
    "/web/static/lib/bootstrap/js/dist/[!st]*",
    "/web/static/lib/bootstrap/js/dist/tooltip.js",
    "/web/static/src/libs/bootstrap.js",
]

READING = "chasqui_store.assets_reading"
SHELF = "chasqui_store.assets_shelf"
SHOPPING = "chasqui_store.assets_shopping"
# lean bundle -> what tells its styles, and which scripts it has that are no modules
LEAN = {
    READING: (lambda path: _matches(path, FOUNDATIONS), ["/web/static/lib/owl/*"]),
    SHELF: (lambda path: not _matches(path, OTHERS_STYLES), SHELF_SCRIPTS),
    SHOPPING: (lambda path: not _matches(path, OTHERS_STYLES), []),
}
SOURCE = "web.assets_frontend"
LAZY = "_lazy"


def get_style_bundle(lean):
    """Return the bundle with the styles of a lean one: all pages of a store share theirs."""
    return READING if lean == READING else SHOPPING


def get_script_bundles(lean):
    """Return the bundles with the scripts of a lean one, in their order: the shelf's come first."""
    return [f"{part}{LAZY}" for part in ((SHELF, SHOPPING) if lean == SHOPPING else (lean,))]


def _matches(path, patterns):
    return any(fnmatch(path, pattern) for pattern in patterns)


class IrAsset(models.Model):
    """Bundles that are Odoo's for visitors, less what a page does not use.

    ``chasqui_store.assets_reading`` is for who reads the platform's pages, ``…assets_shelf`` for who looks
    around at a store, ``…assets_shopping`` has what comes to that where one pays. Each has the scripts that
    can be reached from those which the addons' manifests name in ``<bundle>_roots``, and, beyond what Odoo's
    bundle has, those in ``<bundle>_scripts``.
    """

    _inherit = "ir.asset"

    def _get_asset_paths(self, bundle, assets_params):
        name = bundle.removesuffix(LAZY)
        if name not in LEAN:
            return super()._get_asset_paths(bundle, assets_params)
        source, own, roots = (
            super(IrAsset, self)._get_asset_paths(part, assets_params)
            for part in (bundle.replace(name, SOURCE), f"{name}_scripts", f"{name}_roots")
        )
        is_style_wanted, libraries = LEAN[name]
        reached_from = [file[0] for file in (*own, *roots)]
        files = lean_bundle.select([*source, *own], reached_from, is_style_wanted, libraries)
        before = get_script_bundles(name)[:-1]
        sent = {file[0] for part in before for file in self._get_asset_paths(part, assets_params)}
        return [file for file in files if file[0].endswith(lean_bundle.STYLES) or file[0] not in sent]
