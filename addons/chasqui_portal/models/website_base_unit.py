from odoo import api, fields, models

from ..tools.search_text import plain
from .chasqui_portal_product import MEASURES

NAMES = {
    "kg": {"kg", "kgs", "kilo", "kilos", "kilogram", "kilogramo", "quilo", "quilograma"},
    "l": {"l", "lt", "lts", "litre", "liter", "litro", "litros"},
}


class WebsiteBaseUnit(models.Model):
    """The unit of which a product's price is told: kilos and litres can be compared between stores."""

    _inherit = "website.base.unit"

    chasqui_measure = fields.Selection(
        selection=MEASURES,
        string="Compared by",
        compute="_compute_chasqui_measure",
        store=True,
        readonly=False,
        help="Kilos and litres are what the portal sorts and filters by.",
    )

    @api.depends("name")
    def _compute_chasqui_measure(self):
        """Guess from the name, which anybody may have written."""
        for unit in self:
            name = plain(unit.name)
            unit.chasqui_measure = next(
                (measure for measure, names in NAMES.items() if name in names), unit.chasqui_measure
            )
