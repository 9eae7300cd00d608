from odoo.addons.chasqui_store.controllers.pages import PICTURES

# An uploaded icon is as public as the seal.
PICTURES["chasqui.seal"] = ("icon",)
