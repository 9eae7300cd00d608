from odoo import models

NAMES = {
    "aria-label",
    "t-att-aria-label",
    "t-attf-aria-label",
    "title",
    "t-att-title",
    "t-attf-title",
    "t-att",
}


class IrQweb(models.AbstractModel):
    _inherit = "ir.qweb"

    def _get_template(self, template):
        """Hide from screen readers the icons that only decorate.

        Odoo marks many as pictures and gives them no name, so that they are read as “graphic”.
        """
        element, document, ref = super()._get_template(template)
        if self.env.context.get("website_id"):
            for icon in element.iter("i"):
                if icon.get("role") == "img" and NAMES.isdisjoint(icon.attrib):
                    del icon.attrib["role"]
                    icon.set("aria-hidden", "true")
        return element, document, ref
