"""What the vegetable growers and the recovered factory sell."""

from shapes import (
    CREAM,
    DARK_GREEN,
    EARTH,
    GREEN,
    KRAFT,
    LIGHT_GREEN,
    LILAC,
    MINT,
    RED,
    ROSE,
    SAND,
    SKY,
    SUN,
    TOMATO,
    WOOD,
    at,
    bag,
    ball,
    bottle,
    box,
    can,
    ellipse,
    fan,
    heap,
    jar,
    leaf,
    line,
    path,
    scatter,
    sheet,
    solid,
    star,
    tie,
    wheat,
)

# --- parts -----------------------------------------------------------------------------------------------------------

calyx = star(5, 74, 26, DARK_GREEN) + line("M0 0 q6 -40 26 -62", DARK_GREEN, 20)
tomato = ball(165, TOMATO, 0.88) + at(0, -122, calyx, 1.05)
carrot = (
    at(0, -205, fan(leaf(210, 36, GREEN), 5, 34))
    + solid(
        path("M-78 -205 Q0 -250 78 -205 Q62 60 8 300 Q0 318 -8 300 Q-62 60 -78 -205Z", "#ec8331"), 156, 540
    )
    + line("M-52 -110 h44 M20 -30 h30 M-34 60 h32", "#c9651f", 11)
)
potato = solid(
    path(
        "M-150 20 C-160 -90 -60 -130 30 -118 C120 -106 170 -40 150 40 C130 118 20 128 -60 116 C-120 106 -146 70 -150 20Z",
        "#c49a6c",
    ),
    310,
    240,
) + "".join(
    ellipse(x, y, 11, 7, "#97714a") for x, y in ((-60, -40), (30, -60), (-20, 50), (90, 20), (-100, 30))
)
onion = (
    solid(
        path(
            "M0 -190 C20 -130 60 -120 120 -70 C190 0 160 140 40 165 L-40 165 C-160 140 -190 0 -120 -70 C-60 -120 -20 -130 0 -190Z",
            "#d99a4e",
        ),
        330,
        350,
    )
    + line("M-60 -80 Q-120 40 -40 155 M60 -80 Q120 40 40 155 M0 -120 V160", "#b97b34", 8)
    + line("M-26 172 q-6 22 -16 30 M0 172 v36 M26 172 q6 22 16 30", "#b59a6a", 8)
)
beet = solid(
    path(
        "M0 190 C-14 140 -40 150 -100 90 C-170 20 -130 -110 0 -112 C130 -110 170 20 100 90 C40 150 14 140 0 190Z",
        "#8e2a55",
    ),
    290,
    300,
)
beet_leaf = line("M0 0 V-200", "#b03a68", 22) + at(0, -120, leaf(250, 92, GREEN, "#c44f7a"))
apple = (
    solid(
        path(
            "M0 -110 C-70 -165 -205 -120 -190 30 C-178 150 -80 215 0 178 C80 215 178 150 190 30 C205 -120 70 -165 0 -110Z",
            "#cf3b33",
        ),
        380,
        370,
    )
    + line("M0 -105 q2 -60 34 -92", EARTH, 20)
    + at(12, -130, leaf(130, 46, GREEN), turn=70)
)
pear = (
    solid(
        path(
            "M0 -230 C-76 -226 -62 -120 -96 -50 C-170 20 -190 210 0 222 C190 210 170 20 96 -50 C62 -120 76 -226 0 -230Z",
            "#c9cf5a",
        ),
        330,
        450,
    )
    + line("M0 -226 q4 -54 30 -80", EARTH, 20)
    + at(10, -240, leaf(120, 42, GREEN), turn=66)
)
orange_slice = (
    ball(160, "#f39a2d")
    + ellipse(0, 0, 138, 138, "#fde3b3")
    + "".join(at(0, 0, path("M0 -14 L-48 -104 Q0 -140 48 -104Z", "#f6ab3f"), turn=45 * i) for i in range(8))
)
lemon = solid(
    path(
        "M-205 0 C-180 -14 -170 -120 0 -124 C170 -120 180 -14 205 0 C180 14 170 120 0 124 C-170 120 -180 14 -205 0Z",
        "#f2cf3a",
    ),
    400,
    250,
)
lemon_half = (
    ball(126, "#f2cf3a")
    + ellipse(0, 0, 106, 106, "#fff6cf")
    + "".join(at(0, 0, path("M0 -12 L-36 -80 Q0 -108 36 -80Z", "#f5db62"), turn=45 * i) for i in range(8))
)
strawberry = (
    solid(
        path(
            "M0 180 C-60 150 -160 20 -140 -70 C-120 -140 -40 -130 0 -104 C40 -130 120 -140 140 -70 C160 20 60 150 0 180Z",
            "#d93a3f",
        ),
        290,
        320,
    )
    + "".join(
        ellipse(x, y, 7, 11, "#f7d98c")
        for x, y in ((-70, -40), (0, -30), (70, -40), (-40, 30), (40, 30), (0, 92), (-84, 14), (84, 14))
    )
    + at(0, -112, star(6, 82, 34, GREEN))
)
egg = solid(
    path(
        "M0 -128 C66 -128 100 -20 100 36 C100 96 56 128 0 128 C-56 128 -100 96 -100 36 C-100 -20 -66 -128 0 -128Z",
        "#e3b48b",
    ),
    200,
    256,
)
white_egg = egg.replace("#e3b48b", "#f4e6d2")
floret = "".join(
    ellipse(x, y, r, r, c)
    for x, y, r, c in (
        (-150, -60, 105, DARK_GREEN),
        (150, -60, 105, DARK_GREEN),
        (-70, -150, 115, GREEN),
        (80, -150, 115, GREEN),
        (0, -40, 130, GREEN),
        (-110, 20, 80, DARK_GREEN),
        (110, 20, 80, DARK_GREEN),
        (-40, -180, 40, LIGHT_GREEN),
        (-150, -100, 34, LIGHT_GREEN),
        (60, -110, 36, LIGHT_GREEN),
    )
)
parsley = line("M0 0 V-330", GREEN, 14) + "".join(
    at(x, y, star(4, 62, 40, colour) + star(4, 28, 16, LIGHT_GREEN), turn=turn)
    for x, y, turn, colour in (
        (-70, -230, 20, GREEN),
        (70, -250, 60, GREEN),
        (0, -350, 0, DARK_GREEN),
        (-52, -330, 45, GREEN),
        (56, -345, 10, DARK_GREEN),
    )
)
basil = (
    line("M0 0 V-380", GREEN, 16)
    + "".join(
        at(0, y, fan(leaf(length, length * 0.42, colour), 2, 62))
        for y, length, colour in ((-130, 190, DARK_GREEN), (-250, 165, GREEN), (-350, 120, LIGHT_GREEN))
    )
    + at(0, -360, leaf(110, 44, LIGHT_GREEN))
)
chard = box(-22, -190, 44, 330, "#f3f0dc", 20) + at(
    0,
    -110,
    path("M0 40 C-150 10 -170 -150 -120 -230 C-110 -330 110 -330 120 -230 C170 -150 150 10 0 40Z", DARK_GREEN)
    + path("M0 40 C150 10 170 -150 120 -230 C110 -300 60 -310 0 -305Z", "#14300c", opacity=".16")
    + line("M0 40 V-220 M0 -40 L-70 -110 M0 -40 L70 -110 M0 -120 L-56 -180 M0 -120 L56 -180", "#f3f0dc", 14),
)
spinach = line("M0 0 V-150", LIGHT_GREEN, 24) + at(0, -120, leaf(260, 110, GREEN, "#cfe3a4"))
pepper = (
    solid(
        path(
            "M-10 -150 C-90 -200 -205 -150 -190 -10 C-180 110 -150 220 -80 225 C-40 228 -30 205 0 205 C30 205 40 228 80 225 C150 220 180 110 190 -10 C205 -150 90 -200 -10 -150Z",
            "#cf3626",
        ),
        390,
        400,
    )
    + line("M-60 -130 Q-96 20 -54 190 M60 -130 Q96 20 54 190", "#a3281b", 9)
    + path("M-70 -150 Q0 -200 70 -150 Q30 -128 0 -132 Q-30 -128 -70 -150Z", DARK_GREEN)
    + line("M0 -160 q4 -66 50 -92", DARK_GREEN, 34)
)
eggplant = (
    solid(
        path(
            "M-60 -230 C-120 -60 -230 40 -170 190 C-120 300 120 300 170 190 C230 40 120 -60 60 -230Z",
            "#5b2d62",
        ),
        380,
        520,
    )
    + path("M-92 -220 Q0 -290 92 -220 L70 -130 L30 -190 L0 -120 L-34 -190 L-72 -132Z", DARK_GREEN)
    + line("M0 -240 q-4 -60 36 -98", DARK_GREEN, 34)
)
round_squash = (
    ball(178, "#4f8a3b", 0.86)
    + line("M0 -150 V150 M-70 -140 Q-130 0 -70 140 M70 -140 Q130 0 70 140", "#7db356", 13)
    + line("M0 -150 q0 -34 22 -58", LIGHT_GREEN, 34)
)
butternut = solid(
    path(
        "M-84 -270 C-100 -130 -90 -60 -130 0 C-230 120 -160 290 0 290 C160 290 230 120 130 0 C90 -60 100 -130 84 -270 Q0 -306 -84 -270Z",
        "#e0a45c",
    ),
    380,
    580,
) + line("M0 -290 q-4 -40 18 -64", "#7b6a3a", 36)
pea = ellipse(0, 0, 34, 34, LIGHT_GREEN) + ellipse(-9, -10, 9, 9, "#cfe3a4")
peach = ball(92, "#f1a157") + line("M6 -88 Q-34 0 6 88", "#d97f38", 8)
cookie = ball(118, "#d39a55", 1) + "".join(
    ellipse(x, y, 13, 10, "#8f5c2b")
    for x, y in ((-50, -34), (20, -62), (56, 10), (-16, 18), (-58, 42), (22, 66))
)
pasta_tube = (
    box(-46, -15, 92, 30, "#efc66e", 8) + line("M-38 -5 H38", "#d7a645", 5) + ellipse(46, 0, 8, 15, "#b98a34")
)
spiral = line("M-44 0 q11 -26 22 0 t22 0 t22 0 t22 0", "#e9bd60", 22) + line(
    "M-44 5 q11 -26 22 0 t22 0 t22 0 t22 0", "#c99738", 6
)
elbow = line("M-30 16 Q-26 -24 24 -20", "#efc66e", 27) + line("M-24 18 Q-20 -16 24 -13", "#cf9f45", 6)
gnocchi = ellipse(0, 0, 40, 25, "#f0d9a3") + line("M-20 -12 V12 M0 -16 V16 M20 -12 V12", "#cfae6a", 6)
grain = ellipse(0, 0, 17, 9, "#e8c987")
lentil = ellipse(0, 0, 19, 15, "#a8683a") + ellipse(-4, -4, 7, 4, "#c98d5c")
rice = ellipse(0, 0, 19, 6, "#f7f0df", stroke="#d8c9a2", stroke_width=3)
oat = ellipse(0, 0, 26, 17, "#e5c996") + line("M-14 0 H14", "#c2a069", 4)
bean = path(
    "M-30 8 C-36 -24 0 -30 14 -18 C34 -8 34 20 12 20 C0 20 -4 10 -12 14 C-24 20 -28 16 -30 8Z", "#2f2430"
) + ellipse(-8, -8, 8, 4, "#6a5870")


