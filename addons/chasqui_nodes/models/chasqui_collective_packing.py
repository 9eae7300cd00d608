from odoo import models

from ..tools.sharing import format_quantity


class ChasquiCollectiveOrder(models.Model):
    """What the store's people pack by: products by people."""

    _inherit = "chasqui.collective.order"

    def _get_packed(self):
        """Return whose baskets are packed: who was confirmed and did not drop out."""
        return self._get_baskets().filtered(lambda participant: participant.order_id.state == "sale")

    def _get_sheet_people(self):
        """Return who is on the group's sheet: who dropped out too, so that nobody looks for their basket."""
        return (
            self.participant_ids.filtered(
                lambda person: person.state == "dropped_out" or person in self._get_packed()
            )
            or self._get_baskets()
        )

    def _get_packing_matrix(self):
        """Return how much of each product goes into each basket, and which baskets lack stock."""
        people = self._get_packed() or self._get_baskets()
        quantities = self._get_quantities_by_product(people)
        rows = [
            {
                "name": f"{product.display_name} ({uom.name})",
                "quantities": [
                    format_quantity(self.env, of_person[person]) if person in of_person else ""
                    for person in people
                ],
                "total": format_quantity(self.env, sum(of_person.values())),
            }
            for (product, uom), of_person in quantities.items()
        ]
        return {
            "people": people,
            "rows": sorted(rows, key=lambda row: row["name"]),
            "short": people.filtered(lambda person: person._is_short()),
        }

    def _get_quantities_by_product(self, people):
        """Return ``{(product, unit): {participant: quantity}}``."""
        quantities = {}
        for person in people:
            for line in person.order_id._get_chasqui_items().filtered(
                lambda line: line.product_id.type == "consu"
            ):
                of_person = quantities.setdefault((line.product_id, line.product_uom_id), {})
                of_person[person] = of_person.get(person, 0.0) + line.product_uom_qty
        return quantities


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    def _is_short(self):
        """Tell whether some of what was confirmed is not there to be packed."""
        waiting = ("waiting", "confirmed", "partially_available")
        return any(move.state in waiting for move in self.order_id.picking_ids.move_ids)
