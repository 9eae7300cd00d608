from odoo import api, models


class IrModuleModule(models.Model):
    _inherit = "ir.module.module"

    @api.model
    def _load_module_terms(self, modules, langs, overwrite=False):
        """Translate what the seals mean as the seals themselves: at installation, and with each language."""
        super()._load_module_terms(modules, langs, overwrite)
        if "chasqui_seals" in modules:
            self.env["chasqui.seal"]._translate_versions()
