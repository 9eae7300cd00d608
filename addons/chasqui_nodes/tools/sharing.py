"""How an amount is shared out so that its parts add up to it, to the cent; and how parts are written."""

from odoo.tools import formatLang


def share_out(amount, weights, rounding):
    """Return the parts of an amount in proportion to weights; equal parts where nothing weighs.

    What rounding leaves goes to the parts that lost most by it.

    >>> share_out(10.0, [1, 1, 1], 0.01)
    [3.34, 3.33, 3.33]
    >>> share_out(10.0, [3, 0, 1], 0.01), share_out(5.0, [0, 0], 0.01), share_out(5.0, [], 0.01)
    ([7.5, 0.0, 2.5], [2.5, 2.5], [])
    """
    if not weights:
        return []
    total = sum(weights)
    if not total:
        weights, total = [1] * len(weights), len(weights)
    units = round(amount / rounding)
    exact = [units * weight / total for weight in weights]
    parts = [int(part) for part in exact]
    by_loss = sorted(range(len(parts)), key=lambda index: parts[index] - exact[index])
    for index in by_loss[: units - sum(parts)]:
        parts[index] += 1
    digits = max(0, len(f"{rounding:.6f}".rstrip("0").partition(".")[2]))
    return [round(part * rounding, digits) for part in parts]


def format_quantity(env, quantity):
    """Return a quantity in the reader's language, with no more decimals than it has."""
    decimals = len(f"{quantity:.3f}".rstrip("0").partition(".")[2])
    return formatLang(env, quantity, digits=decimals)


def format_amount(env, quantity, unit):
    """Return how much of something there is, as people write it: “2”, “1,5 kg”, “3 × 500 g”."""
    text = format_quantity(env, quantity)
    if unit == env.ref("uom.product_uom_unit"):
        return text
    return f"{text} × {unit.name}" if unit.name[:1].isdigit() else f"{text} {unit.name}"


def format_goods(env, quantity, unit):
    """Return the same as it stands before what it is of: “2 ×”, “1,5 kg”, “3 × 500 g”."""
    text = format_amount(env, quantity, unit)
    return f"{text} ×" if unit == env.ref("uom.product_uom_unit") else text
