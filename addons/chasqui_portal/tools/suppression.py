"""Which figures may be told without telling on anybody."""

from dataclasses import dataclass

MINIMUM = 5  # people


@dataclass
class Cell:
    """What happened in one place: `place` is None for places told together."""

    place: int | None
    buyers: frozenset
    orders: int
    kilos: float
    stores: int

    @property
    def people(self):
        return len(self.buyers)

    def __add__(self, other):
        return Cell(
            None,
            self.buyers | other.buyers,
            self.orders + other.orders,
            self.kilos + other.kilos,
            self.stores + other.stores,
        )


def merge_small(cells, minimum=MINIMUM):
    """Return the cells that may be told: places with too few people are told together.

    If together they are still too few, the smallest of the others joins them, so that nobody finds
    them as the difference to the total. Nothing is left if all of them together are too few.

    >>> cells = [Cell(place, frozenset(names), 1, 1.0, 1) for place, names in ((1, "abcdefg"), (2, "xy"))]
    >>> [(cell.place, cell.people) for cell in merge_small(cells)]
    [(None, 9)]
    """
    told = sorted((cell for cell in cells if cell.people >= minimum), key=lambda cell: -cell.people)
    few = [cell for cell in cells if cell.people < minimum and cell.people]
    if not few:
        return told
    rest = few[0]
    for cell in few[1:]:
        rest += cell
    while rest.people < minimum and told:
        rest += told.pop()
    rest.place = None
    return [*told, rest] if rest.people >= minimum else []
