"""Where the bars of a chart are: drawn on the server, readable without a script."""

from dataclasses import dataclass

WIDTH, HEIGHT = 640, 200
GAP = 0.3  # of the room of a bar


@dataclass
class Bar:
    """A bar, in the units of the drawing, and what it stands for."""

    x: float
    y: float
    width: float
    height: float
    label: str
    value: float

    @property
    def middle(self):
        return round(self.x + self.width / 2, 1)


def draw_bars(points, width=WIDTH, height=HEIGHT):
    """Return a bar for each `(label, value)`, the highest as high as the drawing.

    >>> [(bar.x, bar.y, bar.height) for bar in draw_bars([("a", 1), ("b", 2)], 100, 50)]
    [(7.5, 25.0, 25.0), (57.5, 0.0, 50.0)]
    >>> draw_bars([])
    []
    """
    if not points:
        return []
    room = width / len(points)
    highest = max(value for _label, value in points) or 1
    return [
        Bar(
            x=round(index * room + room * GAP / 2, 1),
            y=round(height - value / highest * height, 1),
            width=round(room * (1 - GAP), 1),
            height=round(value / highest * height, 1),
            label=label,
            value=value,
        )
        for index, (label, value) in enumerate(points)
    ]
