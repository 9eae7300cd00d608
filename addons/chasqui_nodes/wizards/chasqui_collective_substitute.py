from odoo import api, fields, models
from odoo.exceptions import UserError

from ..models.chasqui_collective_substitution import OPEN


class ChasquiCollectiveSubstitute(models.TransientModel):
    """The store puts one product in place of another, for everybody who wanted it or for some."""

    _name = "chasqui.collective.substitute"
    _description = "Substitute a Product in a Collective Purchase"
    _check_company_auto = True

    collective_id = fields.Many2one(
        comodel_name="chasqui.collective.order", required=True, ondelete="cascade"
    )
    company_id = fields.Many2one(related="collective_id.company_id")
    offered_product_ids = fields.Many2many(
        comodel_name="product.product", compute="_compute_offered_product_ids"
    )
    product_id = fields.Many2one(comodel_name="product.product", string="Instead of", required=True)
    new_product_id = fields.Many2one(
        comodel_name="product.product", string="There comes", required=True, check_company=True
    )
    ratio = fields.Float(
        string="How many for each",
        default=1.0,
        required=True,
        help="2 to give two for each one that is missing.",
    )
    participant_ids = fields.Many2many(
        comodel_name="chasqui.collective.participant",
        relation="chasqui_collective_substitute_rel",
        string="Only for",
        help="Everybody who wanted it, when nobody is chosen.",
    )

    @api.depends("collective_id")
    def _compute_offered_product_ids(self):
        for wizard in self:
            lines = wizard.collective_id._get_confirmed_orders().order_line
            wizard.offered_product_ids = lines.filtered(
                lambda line: not line.is_delivery and line.product_uom_qty > 0
            ).product_id

    def action_substitute(self):
        self.ensure_one()
        collective = self.collective_id
        if collective.state not in OPEN:
            raise UserError(self.env._("Only what is confirmed and not packed yet can be substituted."))
        if self.ratio <= 0 or self.new_product_id == self.product_id:
            raise UserError(self.env._("Choose another product, and how many of it there are for each."))
        made = self.env["chasqui.collective.substitution"]
        for line in self._get_lines():
            made |= made._substitute(line, self.new_product_id, line.product_uom_qty * self.ratio)
        if not made:
            raise UserError(self.env._("Nobody of these has that product in their basket."))
        collective._after_substitution(made)
        return {"type": "ir.actions.act_window_close"}

    def _get_lines(self):
        people = self.participant_ids or self.collective_id._get_inside()
        orders = (people & self.collective_id._get_inside()).order_id.filtered(
            lambda order: order.state == "sale"
        )
        return orders.order_line.filtered(
            lambda line: line.product_id == self.product_id and line.product_uom_qty > 0
        )
