"""Colors of a store: checked, and moved until text on them can be read (WCAG 2.2 AA)."""

import re
from functools import lru_cache
from types import MappingProxyType

DEFAULT_ACCENT = "#a8442a"
DEFAULT_GROUND = "#e9c46a"
PAPER = "#fbf6ec"
NIGHT = "#211a16"
NIGHT_CARD = "#2b231d"
INK = "#2b211b"
WHITE = "#ffffff"
BLACK = "#000000"
READABLE = 4.5

_HEX = re.compile(r"#[0-9a-fA-F]{6}")


def is_hex(color):
    return bool(_HEX.fullmatch(color or ""))


def _channels(color):
    return [int(color[i : i + 2], 16) for i in (1, 3, 5)]


def luminance(color):
    linear = [
        c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4
        for c in (channel / 255 for channel in _channels(color))
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    """Return the contrast ratio of two colors, from 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def mix(color, other, share):
    """Return `color` with `share` (0 to 1) of `other` mixed in."""
    return "#" + "".join(
        f"{round(a + (b - a) * share):02x}" for a, b in zip(_channels(color), _channels(other), strict=True)
    )


def readable_on(color, background):
    """Return `color`, darkened or lightened just until it can be read on `background`."""
    towards = INK if luminance(background) > 0.18 else WHITE
    for step in range(21):
        candidate = mix(color, towards, step / 20)
        if contrast(candidate, background) >= READABLE:
            return candidate
    return towards


def ink_on(background):
    """Return dark or white text, whichever reads better on `background`; black if neither does."""
    ink = max((INK, WHITE), key=lambda ink: contrast(ink, background))
    return ink if contrast(ink, background) >= READABLE else BLACK


@lru_cache(maxsize=1024)
def get_theme(accent, ground, dark=False):
    """Return the CSS variables derived from a store's two colors, for light or dark screens.

    Asked on every page, and always the same for the same colors.
    """
    accent = accent if is_hex(accent) else DEFAULT_ACCENT
    ground = ground if is_hex(ground) else DEFAULT_GROUND
    # Of the two grounds that text lies on, the one that leaves less contrast.
    link = readable_on(accent, NIGHT_CARD if dark else PAPER)
    if dark:
        # By night a banner wears the main color, deep: most second colors are pale, and turn gray.
        ground = mix(accent, NIGHT, 0.6)
    return MappingProxyType(
        {
            "accent": link,
            "accent-ink": ink_on(link),
            "accent-hover": mix(link, WHITE if dark else INK, 0.2),
            "ground": ground,
            "ground-ink": ink_on(ground),
        }
    )
