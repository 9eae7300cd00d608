"""The few shapes that all of the demonstration's pictures are made of, as SVG text on a 1000 x 1000 sheet.

Flat colours, light from the left: every solid has a darker right side and a pale streak on its left.
"""

from itertools import count
from math import cos, pi, sin

_ids = count()

CREAM, SKY, ROSE, SAND, MINT, LILAC, SUN = (
    "#f7ead0",
    "#dcebea",
    "#f8ddd0",
    "#f1e0c4",
    "#e2edd3",
    "#ebe0ee",
    "#fbe6ae",
)
GREEN, DARK_GREEN, LIGHT_GREEN = "#5d9a3f", "#3c7434", "#93bf5a"
KRAFT, WOOD, RED, TOMATO = "#cfa06a", "#a9713f", "#c8452f", "#df4b37"
EARTH = "#8a5a37"


def sheet(background, *parts):
    """Return a whole picture: the background, a pale disc, the shadow on the table, the subject."""
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">'
        f'<rect width="1000" height="1000" fill="{background}"/>'
        '<circle cx="500" cy="480" r="390" fill="#fff" opacity=".5"/>'
        '<ellipse cx="500" cy="842" rx="330" ry="38" fill="#4a3520" opacity=".16"/>'
        + "".join(parts)
        + "</svg>"
    )


def at(x, y, part, scale=1, turn=0):
    return f'<g transform="translate({x} {y}) rotate({turn}) scale({scale})">{part}</g>'


def path(d, fill, **attributes):
    extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<path d="{d}" fill="{fill}"{extra}/>'


def line(d, colour, width):
    return path(d, "none", stroke=colour, stroke_width=width, stroke_linecap="round", stroke_linejoin="round")


def ellipse(cx, cy, rx, ry, fill, **attributes):
    extra = "".join(f' {name.replace("_", "-")}="{value}"' for name, value in attributes.items())
    return f'<ellipse cx="{cx}" cy="{cy}" rx="{rx}" ry="{ry}" fill="{fill}"{extra}/>'


def box(x, y, width, height, fill, radius=0):
    return f'<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="{radius}" fill="{fill}"/>'


def solid(shape, width, height, shade=0.62, streak=True):
    """Give volume to ``shape``, an SVG element centred on 0 0 of about that size."""
    name = f"c{next(_ids)}"
    left, top = -width / 2, -height / 2
    return (
        f'<clipPath id="{name}">{shape}</clipPath>{shape}<g clip-path="url(#{name})">'
        + path(
            f"M{left + width * shade} {top - 20} q{width * 0.16} {height / 2 + 20} {-width * 0.08} {height + 40} h{width} v{-height - 40}z",
            "#38200c",
            opacity=".13",
        )
        + (
            line(
                f"M{left + width * 0.2} {top + height * 0.62} q{-width * 0.06} {-height * 0.2} {width * 0.1} {-height * 0.36}",
                "rgba(255,255,255,.42)",
                max(14, width * 0.05),
            )
            if streak
            else ""
        )
        + "</g>"
    )


def ball(radius, fill, squash=1.0):
    return solid(ellipse(0, 0, radius, radius * squash, fill), radius * 2, radius * 2 * squash)


def leaf(length, width, fill, vein="#ffffff55"):
    """A leaf that grows upwards from 0 0."""
    return (
        path(
            f"M0 0 C{-width} {-length * 0.3} {-width * 0.8} {-length * 0.85} 0 {-length} C{width * 0.8} {-length * 0.85} {width} {-length * 0.3} 0 0Z",
            fill,
        )
        + path(
            f"M0 0 C{width} {-length * 0.3} {width * 0.8} {-length * 0.85} 0 {-length}Z",
            "#1d3a10",
            opacity=".13",
        )
        + line(f"M0 {-length * 0.06} V{-length * 0.82}", vein, max(5, width * 0.07))
    )


def fan(part, number, spread, x=0, y=0):
    """Repeat ``part`` from one point, turned evenly from -spread to +spread degrees."""
    turns = [-spread + 2 * spread * i / (number - 1) for i in range(number)]
    order = sorted(turns, key=lambda turn: -abs(turn))
    return "".join(at(x, y, part, turn=turn) for turn in order)


def star(points, outer, inner, fill):
    corners = [
        (r * sin(pi * i / points), -r * cos(pi * i / points))
        for i in range(2 * points)
        for r in [outer if i % 2 == 0 else inner]
    ]
    return path(
        "M" + "L".join(f"{x:.0f} {y:.0f}" for x, y in corners) + "Z",
        fill,
        stroke=fill,
        stroke_width=14,
        stroke_linejoin="round",
    )


