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
    "/website_blog/*",
    "/website_payment/static/src/snippets/*",
    "/website_sale/static/src/snippets/*",
    "/website/static/src/scss/website.ui.scss",
    "/website/static/src/client_actions/*",
]
BOOTSTRAP_SCRIPTS = ["/web/static/lib/*", "/web/static/src/libs/bootstrap.js"]

# lean bundle -> what tells its styles, and which scripts it has that are no modules
LEAN = {
    "chasqui_store.assets_reading": (lambda path: _matches(path, FOUNDATIONS), ["/web/static/lib/owl/*"]),
    "chasqui_store.assets_shopping": (lambda path: not _matches(path, OTHERS_STYLES), BOOTSTRAP_SCRIPTS),
}
SOURCE = "web.assets_frontend"
LAZY = "_lazy"


def _matches(path, patterns):
    return any(fnmatch(path, pattern) for pattern in patterns)


class IrAsset(models.Model):
    """Bundles that are Odoo's for visitors, less what a page does not use.

    ``chasqui_store.assets_reading`` is for who reads the platform's pages, ``…assets_shopping`` for who
    buys at a store. Each has the scripts that can be reached from those which the addons' manifests name in
    ``<bundle>_roots``, and, beyond what Odoo's bundle has, those in ``<bundle>_scripts``.
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
        return lean_bundle.select([*source, *own], reached_from, is_style_wanted, libraries)