def nest(colour, dark):
    """A skein of long pasta."""
    return "".join(
        ellipse(0, y, rx, ry, "none", stroke=c, stroke_width=15)
        for y, rx, ry, c in (
            (0, 150, 105, dark),
            (-4, 128, 88, colour),
            (2, 104, 70, dark),
            (-2, 82, 54, colour),
            (0, 58, 36, dark),
            (0, 34, 20, colour),
        )
    )


def meal(colour, dark):
    return box(-200, -170, 400, 340, colour) + scatter(ellipse(0, 0, 6, 5, dark), 170, 150, 46)


def filled(background, part, step):
    return box(-200, -170, 400, 340, background) + scatter(part, 180, 150, step)


def factory_bag(background, colour, accent, inside):
    return sheet(background, at(500, 500, bag(colour, accent, inside)))


def bunch(background, part, number, spread, y=690, width=150, scale=1.0):
    return sheet(background, at(500, y, fan(part, number, spread) + tie(6, width), scale))


def crate(width, height):
    slats = "".join(
        box(-width / 2, y, width, height / 3 - 14, "#c68f56", 8)
        + box(width * 0.16, y, width * 0.34, height / 3 - 14, "#0000001c", 8)
        for y in (0, height / 3, 2 * height / 3)
    )
    posts = "".join(box(x, -14, 40, height + 14, WOOD, 6) for x in (-width / 2, width / 2 - 40))
    return slats + posts