def tie(y, width, colour=KRAFT):
    return box(-width / 2, y - 17, width, 34, colour, 17) + box(
        width * 0.06, y - 17, width * 0.44, 34, "#00000022", 17
    )


def wheat(size=1.0, colour="#b9822f"):
    """The mark of the recovered factory: an ear of wheat."""
    grains = "".join(
        at(side * 17, y, ellipse(0, 0, 13, 27, colour), turn=side * 28)
        for y in (-60, -22, 16)
        for side in (-1, 1)
    )
    return at(0, 0, line("M0 90 V-70", colour, 9) + ellipse(0, -98, 13, 30, colour) + grains, size)


def bag(colour, accent, inside, mark=None):
    """A paper bag with a folded top and a window in which ``inside`` shows."""
    name = f"c{next(_ids)}"
    body = path("M-225 -270 L225 -270 L245 330 Q246 352 222 352 L-222 352 Q-246 352 -245 330Z", colour)
    window = ellipse(0, 150, 165, 140, "#fffaf0")
    return (
        solid(body, 490, 640, shade=0.74, streak=False)
        + box(-225, -335, 450, 78, accent, 10)
        + box(60, -335, 165, 78, "#00000018", 10)
        + at(0, -125, mark or wheat(0.92, accent))
        + f'<clipPath id="{name}">{window}</clipPath>{window}<g clip-path="url(#{name})">{at(0, 150, inside)}</g>'
        + ellipse(0, 150, 165, 140, "none", stroke=accent, stroke_width=12)
    )


def jar(content, lid, label, mark="", height=430):
    top = -height / 2
    glass = box(-180, top, 360, height, "#eef4f1", 62)
    return (
        solid(glass, 360, height, streak=False)
        + solid(box(-158, top + 50, 316, height - 72, content, 48), 316, height, streak=False)
        + box(-165, top - 70, 330, 86, lid, 20)
        + box(40, top - 70, 125, 86, "#00000020", 20)
        + box(-158, -40, 316, 190, label)
        + box(60, -40, 98, 190, "#00000010")
        + at(0, 55, mark)
        + line(f"M-128 {top + 90} V{-80}", "rgba(255,255,255,.6)", 18)
    )


def bottle(content, cap, label, mark=""):
    body = path(
        "M-58 -370 h116 v110 q0 70 62 120 q40 34 40 90 v350 q0 50 -50 50 h-220 q-50 0 -50 -50 v-350 q0 -56 40 -90 q62 -50 62 -120z",
        content,
    )
    return (
        solid(body, 320, 720)
        + box(-70, -425, 140, 76, cap, 14)
        + box(14, -425, 56, 76, "#00000022", 14)
        + box(-160, -20, 320, 230, label)
        + box(60, -20, 100, 230, "#00000012")
        + at(0, 95, mark)
    )


def can(colour, label, mark=""):
    return (
        solid(path("M-190 -260 v500 q0 60 190 60 q190 0 190 -60 v-500z", "#c3c8c9"), 380, 560, streak=False)
        + solid(path("M-190 -205 q190 55 380 0 v395 q-190 60 -380 0z", label), 380, 560, streak=False)
        + at(0, 15, mark)
        + ellipse(0, -260, 190, 50, "#dfe3e3")
        + ellipse(0, -260, 160, 38, "#b6bcbd")
        + box(-190, -212, 380, 0, colour)
    )


def heap(part, places):
    return "".join(at(x, y, part, turn=turn) for x, y, turn in places)


def scatter(part, width, height, step, turn=37):
    """Fill a field with ``part``, in a pattern that only looks accidental."""
    places = []
    for row, y in enumerate(range(-height, height + 1, step)):
        for col, x in enumerate(range(-width, width + 1, step)):
            shift = (row * 7 + col * 13) % 5 * step / 9
            places.append((x + shift - (row % 2) * step / 2, y + shift / 2, (row * 5 + col * 3) * turn % 360))
    return heap(part, places)


def logo(colour, mark):
    """A round badge on white."""
    badge = ellipse(500, 500, 480, 480, colour) + ellipse(
        500, 500, 430, 430, "none", stroke="#fff", stroke_width=14
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1000 1000">{badge}{at(500, 500, mark)}</svg>'
    )
