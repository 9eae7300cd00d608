from odoo import models


class StockMove(models.Model):
    """What a hundred baskets need of one shelf is reserved there once, and not a thousand times."""

    _inherit = "stock.move"

    def _assign_picking_post_process(self, new=False):
        """Write no note of where it comes from on each of a hundred transfers: their group says so."""
        is_noted = not self.env.context.get("chasqui_confirmed_together")
        return super()._assign_picking_post_process(new=new and is_noted)

    def _action_assign(self, force_qty=False):
        """Reserve together what one quant covers for all; Odoo does the rest, line by line."""
        reserved = self.browse()
        if self.env.context.get("chasqui_confirmed_together") and not force_qty:
            reserved = self._reserve_chasqui_together()
        return super(StockMove, self - reserved)._action_assign(force_qty=force_qty)

    def _trigger_scheduler(self):
        """Look for what has to be bought anew once for all baskets, see ``_trigger_chasqui_scheduler``."""
        if not self.env.context.get("chasqui_confirmed_together"):
            super()._trigger_scheduler()

    def _trigger_chasqui_scheduler(self):
        """Look at each shelf once, for the first that takes from it."""
        shelves = self.grouped(lambda move: (move.product_id, move.location_id))
        self.browse([moves[:1].id for moves in shelves.values()])._trigger_scheduler()

    def _reserve_chasqui_together(self):
        """Reserve for all moves of a product and a place at once; return those that are reserved."""
        reserved, line_vals = self.browse(), []
        quants = self.env["stock.quant"]
        by_shelf = self.filtered(lambda move: move._is_chasqui_simple()).grouped(
            lambda move: (move.product_id, move.location_id)
        )
        for (product, location), moves in by_shelf.items():
            total = sum(moves.mapped("product_qty"))
            quant = quants._get_chasqui_covering(product, location, total)
            if not quant:
                continue
            quants._update_reserved_quantity(product, quant.location_id, total)
            line_vals += [
                move._prepare_move_line_vals(quantity=move.product_qty, reserved_quant=quant)
                for move in moves
            ]
            reserved |= moves
        # the lines are created last, and reserve nothing again
        self.env["stock.move.line"].with_context(chasqui_is_reserved=True).create(line_vals)
        reserved.write({"state": "assigned"})
        return reserved

    def _is_chasqui_simple(self):
        """Tell whether there is nothing to it but taking goods from a shelf."""
        return (
            self.state == "confirmed"
            and self.procure_method == "make_to_stock"
            and self.product_id.is_storable
            and self.product_id.tracking == "none"
            and not self.picked
            and not self.move_orig_ids
            and not self.move_line_ids
            and not self._should_bypass_reservation()
            and self.product_uom.compare(self.product_uom_qty, 0.0) > 0
        )


class StockQuant(models.Model):
    _inherit = "stock.quant"

    def _get_chasqui_covering(self, product, location, quantity):
        """Return the quant that has all of a quantity, if one does and it is nobody's in particular."""
        found = self._get_reserve_quantity(product, location, quantity, strict=False)
        if len(found) != 1:
            return self.browse()
        quant, covered = found[0]
        if (
            quant.lot_id
            or quant.package_id
            or quant.owner_id
            or product.uom_id.compare(covered, quantity) < 0
        ):
            return self.browse()
        return quant

    def _update_reserved_quantity(
        self, product_id, location_id, quantity, lot_id=None, package_id=None, owner_id=None, strict=True
    ):
        """What was reserved for many moves at once is not reserved again by the line of each."""
        if self.env.context.get("chasqui_is_reserved"):
            return None
        return super()._update_reserved_quantity(
            product_id,
            location_id,
            quantity,
            lot_id=lot_id,
            package_id=package_id,
            owner_id=owner_id,
            strict=strict,
        )
