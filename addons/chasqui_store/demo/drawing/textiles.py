"""What the weavers' pictures are made of: cloth with bands, fringes, wool."""

from itertools import count

from shapes import at, box, ellipse, line, path, solid, star

_ids = count()

NATURAL = ("#efe3cc", "#b58a5c", "#6f4a33", "#d8c4a0", "#8d8378")
COCHINEAL, ROSE_WOOL, INDIGO, OCHRE, MOSS, TEAL, CRUDE = (
    "#a8243f",
    "#d9738a",
    "#2e4372",
    "#d9972b",
    "#66803a",
    "#2f8088",
    "#f1e6cf",
)


def band(y, height, colour, figure="", figure_colour="#fff", half=420):
    """A band across the cloth, with a row of figures: zigzag, diamonds, steps or llamas."""
    drawn = box(-half, y, 2 * half, height, colour)
    middle = y + height / 2
    if figure == "zigzag":
        points = " ".join(
            f"L{-half + 28 * i} {middle + (height * 0.3 if i % 2 else -height * 0.3)}"
            for i in range(half // 14)
        )
        drawn += line(f"M{-half} {middle} {points}", figure_colour, max(6, height * 0.16))
    elif figure == "diamonds":
        r = height * 0.36
        drawn += "".join(
            path(f"M{x} {middle - r} l{r} {r} l{-r} {r} l{-r} {-r}z", figure_colour)
            for x in range(-half, half, int(height * 1.05))
        )
    elif figure == "steps":
        s = height / 4
        drawn += "".join(
            path(
                f"M{x} {y + height} v{-s} h{s} v{-s} h{s} v{-s} h{s} v{s} h{s} v{s} h{s} v{s}z", figure_colour
            )
            for x in range(-half, half, int(s * 6))
        )
    elif figure == "llamas":
        drawn += "".join(
            at(x, middle + height * 0.36, llama(figure_colour), height / 190)
            for x in range(-half, half, int(height * 1.05))
        )
    return drawn


def llama(colour, ear="", scale=1):
    """A small llama that stands on 0 0, as the looms draw it."""
    return at(
        0,
        0,
        path(
            "M-52 0 v-54 q-18 -10 -16 -38 q30 -14 74 -8 v-52 q-2 -14 12 -16 l8 -12 6 14 q18 6 16 20 h-20 v92 q2 10 -4 14 v40 h-16 v-36 h-42 v36z",
            colour,
        ),
        scale,
    )


def woven(shape, width, height, base, *bands):
    """Cloth of that outline: its bands are cut at its edges."""
    name = f"w{next(_ids)}"
    return (
        f'<clipPath id="{name}">{shape}</clipPath>{shape.replace("BASE", base)}'
        f'<g clip-path="url(#{name})">{box(-width, -height, 2 * width, 2 * height, base)}{"".join(bands)}</g>'
        + solid(shape.replace("BASE", "transparent"), width, height, shade=0.7, streak=False)
    )


def outline(d):
    return path(d, "BASE")


def fringe(width, y, colour, length=44, step=24):
    return "".join(
        line(f"M{x} {y} q{4 if i % 2 else -4} {length / 2} 0 {length}", colour, 9)
        for i, x in enumerate(range(int(-width / 2) + 10, int(width / 2), step))
    )


def cloth(width, height, base, *bands, tips=True):
    """A hanging cloth, centred on 0 0, with its fringe."""
    shape = outline(f"M{-width / 2} {-height / 2} h{width} v{height} h{-width}z")
    drawn = woven(shape, width, height, base, *bands)
    return (fringe(width, height / 2 - 4, base) if tips else "") + drawn


def folded(width, base, *bands):
    """A blanket folded in three, seen from the front."""
    layers = ""
    for i, y in enumerate((130, 30, -70)):
        shape = outline(f"M{-width / 2} {y} q-34 50 0 100 h{width} q34 -50 0 -100z")
        layers += at(0, 0, woven(shape, width + 80, 700, base, *[at(0, y + 50, b) for b in bands]))
        layers += line(f"M{-width / 2} {y + 100} h{width}", "#0000002a", 7) if i < 3 else ""
    return layers


def yarn(colour, dark, radius=170):
    """A ball of wool."""
    strands = "".join(
        line(
            f"M{-radius * 0.95} {offset} Q0 {offset - radius * 0.75} {radius * 0.95} {offset + radius * 0.1}",
            dark,
            7,
        )
        for offset in range(int(-radius * 0.5), int(radius), 38)
    ) + "".join(
        line(f"M{offset} {-radius} Q{offset + radius * 0.55} 0 {offset - radius * 0.2} {radius}", dark, 6)
        for offset in range(int(-radius * 0.6), int(radius * 0.2), 44)
    )
    name = f"y{next(_ids)}"
    ball = ellipse(0, 0, radius, radius, colour)
    return (
        f'<clipPath id="{name}">{ball}</clipPath>'
        + solid(ball, radius * 2, radius * 2, streak=False)
        + f'<g clip-path="url(#{name})" opacity=".75">{strands}</g>'
        + line(f"M{radius * 0.5} {radius * 0.86} q120 40 200 -6", colour, 12)
    )


def sweater(base, *bands):
    shape = outline(
        "M-90 -270 Q0 -220 90 -270 L200 -230 L350 120 L248 168 L190 20 V270 H-190 V20 L-248 168 L-350 120 L-200 -230Z"
    )
    return (
        woven(shape, 720, 560, base, *bands)
        + line("M-190 252 H190", "#00000030", 30)
        + line("M-90 -268 Q0 -214 90 -268", "#00000038", 20)
    )


def poncho(base, *bands):
    shape = outline("M-70 -280 Q0 -240 70 -280 L360 200 Q180 262 0 270 Q-180 262 -360 200Z")
    return (
        "".join(line(f"M{x} {262 - abs(x) * 0.17:.0f} v44", base, 9) for x in range(-340, 350, 28))
        + woven(shape, 740, 580, base, *bands)
        + line("M-70 -278 Q0 -238 70 -278 M0 -252 V-150", "#00000045", 14)
    )


def hat(base, accent, *bands):
    """The hat with ear flaps and tassels of the high plateau."""
    shape = outline(
        "M-190 120 C-190 -120 -90 -230 0 -230 C90 -230 190 -120 190 120 L178 210 Q150 250 110 150 L-110 150 Q-150 250 -178 210Z"
    )
    tassel = star(9, 44, 30, accent)
    return (
        line("M-152 214 V320 M152 214 V320", accent, 14)
        + at(-152, 330, tassel, 0.9)
        + at(152, 330, tassel, 0.9)
        + woven(shape, 400, 520, base, *bands)
        + at(0, -240, tassel, 1.3)
    )


def sock(base, accent, *bands):
    shape = outline(
        "M-90 -270 H80 V40 Q90 90 190 130 Q250 160 230 220 Q220 250 170 250 H-30 Q-100 240 -96 150Z"
    )
    return (
        woven(shape, 520, 560, base, *bands)
        + path("M-90 -270 H80 V-215 H-90Z", accent)
        + path("M150 112 Q250 150 230 220 Q220 250 170 250 H128 Q190 190 150 112Z", accent)
        + path("M-96 130 Q-20 150 -40 248 Q-100 240 -96 130Z", accent)
    )


def glove(base, accent, *bands):
    shape = outline(
        "M-110 -60 Q-110 -120 -60 -126 Q0 -140 60 -126 Q112 -120 112 -60 V40 L180 -40 Q214 -40 206 0 L120 130 V270 H-110Z"
    )
    return (
        woven(shape, 440, 540, base, *bands)
        + box(-116, 200, 242, 74, accent, 12)
        + line("M-50 -124 V-20 M4 -130 V-20 M58 -124 V-20", "#00000030", 8)
    )


def satchel(base, flap, *bands, strap="#7a4f30"):
    body = outline("M-230 -90 H230 L214 240 Q210 260 190 260 H-190 Q-210 260 -214 240Z")
    return (
        line("M-200 -80 C-200 -420 200 -420 200 -80", strap, 30)
        + woven(body, 480, 540, base, *bands)
        + (woven(outline("M-238 -100 H238 V40 Q0 130 -238 40Z"), 500, 400, flap) if flap else "")
        + (ellipse(0, 66, 22, 22, "#efe3cc") if flap else line("M-226 -80 H226", "#00000045", 14))
    )


def backpack(base, *bands):
    body = outline(
        "M-200 -150 Q-200 -230 0 -230 Q200 -230 200 -150 L220 240 Q220 280 180 280 H-180 Q-220 280 -220 240Z"
    )
    return (
        line("M-60 -226 Q0 -330 60 -226", "#6f4a33", 24)
        + woven(body, 470, 560, base, *bands)
        + box(-130, 60, 260, 160, "#00000026", 22)
        + line("M-130 96 H130", "#efe3cc", 8)
        + line("M-196 -130 Q0 -80 196 -130", "#efe3cc", 10)
    )


def doll(skirt, shawl, hair="#2d211c"):
    return (
        line("M-48 -150 Q-90 -20 -78 90 M48 -150 Q90 -20 78 90", hair, 34)
        + woven(
            outline("M-70 -10 H70 L230 270 Q0 320 -230 270Z"),
            480,
            620,
            skirt,
            band(170, 26, OCHRE),
            band(210, 34, CRUDE, "zigzag", COCHINEAL, 240),
        )
        + woven(
            outline("M-130 70 Q-140 -80 0 -90 Q140 -80 130 70 Q0 120 -130 70Z"),
            300,
            300,
            shawl,
            band(30, 22, CRUDE),
        )
        + ellipse(0, -160, 84, 90, "#b9784d")
        + path("M-86 -166 Q-80 -260 0 -262 Q80 -260 86 -166 Q40 -214 0 -210 Q-40 -214 -86 -166Z", hair)
        + ellipse(-30, -158, 9, 11, hair)
        + ellipse(30, -158, 9, 11, hair)
        + line("M-24 -118 Q0 -98 24 -118", "#7d2f22", 8)
        + ellipse(-52, -128, 15, 10, "#d0714f")
        + ellipse(52, -128, 15, 10, "#d0714f")
        + path(
            "M-150 -232 Q0 -300 150 -232 Q90 -226 78 -240 Q70 -330 0 -330 Q-70 -330 -78 -240 Q-90 -226 -150 -232Z",
            "#4a3427",
        )
    )


def felt_llama(wool, tassel):
    body = path(
        "M-210 250 V90 Q-250 20 -190 -40 Q-60 -90 60 -50 V-210 Q60 -270 110 -280 L118 -330 L146 -284 Q230 -270 226 -220 Q222 -186 160 -190 V60 Q180 110 160 150 V250 H100 V130 H-140 V250Z",
        wool,
    )
    return (
        solid(body, 480, 580, shade=0.7, streak=False)
        + ellipse(158, -236, 11, 13, "#2d211c")
        + line("M196 -214 q16 10 26 -2", "#2d211c", 7)
        + line("M60 -150 H160 M60 -122 H160", tassel, 18)
        + box(-150, -66, 190, 120, tassel, 10)
        + line("M-150 -20 l24 -22 24 22 24 -22 24 22 24 -22 24 22 24 -22 24 22", CRUDE, 10)
        + at(96, -330, star(8, 30, 18, tassel))
    )
