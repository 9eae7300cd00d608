from odoo import api, models

from ..tools.contents import read_contents


class ChasquiDemo(models.AbstractModel):
    """How much the demonstration's jars, bottles and packets hold, so that their prices can be compared."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_stores(self, slugs):
        demo = super()._load_stores(slugs)
        for slug in slugs:
            demo._load_contents(slug)
        return demo

    @api.model
    def _load_contents(self, slug):
        """Say what the descriptions say, of what is sold by the piece; once."""
        units = {
            measure: self.env.ref(f"chasqui_portal.base_unit_{measure}", raise_if_not_found=False)
            for measure in ("kg", "l")
        }
        piece = self.env.ref("uom.product_uom_unit")
        for row in self._read_csv(f"stores/{slug}.csv"):
            product = self._ref(f"{slug}_{row['code']}")
            contents = read_contents(row["description"])
            if not contents or not product or product.uom_id != piece or product.base_unit_id:
                continue
            amount, measure = contents
            product.product_variant_ids.write({"base_unit_count": amount, "base_unit_id": units[measure].id})
