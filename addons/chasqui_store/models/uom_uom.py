from odoo import api, fields, models

SHOP_STEP = 0.5
FRACTIONAL_FROM = 100


class UomUom(models.Model):
    _inherit = "uom.uom"

    chasqui_fractional = fields.Boolean(
        string="Sold in Fractions",
        compute="_compute_chasqui_fractional",
        store=True,
        readonly=False,
        help="Stores sell fractions of this unit, such as half a kilo; otherwise whole units only.",
    )

    @api.depends("relative_factor", "relative_uom_id", "parent_path")
    def _compute_chasqui_fractional(self):
        """Guess from the unit: what holds many of a smaller measure (kg, L, m) can be divided.

        What holds many pieces (a dozen, a gross) cannot.
        """
        piece = self.env.ref("uom.product_uom_unit", raise_if_not_found=False)
        for uom in self:
            root_id = int((uom.parent_path or "0").split("/")[0])
            uom.chasqui_fractional = (
                uom.relative_factor >= FRACTIONAL_FROM and root_id != piece.id if piece else False
            )

    def _round_shop_quantity(self, quantity):
        """Return what a store sells when a shopper asks for a quantity in this unit."""
        self.ensure_one()
        return self.round(quantity) if self.chasqui_fractional else float(int(quantity))

    def _get_shop_step(self):
        """Return by how much the plus and minus buttons move; 0 when only whole units are sold."""
        return SHOP_STEP if self[:1].chasqui_fractional else 0
