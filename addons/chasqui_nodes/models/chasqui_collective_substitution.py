from odoo import api, fields, models
from odoo.exceptions import UserError

OPEN = ("confirmed", "accepted")


class ChasquiCollectiveSubstitution(models.Model):
    """One product instead of another that the store has not got after all, in one person's basket.

    It is in the basket at once, never dearer than what it stands for; whoever does not want it says so
    until the baskets are packed, and is given back what they paid for it.
    """

    _name = "chasqui.collective.substitution"
    _description = "Substitution in a Collective Purchase"
    _order = "id desc"
    _check_company_auto = True

    participant_id = fields.Many2one(
        comodel_name="chasqui.collective.participant", required=True, ondelete="cascade", index=True
    )
    collective_id = fields.Many2one(related="participant_id.collective_id", store=True, index=True)
    company_id = fields.Many2one(related="participant_id.company_id", store=True, index=True)
    line_id = fields.Many2one(comodel_name="sale.order.line", string="Instead of", ondelete="set null")
    new_line_id = fields.Many2one(comodel_name="sale.order.line", string="Comes", ondelete="set null")
    text = fields.Char(string="What for what", required=True)
    state = fields.Selection(
        selection=[("made", "Made"), ("refused", "Refused")], required=True, default="made", readonly=True
    )

    # === BUSINESS METHODS === #

    @api.model
    def _substitute(self, line, product, quantity):
        """Put another product into a confirmed basket instead of a line; return what was noted."""
        order = line.order_id
        new_line = self.env["sale.order.line"].create(
            {"order_id": order.id, "product_id": product.id, "product_uom_qty": quantity}
        )
        # never dearer in all than what it stands for
        most = line.price_unit * line.product_uom_qty / quantity
        if new_line.price_unit > most:
            new_line.price_unit = most
        text = self.env._(
            "%(new_quantity)s %(new)s instead of %(quantity)s %(product)s",
            new_quantity=new_line._get_chasqui_quantity_text(),
            new=product.name,
            quantity=line._get_chasqui_quantity_text(),
            product=line.product_id.name,
        )
        line._chasqui_take_out()
        return self.create(
            {
                "participant_id": order.chasqui_participant_ids[:1].id,
                "line_id": line.id,
                "new_line_id": new_line.id,
                "text": text,
            }
        )

    def _can_refuse(self):
        return self.state == "made" and self.collective_id.state in OPEN

    def _refuse(self):
        """Take it out again; said twice, it is done once."""
        self.ensure_one()
        if self.state == "refused":
            return
        if not self._can_refuse():
            raise UserError(self.env._("The baskets are packed already: talk to the store."))
        self.state = "refused"
        order = self.new_line_id.order_id
        self.new_line_id._chasqui_take_out()
        self.collective_id.message_post(
            body=self.env._("%(name)s does not want: %(text)s", name=self.participant_id.name, text=self.text)
        )
        if order._get_chasqui_items():
            order._chasqui_give_back_excess()
        else:
            order._action_cancel()
        self.collective_id._tell()


class SaleOrderLine(models.Model):
    _inherit = "sale.order.line"

    def _chasqui_take_out(self):
        """Take a line out of a confirmed order, and its goods back onto the shelf."""
        moves = self.move_ids.filtered(lambda move: move.state not in ("done", "cancel"))
        if moves:
            moves._action_cancel()
        self.product_uom_qty = 0
