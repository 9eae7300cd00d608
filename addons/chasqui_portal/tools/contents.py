"""How much a product holds, read from what is written of it: “Yerba mate 500 g”."""

import re

UNITS = {
    "kg": ("kg", 1.0),
    "kgs": ("kg", 1.0),
    "kilo": ("kg", 1.0),
    "kilos": ("kg", 1.0),
    "g": ("kg", 0.001),
    "gr": ("kg", 0.001),
    "grs": ("kg", 0.001),
    "gramos": ("kg", 0.001),
    "l": ("l", 1.0),
    "lt": ("l", 1.0),
    "lts": ("l", 1.0),
    "litro": ("l", 1.0),
    "litros": ("l", 1.0),
    "cc": ("l", 0.001),
    "ml": ("l", 0.001),
}
NUMBERS = {"un": 1.0, "medio": 0.5}
AMOUNT = re.compile(
    r"(?<![\w.,])(?<!unos )(?<!de los )(\d{1,5}(?:[.,]\d{1,3})?|un|medio)\s?"
    rf"({'|'.join(sorted(UNITS, key=len, reverse=True))})(?!\w)",
    re.IGNORECASE,
)


def read_contents(text):
    """Return `(amount, "kg" or "l")` where a text names exactly one, else nothing.

    >>> read_contents("Yerba mate 500 g"), read_contents("Aceite 1,5 litros"), read_contents("Bolsón")
    ((0.5, 'kg'), (1.5, 'l'), None)
    """
    found = set(AMOUNT.findall(text or ""))
    if len(found) != 1:
        return None
    [(number, unit)] = found
    measure, factor = UNITS[unit.lower()]
    amount = NUMBERS.get(number.lower()) or float(number.replace(",", "."))
    return (round(amount * factor, 6), measure) if amount else None
