from odoo import models, modules
from odoo.http import request

from .ir_asset_lean import LAZY, SOURCE

# Pages of Odoo's portal, with its chatter and signatures, those that the live bus changes, and the doors.
WHOLE_PATHS = ("/my", "/collective", "/web/")


class IrQweb(models.AbstractModel):
    _inherit = "ir.qweb"

    def _get_asset_nodes(self, bundle, css=True, js=True, debug=False, **options):
        """Send visitors what their page uses; who edits or mends a site gets all."""
        if bundle in (SOURCE, SOURCE + LAZY):
            lean = not debug and self._get_chasqui_lean_bundle()
            bundle = bundle.replace(SOURCE, lean) if lean else bundle
        return super()._get_asset_nodes(bundle, css=css, js=js, debug=debug, **options)

    def _get_chasqui_lean_bundle(self):
        """Return the bundle that is enough for this page; nothing where all of Odoo's is needed."""
        website = request and getattr(request, "is_frontend", False) and request.website
        # the scripts of Odoo's tours count on all others
        if not website or modules.module.current_test or not website._is_chasqui_site():
            return None
        user, path = request.env.user, request.httprequest.path
        if user._is_internal() or path.startswith(WHOLE_PATHS):
            return None
        if user._is_public() and website._is_chasqui_reading(path):
            return "chasqui_store.assets_reading"
        return "chasqui_store.assets_shopping"
