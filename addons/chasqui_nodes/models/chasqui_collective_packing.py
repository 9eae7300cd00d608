from collections import defaultdict

from odoo import api, fields, models

from ..tools.pages import count_lines, fill_pages, split_evenly
from ..tools.sharing import format_goods, format_quantity

# How much fits on a page of each print, large enough to be read at arm's length; heights in millimetres.
PEOPLE_ACROSS = 12
MATRIX_HEIGHT = 150
PRODUCT_HEIGHT = 5.6
PRODUCT_LINE = 3.6
LETTERS_OF_PRODUCT = 35
PEOPLE_DOWN = 18
# Labels go in pairs, four pairs to a page; a basket with much in it has a taller one.
LABELS_HEIGHT = 278
LABEL_HEIGHT = 69
LABEL_HEAD = 36
LABEL_LINE = 3.9
# With more than that in it a basket is listed in two columns, of so many letters.
ITEMS_IN_A_COLUMN = 8
LETTERS_IN_TWO_COLUMNS = 20
LETTERS_IN_ONE_COLUMN = 42


class ChasquiCollectiveOrder(models.Model):
    """What the store's people pack by: products by people."""

    _inherit = "chasqui.collective.order"

    # === WHO === #

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

    def _get_basket_numbers(self):
        """Return the number of each basket: the same on matrix, labels and sheet, whoever drops out later."""
        return {person: number for number, person in enumerate(self._get_sheet_people(), start=1)}

    # === WHAT === #

    def _get_packing_matrix(self):
        """Return how much of each product goes into each basket, and what is not there to be packed."""
        people = self._get_packed() or self._get_baskets()
        missing = {person: person._get_missing_goods() for person in people}
        rows = [
            self._prepare_packing_row(people, product, uom, of_person, missing)
            for (product, uom), of_person in self._get_quantities_by_product(people).items()
        ]
        return {
            "people": people,
            "numbers": self._get_basket_numbers(),
            "rows": sorted(rows, key=lambda row: row["name"]),
            "short": {person: person._describe_goods(goods) for person, goods in missing.items() if goods},
        }

    def _prepare_packing_row(self, people, product, uom, of_person, missing):
        return {
            "name": product.with_context(display_default_code=False).display_name,
            "unit": uom.name,
            "quantities": [
                format_quantity(self.env, of_person[person]) if person in of_person else ""
                for person in people
            ],
            "short": [person in of_person and product in missing[person] for person in people],
            "total": format_quantity(self.env, sum(of_person.values())),
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

    # === PAGES === #

    def _get_packing_pages(self, matrix):
        """Return the pages of the matrix: some people with some products each, all of which fits.

        Pages are cut here and not by who prints, so that each one has its heading and no column is lost.
        """
        rows = matrix["rows"]
        lines = [count_lines(f"{row['name']} ({row['unit']})", LETTERS_OF_PRODUCT) for row in rows]
        heights = [PRODUCT_HEIGHT + PRODUCT_LINE * (number - 1) for number in lines]
        return [
            {"columns": some_people, "rows": some_rows}
            for some_people in split_evenly(range(len(matrix["people"])), PEOPLE_ACROSS)
            for some_rows in fill_pages(rows, heights, MATRIX_HEIGHT)
        ]

    def _get_sheet_pages(self):
        return split_evenly(self._get_sheet_people(), PEOPLE_DOWN)

    def _get_label_pages(self):
        """Return the pages of labels: rows of two, as many as fit."""
        people = self._get_packed()
        rows = [people[begin : begin + 2] for begin in range(0, len(people), 2)]
        heights = [max(person._get_label_height() for person in row) for row in rows]
        return fill_pages(rows, heights, LABELS_HEIGHT)


class ChasquiCollectiveParticipant(models.Model):
    _inherit = "chasqui.collective.participant"

    missing_goods = fields.Char(
        string="Missing",
        compute="_compute_missing_goods",
        compute_sudo=True,
        help="What was confirmed and is not there to be packed.",
    )

    @api.depends("order_id.state", "order_id.picking_ids.move_ids.state")
    def _compute_missing_goods(self):
        for participant in self:
            participant.missing_goods = participant._describe_goods(participant._get_missing_goods())

    # === LABEL === #

    def _get_label_columns(self):
        """Return what the label of this basket lists, in one column or two."""
        items = self.order_id._get_chasqui_items()
        return split_evenly(items, max(ITEMS_IN_A_COLUMN, (len(items) + 1) // 2))

    def _get_label_height(self):
        columns = self._get_label_columns()
        letters = LETTERS_IN_ONE_COLUMN if len(columns) < 2 else LETTERS_IN_TWO_COLUMNS
        lines = [
            sum(
                count_lines(f"{line._get_chasqui_quantity_text()} {line.name_short}", letters)
                for line in column
            )
            for column in columns
        ]
        return max(LABEL_HEIGHT, LABEL_HEAD + LABEL_LINE * max(lines, default=0))

    # === WHAT IS MISSING === #

    def _get_missing_goods(self):
        """Return what was confirmed and is not there to be packed: how much of each product."""
        missing = defaultdict(float)
        waiting = ("waiting", "confirmed", "partially_available")
        for move in self.order_id.picking_ids.move_ids:
            # what waits for an earlier step of the store's own is not missing
            if move.state in waiting and not move.move_orig_ids:
                missing[move.product_id] += move.product_qty - move.product_uom._compute_quantity(
                    move.quantity, move.product_id.uom_id
                )
        return missing

    def _describe_goods(self, goods):
        """Return goods as people write them: “2 kg Jam, 1 × Bread”."""
        return ", ".join(
            f"{format_goods(self.env, quantity, product.uom_id)}"
            f" {product.with_context(display_default_code=False).display_name}"
            for product, quantity in goods.items()
        )
