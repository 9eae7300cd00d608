"""Vessels that several stores fill: small jars, tins, droppers, sacks, crates, bars and bundles."""

from shapes import DARK_GREEN, GREEN, KRAFT, at, box, ellipse, heap, leaf, line, path, solid


def flower(petal, heart="#e9a92f", petals=8, size=1.0):
    return at(
        0,
        0,
        "".join(at(0, 0, ellipse(0, -46, 19, 36, petal), turn=360 / petals * i) for i in range(petals))
        + ellipse(0, 0, 25, 25, heart),
        size,
    )


def tin(colour, label, mark="", width=400, height=300):
    """A low round tin."""
    top, half = -height / 2, width / 2
    return (
        solid(
            path(
                f"M{-half} {top} v{height} q0 56 {half} 56 q{half} 0 {half} -56 v{-height}z",
                colour,
            ),
            width,
            height + 110,
            streak=False,
        )
        + path(f"M{-half} {top + 40} q{half} 56 {width} 0 v{height * 0.66} q{-half} 56 {-width} 0z", label)
        + ellipse(0, top, half, 54, "#eceae4")
        + ellipse(0, top, half - 26, 40, colour)
        + at(0, top + height * 0.62, mark)
    )


def open_tin(colour, cream):
    """A small tin of salve with its lid beside it."""
    return (
        solid(path("M-230 0 v90 q0 60 230 60 q230 0 230 -60 v-90z", colour), 460, 220, streak=False)
        + ellipse(0, 0, 230, 74, "#eceae4")
        + ellipse(0, 0, 200, 60, cream)
        + line("M-90 6 q40 -34 90 -6 t90 -8", "#ffffffaa", 14)
    )


def dropper(glass, label, mark="", cap="#2e2a28"):
    return (
        box(-30, -400, 60, 110, cap, 26)
        + box(-62, -310, 124, 70, cap, 12)
        + solid(
            path(
                "M-70 -244 h140 q60 30 60 110 v390 q0 40 -40 40 h-180 q-40 0 -40 -40 v-390 q0 -80 60 -110z",
                glass,
            ),
            260,
            560,
        )
        + box(-130, -60, 260, 250, label)
        + box(50, -60, 80, 250, "#00000012")
        + at(0, 66, mark)
    )


def sack(colour, stripe, inside, brim="#00000026"):
    """An open sack with its brim rolled down."""
    return (
        solid(
            path(
                "M-220 -150 Q-270 120 -230 300 Q-220 340 -180 340 H180 Q220 340 230 300 Q270 120 220 -150Z",
                colour,
            ),
            500,
            500,
            shade=0.72,
            streak=False,
        )
        + ellipse(0, -150, 224, 66, colour)
        + ellipse(0, -150, 224, 66, brim)
        + at(0, -158, inside)
        + line("M-232 96 Q0 140 232 96", stripe, 22)
        + line("M-236 150 Q0 194 236 150", stripe, 10)
    )


def mound(base, grain, half=190):
    """What shows over the brim of a sack."""
    places = [
        (x, y, (x * 7 + y * 3) % 180)
        for row, y in enumerate(range(-86, 44, 24))
        for x in range(-half + 20 + (row % 2) * 17, half, 34)
        if (x / half) ** 2 + ((y + 10) / 92) ** 2 < 0.92
    ]
    return ellipse(0, -10, half, 92, base) + heap(grain, places)


def bar(colour, shade, mark=""):
    """A bar of soap, seen from above and the front."""
    return (
        path("M-230 -70 Q-230 -130 -170 -130 H170 Q230 -130 230 -70 V60 H-230Z", colour)
        + path(
            "M-230 -20 Q-230 20 -190 20 H190 Q230 20 230 -20 V80 Q230 130 180 130 H-180 Q-230 130 -230 80Z",
            shade,
        )
        + at(0, -58, mark)
        + line("M-190 -92 Q-180 -108 -150 -108", "#ffffff99", 14)
    )


def pouch(colour, ribbon, mark, herb=""):
    """A paper pouch tied with a ribbon, herb peeping out."""
    return (
        at(0, -190, herb)
        + solid(
            path(
                "M-170 -190 L-120 -240 L-60 -196 L0 -244 L60 -196 L120 -240 L170 -190 L210 300 Q210 340 170 340 H-170 Q-210 340 -210 300Z",
                colour,
            ),
            420,
            580,
            shade=0.72,
            streak=False,
        )
        + box(-186, -120, 372, 34, ribbon)
        + path("M0 -104 q-90 -70 -110 0 q20 70 110 0 q90 -70 110 0 q-20 70 -110 0z", ribbon)
        + ellipse(0, 110, 132, 132, "#fffaf0")
        + at(0, 110, mark)
    )


def sprig(leaves, colour, length=300, leaf_length=90, spread=58, width=0.4):
    """A stem with leaves two by two."""
    step = length / leaves
    return (
        line(f"M0 0 V{-length}", DARK_GREEN, 11)
        + "".join(
            at(
                0,
                -step * (i + 0.5),
                leaf(leaf_length * (1 - i / leaves / 2), leaf_length * width, colour),
                turn=side * spread,
            )
            for i in range(leaves)
            for side in (-1, 1)
        )
        + at(0, -length, leaf(leaf_length * 0.6, leaf_length * 0.24, colour))
    )


def daisy_stem(petal, heart="#e9a92f", height=260):
    return (
        line(f"M0 0 V{-height}", GREEN, 10)
        + at(0, -height, flower(petal, heart, 10, 0.8))
        + at(0, -height * 0.4, leaf(80, 26, GREEN), turn=55)
    )


def carton(colour, side, mark=""):
    """A box that stands, a little from the right."""
    return (
        path("M-210 -250 H150 V300 H-210Z", colour)
        + path("M150 -250 L230 -300 V240 L150 300Z", side)
        + path("M-210 -250 L-130 -300 H230 L150 -250Z", "#ffffff55")
        + path("M-210 -250 L-130 -300 H230 L150 -250Z", colour, opacity=".7")
        + at(-30, 20, mark)
    )


def kraft_label(width, height, mark):
    return box(-width / 2, -height / 2, width, height, KRAFT, 14) + mark
