"""What a browser may send to a cart, checked before any record is touched.

Each function returns a clean value, or None for what nobody can mean.
"""

import math

MAX_ID = 2**31 - 1
MAX_QUANTITY = 1_000_000


def parse_id(value):
    """Return a database id.

    >>> parse_id("12"), parse_id(True), parse_id(-1), parse_id(10**30), parse_id([1])
    (12, None, None, None, None)
    """
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    try:
        number = int(value)
    except ValueError:
        return None
    return number if 0 < number <= MAX_ID else None


def parse_ids(values):
    """Return a list of database ids.

    >>> parse_ids([1, "2"]), parse_ids(None), parse_ids([1, "x"]), parse_ids("12")
    ([1, 2], [], None, None)
    """
    if not isinstance(values or [], list | tuple):
        return None
    ids = [parse_id(value) for value in values or []]
    return None if None in ids else ids


def parse_quantity(value):
    """Return a finite quantity of a size that somebody could order.

    >>> parse_quantity("1.5"), parse_quantity("nan"), parse_quantity(1e400), parse_quantity({})
    (1.5, None, None, None)
    """
    if isinstance(value, bool):
        return None
    try:
        number = float(value)
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) and abs(number) <= MAX_QUANTITY else None
