from markupsafe import Markup

from odoo import api, models

LATER = Markup('loading="lazy"')
AT_ONCE = Markup('loading="eager" fetchpriority="high"')


class IrQwebFieldImage(models.AbstractModel):
    """Widget option ``chasqui_first``: the picture is seen at once, and fetched before others."""

    _inherit = "ir.qweb.field.image"

    @api.model
    def record_to_html(self, record, field_name, options):
        html = super().record_to_html(record, field_name, options)
        if html and options.get("chasqui_first"):
            html = html.replace(LATER, AT_ONCE, 1)
        return html
