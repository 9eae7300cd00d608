from odoo import api, models


class IrQwebFieldImage(models.AbstractModel):
    """Widget option ``chasqui_first``: the picture is seen at once, and fetched before others."""

    _inherit = "ir.qweb.field.image"

    @api.model
    def record_to_html(self, record, field_name, options):
        html = super().record_to_html(record, field_name, options)
        if html and options.get("chasqui_first"):
            html = html.replace('loading="lazy"', 'loading="eager" fetchpriority="high"', 1)
        return html