honeycomb = "".join(
    at(x, y, path("M0 -34 L30 -17 V17 L0 34 L-30 17 V-17Z", "#e9a92f"))
    for x, y in ((0, -34), (-34, 26), (34, 26))
)
mate = (
    solid(path("M-95 -70 C-140 40 -110 150 0 150 C110 150 140 40 95 -70Z", "#8a4f2d"), 240, 240)
    + ellipse(0, -70, 98, 28, "#5f8a3a")
    + ellipse(0, -70, 98, 28, "none", stroke="#c9c9c4", stroke_width=16)
    + line("M20 -72 L110 -230 l26 -6", "#c3c8c9", 17)
)
toast = solid(
    path("M-130 150 V-40 C-190 -60 -170 -160 -80 -156 H80 C170 -160 190 -60 130 -40 V150Z", "#b97d3e"),
    300,
    320,
    streak=False,
) + path("M-100 122 V-58 C-150 -70 -130 -130 -72 -126 H72 C130 -130 150 -70 100 -58 V122Z", "#e8c084")
empanada = solid(path("M-210 90 C-210 -150 210 -150 210 90 Q0 120 -210 90Z", "#e0aa5c"), 420, 220) + line(
    "M-205 82 " + "q20 -28 41 0 " * 10, "#b97f35", 17
)
dough = ellipse(0, 0, 210, 52, "#f2dfb4") + ellipse(0, 10, 210, 52, "none", stroke="#d9bf86", stroke_width=6)
loaf = solid(
    path(
        "M-320 90 C-340 -110 -180 -190 0 -190 C180 -190 340 -110 320 90 C310 160 -310 160 -320 90Z", "#bd7a3c"
    ),
    640,
    350,
) + "".join(line(f"M{x} 20 Q{x + 60} -60 {x + 50} -140", "#edd0a0", 30) for x in (-190, -40, 110))
vegetables_behind = (
    at(-150, -40, fan(leaf(300, 92, GREEN), 3, 18))
    + at(150, -30, carrot, 0.72, 12)
    + at(30, -60, fan(leaf(330, 80, DARK_GREEN), 3, 16))
)
paper_bag = solid(
    path(
        "M-240 -150 L-200 -180 L-160 -150 L-120 -180 L-80 -150 L-40 -180 L0 -150 L40 -180 L80 -150 L120 -180 L160 -150 L200 -180 L240 -150 L225 330 Q224 345 205 345 H-205 Q-224 345 -225 330Z",
        KRAFT,
    ),
    480,
    520,
    shade=0.7,
    streak=False,
)
sprout = (
    at(0, 40, leaf(120, 46, GREEN), turn=-42)
    + at(0, 40, leaf(120, 46, GREEN), turn=42)
    + line("M0 90 V20", GREEN, 15)
)


