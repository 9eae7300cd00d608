"""What a page of the books says, apart from how it is shown: on a screen, on paper, as a spreadsheet."""

from dataclasses import dataclass, field

TEXT, CODE, DATE = "text", "code", "date"
MONEY, QUANTITY, COUNT = "money", "quantity", "count"


@dataclass
class Column:
    label: str
    kind: str = TEXT

    @property
    def is_number(self):
        return self.kind in (MONEY, QUANTITY, COUNT)

    @property
    def is_short(self):
        """Tell whether what is here stays on one line."""
        return self.kind != TEXT


@dataclass
class Row:
    """A line of the table; ``kind`` is ``line``, ``section``, ``subtotal`` or ``total``."""

    cells: list
    kind: str = "line"
    url: str = None  # where its first text leads on a screen


@dataclass
class Table:
    columns: list
    rows: list = field(default_factory=list)
    notes: list = field(default_factory=list)
    empty: str = ""

    def add(self, *cells, kind="line", url=None):
        self.rows.append(Row(list(cells), kind, url))

    def add_section(self, label):
        self.add(label, *[None] * (len(self.columns) - 1), kind="section")

    def get_sum(self, index):
        """Return the sum of a column over its plain lines."""
        return sum(row.cells[index] or 0 for row in self.rows if row.kind == "line")

    def add_total(self, label, kind="total"):
        """Add a row with the sum of each column of money."""
        cells = [self.get_sum(i) if c.kind == MONEY else None for i, c in enumerate(self.columns)]
        self.add(label, *cells[1:], kind=kind)
