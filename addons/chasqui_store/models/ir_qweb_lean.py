from odoo import models, modules
from odoo.http import request

from ..tools.style_bundle import StyleBundle
from .ir_asset_lean import (
    LAZY,
    LEAN,
    READING,
    SHELF,
    SHOPPING,
    SOURCE,
    get_script_bundles,
    get_style_bundle,
)

# Beginnings of the paths of pages that need all of Odoo's: its portal, with its chatter and signatures,
# pages that the live bus changes, and the doors.
WHOLE_PATHS = ("/my", "/collective", "/web/")
# And of those on which somebody pays, or fills in one of Odoo's own forms.
SHOPPING_PATHS = (
    "/chasqui",
    "/contactus",
    "/payment",
    "/shop/address",
    "/shop/billing",
    "/shop/cart",
    "/shop/checkout",
    "/shop/confirm",
    "/shop/confirmation",
    "/shop/extra_info",
    "/shop/payment",
    "/shop/print",
)


class IrQweb(models.AbstractModel):
    _inherit = "ir.qweb"

    def _get_asset_nodes(self, bundle, css=True, js=True, debug=False, **options):
        """Send visitors what their page uses; who edits or mends a site gets all."""
        bundles = [bundle]
        is_asked = bundle in (SOURCE, SOURCE + LAZY) and not debug
        if lean := is_asked and self._get_chasqui_lean_bundle():
            bundles = get_script_bundles(lean) if bundle.endswith(LAZY) else [get_style_bundle(lean)]
        nodes = super()._get_asset_nodes
        return [node for name in bundles for node in nodes(name, css=css, js=js, debug=debug, **options)]

    def _get_asset_bundle(self, bundle_name, css=True, js=True, debug_assets=False, **options):
        """Leave out of a lean bundle the styles of what no page can have."""
        bundle = super()._get_asset_bundle(bundle_name, css=css, js=js, debug_assets=debug_assets, **options)
        if css and not debug_assets and bundle_name in LEAN:
            words = self.env["ir.asset"]._get_chasqui_words(bundle_name)
            return StyleBundle.narrow(bundle, words)
        return bundle

    def _get_chasqui_lean_bundle(self):
        """Return the bundle that is enough for this page; nothing where all of Odoo's is needed."""
        website = request and getattr(request, "is_frontend", False) and request.website
        # the scripts of Odoo's tours count on all others
        if not website or modules.module.current_test or not website._is_chasqui_site():
            return None
        user, path = request.env.user, request.httprequest.path
        if user._is_internal() or path.startswith(WHOLE_PATHS):
            return None
        if path.startswith(SHOPPING_PATHS):
            return SHOPPING
        lean = READING if user._is_public() and website._is_chasqui_storeless_platform() else SHELF
        is_known = self.env["ir.asset"]._is_chasqui_known
        return lean if is_known(get_style_bundle(lean), self._get_chasqui_written()) else None

    def _get_chasqui_written(self):
        """Return what editors of the platform wrote into this page, as HTML."""
        return request.env.context.get("chasqui_written", "")