# --- pictures --------------------------------------------------------------------------------------------------------

HUERTA = {
    "tomate": sheet(ROSE, at(350, 690, tomato), at(655, 690, tomato, 1, 8), at(500, 460, tomato, 1.06, -6)),
    "lechuga": sheet(
        MINT,
        at(
            500,
            740,
            "".join(
                at(x, y, leaf(h, w, c, "#eef6d8"), turn=t)
                for x, y, h, w, c, t in (
                    (0, 60, 520, 250, DARK_GREEN, -62),
                    (0, 60, 520, 250, DARK_GREEN, 62),
                    (0, 60, 560, 250, GREEN, -34),
                    (0, 60, 560, 250, GREEN, 34),
                    (0, 70, 560, 240, GREEN, 0),
                    (0, 80, 440, 210, LIGHT_GREEN, -24),
                    (0, 80, 440, 210, LIGHT_GREEN, 24),
                    (0, 90, 330, 170, "#c3dc8f", 0),
                )
            ),
        ),
    ),
    "acelga": bunch(CREAM, chard, 3, 26, 690, 200, 1.12),
    "espinaca": bunch(SKY, spinach, 7, 52, 700, 190, 1.2),
    "zanahoria": sheet(
        SKY, at(345, 560, carrot, 0.98, 14), at(655, 560, carrot, 0.98, -14), at(500, 560, carrot, 1.06)
    ),
    "zapallo": sheet(SUN, at(620, 545, butternut, 0.98, 20), at(370, 560, butternut, 0.92, -12)),
    "papa": sheet(
        SAND, at(340, 720, potato, 1.05, -8), at(665, 720, potato, 1.05, 14), at(500, 530, potato, 1.2, 4)
    ),
    "cebolla": sheet(LILAC, at(345, 640, onion, 1.05, -8), at(650, 650, onion, 1.02, 10)),
    "morron": sheet(MINT, at(500, 560, pepper, 1.34)),
    "berenjena": sheet(SUN, at(600, 580, eggplant, 0.96, 18), at(360, 590, eggplant, 0.82, -14)),
    "zapallito": sheet(
        CREAM, at(350, 690, round_squash), at(650, 700, round_squash, 0.94), at(500, 460, round_squash, 1.05)
    ),
    "remolacha": sheet(
        MINT,
        at(500, 560, fan(beet_leaf, 5, 34)),
        at(330, 690, beet, 0.86, 12),
        at(670, 690, beet, 0.86, -12),
        at(500, 690, beet),
    ),
    "brocoli": sheet(
        ROSE,
        at(
            500,
            480,
            path("M-90 40 Q-80 250 -120 350 Q0 390 120 350 Q80 250 90 40Z", LIGHT_GREEN)
            + path("M10 40 h80 Q80 250 120 350 Q70 372 30 374Z", "#1d3a10", opacity=".12")
            + floret,
            1.22,
        ),
    ),
    "albahaca": bunch(SUN, basil, 3, 24, 760, 110, 1.22),
    "perejil": bunch(LILAC, parsley, 7, 40, 730, 130, 1.24),
    "manzana": sheet(MINT, at(375, 610, apple, 1.02, -6), at(650, 670, apple, 0.84, 10)),
    "pera": sheet(ROSE, at(390, 580, pear, 1.08, -6), at(645, 630, pear, 0.9, 12)),
    "naranja": sheet(
        SKY,
        at(
            420,
            600,
            ball(215, "#f0922b")
            + at(30, -195, leaf(130, 46, GREEN), turn=62)
            + ellipse(0, -190, 20, 10, "#7b6a3a"),
        ),
        at(670, 690, orange_slice, 0.98),
    ),
    "limon": sheet(MINT, at(440, 560, lemon, 1.18, -18), at(655, 700, lemon_half, 1.05)),
    "frutilla": sheet(
        CREAM,
        at(345, 690, strawberry, 0.95, -10),
        at(660, 690, strawberry, 0.95, 12),
        at(500, 480, strawberry, 1.1),
    ),
    "huevos": sheet(
        SAND,
        at(
            500,
            560,
            heap(egg, ((-225, -30, -4), (0, -50, 0), (225, -30, 4)))
            + heap(white_egg, ((-115, 30, -6), (115, 30, 6)))
            + path("M-370 40 Q0 120 370 40 L300 260 Q0 320 -300 260Z", "#b98a5a")
            + path("M120 82 Q260 70 370 40 L300 260 Q220 288 120 296Z", "#00000020")
            + line("M-330 130 Q0 210 330 130 M-312 195 Q0 270 312 195", "#96693c", 15),
        ),
    ),
    "queso": sheet(
        SUN,
        at(
            500,
            620,
            path("M-320 40 L220 -190 Q330 -110 330 40Z", "#f6d77c")
            + path("M-320 40 H330 V210 H-320Z", "#eec257")
            + path("M150 40 H330 V210 H150Z", "#00000012")
            + "".join(
                ellipse(x, y, r, r * 0.86, "#d9a63c")
                for x, y, r in ((-190, 120, 40), (-20, 90, 30), (90, 160, 44), (240, 110, 30), (-90, 180, 22))
            )
            + "".join(
                ellipse(x, y, r, r * 0.6, "#dfb44c")
                for x, y, r in ((60, -50, 34), (190, -30, 26), (160, -110, 22))
            ),
        ),
    ),
    "ricota": sheet(
        SKY,
        at(
            500,
            620,
            "".join(
                ellipse(x, y, r, r * 0.8, c)
                for x, y, r, c in (
                    (-130, -80, 120, "#f4efe2"),
                    (130, -80, 120, "#e9e2d0"),
                    (0, -140, 150, "#fffaf0"),
                    (-60, -60, 90, "#fffaf0"),
                    (80, -50, 90, "#f4efe2"),
                )
            )
            + path("M-310 -40 H310 Q290 200 90 215 H-90 Q-290 200 -310 -40Z", "#4f8fa3")
            + path("M110 -40 H310 Q290 200 90 215 H60 Q150 120 110 -40Z", "#00000020")
            + line("M-292 30 H292", "#f6efe0", 16)
            + at(0, -190, leaf(110, 40, GREEN), turn=30),
        ),
    ),
    "yogur": sheet(
        LILAC,
        at(
            500,
            560,
            jar(
                "#fffaf0",
                "#4f8fa3",
                "#dcebea",
                ellipse(0, 0, 62, 62, "#fffaf0")
                + path("M-40 10 Q0 -60 40 10 Q20 46 0 46 Q-20 46 -40 10Z", "#4f8fa3"),
                470,
            ),
            1.12,
        ),
    ),
    "miel": sheet(
        SUN,
        at(460, 580, jar("#dd9420", "#8a5a37", "#fff3d4", honeycomb), 1.12),
        at(
            720,
            560,
            line("M60 -300 L0 60", WOOD, 24)
            + at(
                -8,
                130,
                "".join(
                    box(-w / 2, y, w, 30, "#b97d3e", 15)
                    for y, w in ((-80, 70), (-44, 96), (-8, 106), (28, 96), (64, 66))
                ),
            ),
            1,
            12,
        ),
    ),
    "porotos": sheet(SAND, at(500, 500, bag(KRAFT, "#5b3a2a", filled("#4a3a44", bean, 62), sprout))),
    "maiz": sheet(SUN, at(500, 500, bag("#e3c48f", "#c9822b", meal("#f1c54e", "#d19a22"), sprout))),
    "pan": sheet(ROSE, at(500, 640, loaf, 1.12)),
    "bolson-chico": sheet(
        MINT,
        at(500, 480, vegetables_behind),
        at(500, 520, at(-90, -150, tomato, 0.6) + paper_bag + at(0, 110, sprout, 1.3)),
    ),
    "bolson-familiar": sheet(
        CREAM,
        at(
            500,
            500,
            at(-230, 20, fan(leaf(330, 100, GREEN), 3, 20))
            + at(230, 20, fan(beet_leaf, 3, 20))
            + at(0, -20, fan(leaf(360, 96, DARK_GREEN), 3, 16))
            + at(-60, -90, carrot, 0.7, -14)
            + at(80, -60, carrot, 0.7, 16)
            + at(-215, 40, tomato, 0.72)
            + at(0, 50, onion, 0.66)
            + at(215, 40, pepper, 0.56),
        ),
        at(500, 590, crate(720, 240)),
    ),
}

