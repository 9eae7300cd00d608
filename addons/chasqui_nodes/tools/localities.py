"""Where somebody means when they write an address or a locality."""

import re

from odoo.addons.chasqui_store.tools import geo, places
from odoo.addons.chasqui_store.tools.text import normalized_key

LONGEST = 80
LONGEST_LINK = 300
# Two numbers with decimals, and what texts and links put between them.
POINT = re.compile(r"(-?\d{1,3}[.,]\d{1,12})(?:[\s,;/]|&[a-z]{3,4}=|%2C){1,3}(-?\d{1,3}[.,]\d{1,12})")
MOST_WORDS = 4


def find_towns(text, countries=("AR",), limit=5):
    """Return the towns that a text may mean, the likeliest first.

    What stands before the town is dropped, part by part and then word by word: a street, a number.

    >>> [town.label for town in find_towns("Roque Sáenz Peña 352, Rafaela, Santa Fe")][:1]
    ['Rafaela, Santa Fe']
    >>> find_towns("x"), find_towns(None)
    ([], [])
    """
    for candidate in get_candidates(text):
        if towns := places.find(candidate, countries=countries, limit=limit):
            return towns
    return []


def is_named(town, text):
    """Tell whether a text names a town as it is spelt, and does not only come near."""
    key = normalized_key(town.name)
    return any(normalized_key(candidate.split(",")[0]) == key for candidate in get_candidates(text))


def get_candidates(text):
    """Yield the text, shorter each time.

    >>> list(get_candidates("Mitre 12 Luján, AR"))
    ['Mitre 12 Luján, AR', 'AR', '12 Luján', 'Luján']
    """
    text = " ".join(str(text or "").split())[:LONGEST]
    if not text:
        return
    yield text
    parts = [part.strip() for part in text.split(",")]
    for index in range(1, len(parts)):
        yield ", ".join(parts[index:])
    words = parts[0].split()[-MOST_WORDS:]
    for index in range(1, len(words)):
        yield " ".join(words[index:])


def parse_point(text):
    """Return the place that two numbers say, or a link of a map; nothing if it is nowhere.

    >>> parse_point("-34.6424, -58.7995"), parse_point("-34,6424; -58,7995")
    ((-34.6424, -58.7995), (-34.6424, -58.7995))
    >>> parse_point("https://www.openstreetmap.org/#map=17/-34.6424/-58.7995")
    (-34.6424, -58.7995)
    >>> parse_point("geo:-34.6424,-58.7995?z=17"), parse_point("the club"), parse_point("999.5, 1.5")
    ((-34.6424, -58.7995), None, None)
    """
    found = POINT.search(str(text or "")[:LONGEST_LINK].replace("\u2212", "-"))
    return parse_position(*(number.replace(",", ".") for number in found.groups())) if found else None


def parse_position(latitude, longitude):
    """Return the place that a form says, or nothing if it is nowhere.

    >>> parse_position("-34.6", "-58.4"), parse_position("x", "1"), parse_position("nan", "1")
    ((-34.6, -58.4), None, None)
    """
    return geo.parse_place(f"{latitude},{longitude}")
