"""What a map shows of the world: the window that its points fit in, and which points share a marker."""

from functools import lru_cache
from typing import NamedTuple

from . import geo, places

UNITS = 100  # of provinces.svg in a degree
MARGIN = 0.16  # of the window, on each side
SMALLEST = 0.45  # degrees across: a town and what is around it
LARGEST = 60.0
COLUMNS = 7  # markers side by side at most: on a phone each has room for a thumb
TOWNS = 7
FEW_TOWNS = 2  # whose names tell where a place is, in the country, too
# Shares of the window on a phone: a letter of a town's name, the height of a line, a marker
LETTER = 0.023
LINE = 0.07
MARKER = 0.11


class Window(NamedTuple):
    """A rectangle on Mercator's map, in degrees of the equator."""

    left: float
    top: float
    width: float
    height: float

    @property
    def view_box(self):
        """Return it as SVG says it."""
        return " ".join(f"{value * UNITS:.2f}" for value in self)

    @property
    def bounds(self):
        """Return its corners as places, south-west and north-east."""
        south, west = geo.from_map(self.left, self.top + self.height)
        north, east = geo.from_map(self.left + self.width, self.top)
        return [[round(south, 5), round(west, 5)], [round(north, 5), round(east, 5)]]

    def locate(self, latitude, longitude):
        """Return how far a place is from left and top, as shares of the window."""
        x, y = geo.to_map(latitude, longitude)
        return (x - self.left) / self.width, (y - self.top) / self.height


def fit(points, shape=4 / 3):
    """Return the smallest window of this shape, width by height, with all these places and a margin."""
    xs, ys = zip(*(geo.to_map(*point) for point in points), strict=True)
    margins = 1 - 2 * MARGIN
    width = max(
        (max(xs) - min(xs)) / margins, shape * (max(ys) - min(ys)) / margins, SMALLEST * max(shape, 1)
    )
    width = min(width, LARGEST * max(shape, 1))
    height = width / shape
    return Window((min(xs) + max(xs) - width) / 2, (min(ys) + max(ys) - height) / 2, width, height)


def widen(window, times=1.6):
    """Return a window with the same middle, so many times as wide."""
    width, height = window.width * times, window.height * times
    return Window(
        window.left + (window.width - width) / 2, window.top + (window.height - height) / 2, width, height
    )


def widen_to_towns(window, marker):
    """Return it wide enough to name a few towns: one place alone in the country says nothing of where it is.

    :param marker: where the place is, latitude and longitude
    """
    while window.width < LARGEST / 10 and len(name_towns(window, [window.locate(*marker)])) < FEW_TOWNS:
        window = widen(window)
    return window


def cluster(points, window):
    """Return lists of the indexes of points that would lie upon each other, by the cells of a grid.

    What lies close to each other in two cells may still touch; what matters is that there are few.
    """
    cells = {}
    for index, point in enumerate(points):
        x, y = window.locate(*point)
        cells.setdefault((int(x * COLUMNS), int(y * COLUMNS * window.height / window.width)), []).append(
            index
        )
    return list(cells.values())


def name_towns(window, markers=()):
    """Return `(town, x, y)` of the biggest towns of the window whose names have room, besides the markers.

    :param markers: where they are, as shares of the window
    """
    return _name_towns(window, tuple(sorted((round(x, 3), round(y, 3)) for x, y in markers)))


@lru_cache(maxsize=200)
def _name_towns(window, markers):
    shown, taken = [], [(x - MARKER / 2, y, MARKER) for x, y in markers]
    for town in places.towns_of(places.listed_countries()):
        x, y = window.locate(*town.place)
        length = len(town.name) * LETTER + LETTER
        if 0.02 < x < 0.98 - length and 0.04 < y < 0.96 and all(_is_free(x, y, length, at) for at in taken):
            shown.append((town, x, y))
            taken.append((x, y, length))
            if len(shown) == TOWNS:
                break
    return tuple(shown)


def _is_free(x, y, length, taken):
    left, top, width = taken
    return abs(y - top) > LINE or x > left + width or x + length < left