ESPIGA = {
    "tallarines": factory_bag(CREAM, "#f4d9a0", RED, nest("#efc66e", "#d7a645")),
    "mostachol": factory_bag(SKY, "#f4d9a0", "#2f6f83", filled("#f9ecc9", pasta_tube, 84)),
    "tirabuzon": factory_bag(ROSE, "#f4d9a0", "#c4722a", filled("#f9ecc9", spiral, 78)),
    "codito": factory_bag(MINT, "#f4d9a0", GREEN, filled("#f9ecc9", elbow, 70)),
    "fideos-integrales": factory_bag(SAND, "#d8b382", "#6f4a2a", nest("#b98550", "#8f6236")),
    "noquis": factory_bag(LILAC, "#f4d9a0", "#7a4a82", filled("#efe0bd", gnocchi, 76)),
    "harina-000": factory_bag(SKY, "#fbf6ea", "#2f6f83", meal("#fffdf6", "#ece3cd")),
    "harina-integral": factory_bag(MINT, "#e6cfa6", DARK_GREEN, meal("#e3cda6", "#b3905c")),
    "semola": factory_bag(SUN, "#fbf6ea", "#c4722a", meal("#f6dc94", "#dfb95a")),
    "avena": factory_bag(ROSE, "#fbf6ea", "#a9713f", filled("#f1e2c0", oat, 50)),
    "polenta": factory_bag(CREAM, "#fbf6ea", "#d19a22", meal("#f5c842", "#d79f1c")),
    "lentejas": factory_bag(MINT, "#fbf6ea", "#8a4f2d", filled("#7d4b28", lentil, 36)),
    "arroz": factory_bag(SKY, "#fbf6ea", RED, filled("#efe5cb", rice, 34)),
    "galletitas": sheet(
        ROSE,
        at(400, 500, bag("#f4d9a0", "#a9713f", heap(cookie, ((-70, 20, 0), (80, -10, 40)))), 0.86),
        at(700, 740, cookie, 0.9),
        at(770, 620, cookie, 0.7, 60),
    ),
    "grisines": sheet(
        MINT,
        at(
            500,
            520,
            "".join(
                at(
                    x,
                    -60,
                    box(-19, -330, 38, 560, c, 19)
                    + "".join(
                        ellipse(s, y, 5, 7, "#fff3d4")
                        for s, y in ((-6, -280), (6, -220), (-4, -160), (7, -110))
                    ),
                    turn=t,
                )
                for x, t, c in (
                    (-130, -12, "#d39a55"),
                    (-70, -6, "#c98c45"),
                    (0, 0, "#d39a55"),
                    (70, 6, "#c98c45"),
                    (130, 12, "#d39a55"),
                )
            )
            + solid(path("M-220 -20 H220 L180 320 H-180Z", "#c8452f"), 440, 340, shade=0.7, streak=False)
            + at(0, 150, wheat(1, "#fbe6ae")),
        ),
    ),
    "pan-rallado": factory_bag(SAND, "#e6cfa6", "#8a5a37", meal("#cf9d5c", "#a87436")),
    "tapas-empanada": sheet(
        SUN, at(500, 760, "".join(at(0, -26 * i, dough, 1.3) for i in range(5))), at(500, 540, empanada, 1.2)
    ),
    "tostadas": sheet(
        SKY, at(620, 560, toast, 1.05, 10), at(500, 600, toast, 1.15, 0), at(360, 650, toast, 1.1, -10)
    ),
    "pure-tomate": sheet(
        MINT, at(500, 545, bottle("#c23a27", "#f1e0c4", "#fff3d4", at(0, -8, tomato, 0.5)), 0.98)
    ),
    "tomate-triturado": sheet(
        CREAM,
        at(470, 580, jar("#c23a27", RED, "#fff3d4", at(0, 4, tomato, 0.42)), 1.12),
        at(765, 760, tomato, 0.5),
    ),
    "arvejas": sheet(
        ROSE,
        at(
            460,
            550,
            can(
                GREEN,
                DARK_GREEN,
                ellipse(0, 0, 120, 120, "#f4f7e4")
                + heap(pea, ((-40, -26, 0), (36, -34, 0), (0, 30, 0), (-64, 36, 0), (62, 34, 0))),
            ),
        ),
        at(740, 800, heap(pea, ((0, 0, 0), (62, 14, 0), (-54, 20, 0))), 0.9),
    ),
    "duraznos": sheet(
        SKY,
        at(
            450,
            550,
            can(
                "#d97f38",
                "#e08b3e",
                ellipse(0, 0, 125, 125, "#fff3d4")
                + at(0, 10, peach, 0.95)
                + at(40, -78, leaf(80, 30, GREEN), turn=60),
            ),
        ),
        at(740, 760, peach, 1.05),
    ),
    "mermelada": sheet(
        MINT,
        at(470, 580, jar("#e58a35", "#b5432f", "#fff3d4", at(0, 6, peach, 0.72)), 1.12),
        at(770, 770, peach, 0.9),
    ),
    "dulce-leche": sheet(
        SKY,
        at(
            500,
            580,
            jar(
                "#a8662f",
                "#4f8fa3",
                "#fffaf0",
                path("M-46 0 Q-46 -56 0 -72 Q46 -56 46 0 Q46 52 0 60 Q-46 52 -46 0Z", "#a8662f")
                + ellipse(-14, -16, 10, 20, "#d79a5c"),
            ),
            1.14,
        ),
    ),
    "dulce-batata": sheet(
        ROSE,
        at(
            500,
            620,
            path("M-300 -60 L-180 -170 H320 L200 -60Z", "#d4764a")
            + path("M-300 -60 H200 V170 H-300Z", "#c05f36")
            + path("M200 -60 L320 -170 V60 L200 170Z", "#9b4626")
            + line("M-260 -10 V120", "rgba(255,255,255,.35)", 20)
            + at(-40, 60, wheat(0.9, "#f3c9a4")),
        ),
    ),
    "aceite": sheet(
        CREAM,
        at(
            500,
            545,
            bottle(
                "#edc14a",
                "#3c7434",
                "#fff6da",
                "".join(at(0, 0, leaf(86, 24, "#f0a91f"), turn=30 * i) for i in range(12))
                + ellipse(0, 0, 36, 36, "#6f4a2a"),
            ),
            0.98,
        ),
    ),
    "yerba": sheet(
        SAND,
        at(
            410,
            510,
            bag("#4f7f3a", "#2f5a2c", filled("#6f9a4a", leaf(44, 13, "#3f6f2c"), 40), wheat(0.92, "#e6d9a0")),
            0.9,
        ),
        at(745, 710, mate, 0.95),
    ),
    "leche-polvo": sheet(
        LILAC,
        at(
            500,
            530,
            solid(box(-215, -330, 430, 640, "#eaf2f4", 12), 430, 640, shade=0.72, streak=False)
            + path("M-215 60 Q-100 0 0 60 T215 60 V298 Q215 310 203 310 H-203 Q-215 310 -215 298Z", "#4f8fa3")
            + box(-215, -330, 430, 90, "#2f6f83", 12)
            + at(0, -90, wheat(1.1, "#2f6f83"))
            + at(0, 190, path("M0 -92 Q62 -10 62 34 Q62 88 0 92 Q-62 88 -62 34 Q-62 -10 0 -92Z", "#fff")),
        ),
    ),
    "agua": sheet(
        MINT,
        at(
            500,
            560,
            solid(
                path(
                    "M-70 -330 h140 v60 q130 40 130 150 v350 q0 50 -50 50 h-300 q-50 0 -50 -50 v-350 q0 -110 130 -150z",
                    "#8fc3d6",
                ),
                400,
                620,
            )
            + box(-86, -392, 172, 84, "#2f6f83", 16)
            + box(-200, -40, 400, 200, "#eaf5f7")
            + at(
                0,
                66,
                path("M0 -92 Q62 -10 62 34 Q62 88 0 92 Q-62 88 -62 34 Q-62 -10 0 -92Z", "#4f9fb8"),
                0.86,
            )
            + line("M-140 190 q40 24 80 0 t80 0 t80 0 t60 0", "#ffffff88", 14),
        ),
    ),
    "caja-espiga": sheet(
        SUN,
        at(
            500,
            470,
            at(-190, 30, bag("#f4d9a0", RED, nest("#efc66e", "#d7a645")), 0.5, -8)
            + at(190, 20, bag("#4f7f3a", "#2f5a2c", filled("#6f9a4a", grain, 40)), 0.5, 8)
            + at(0, 0, bottle("#c23a27", "#f1e0c4", "#fff3d4", at(0, 0, tomato, 0.45)), 0.6),
        ),
        at(
            500,
            680,
            solid(path("M-340 -130 H340 L320 170 H-320Z", KRAFT), 680, 300, shade=0.7, streak=False)
            + path("M-340 -130 L-400 -40 L-330 -20Z M340 -130 L400 -40 L330 -20Z", "#b98a55")
            + at(0, 20, wheat(1.15, RED)),
        ),
    ),
}
