from odoo.addons.chasqui_store.controllers.pages import PICTURES

# The photos of a node are as public as its page.
PICTURES["chasqui.node.photo"] = ("image",)
