from lxml import html

from odoo import models

from .ir_qweb_parts import PART


class IrUiView(models.Model):
    _inherit = "ir.ui.view"

    def save(self, value, xpath=None):
        """Keep where a part of the page is, not what was in it while an editor looked at it."""
        if PART in value:
            value = self._empty_chasqui_parts(value)
        return super().save(value, xpath=xpath)

    def _empty_chasqui_parts(self, value):
        section = html.fromstring(value, parser=html.HTMLParser(encoding="utf-8"))
        for node in section.xpath(f"descendant-or-self::*[@{PART}]"):
            for child in list(node):
                node.remove(child)
            node.text = None
        return html.tostring(section, encoding="unicode")
