from lxml import etree

from odoo import models

PART = "data-chasqui-part"
MAX_SHOWN = 24


class IrQweb(models.AbstractModel):
    """Parts of pages that editors place and the server fills in: stores, seals, what closes soon.

    An editor's page says where, by `data-chasqui-part` and `data-chasqui-shown`, how many; what is in
    there is drawn anew for each visit, whatever was saved. Names that are no part stay empty.
    """

    _inherit = "ir.qweb"

    def _get_template(self, template):
        element, document, ref = super()._get_template(template)
        for node in element.iter(etree.Element):
            if node.get(PART):
                self._fill_part(node)
        return element, document, ref

    def _fill_part(self, node):
        name = node.get(PART)
        limit = read_shown(node.get("data-chasqui-shown", ""))
        for child in list(node):
            node.remove(child)
        node.text = None
        if name in self.env["website"]._get_chasqui_parts():
            website = "env['website'].get_current_website()"  # the builder draws blocks without one
            etree.SubElement(node, "t", {"t-out": f"{website}._draw_chasqui_part({name!r}, {limit})"})


def read_shown(text):
    """Return how many an editor wants to be shown, within reason; 0 for as many as is usual."""
    return min(int(text), MAX_SHOWN) if text.isdecimal() and len(text) < 4 else 0
