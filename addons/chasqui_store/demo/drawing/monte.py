"""Honey and preserves of the Chaco's forest."""

from first_stores import carrot, eggplant, honeycomb, meal, orange_slice, pepper, strawberry, tomato
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
    WOOD,
    at,
    bag,
    ball,
    bottle,
    box,
    ellipse,
    jar,
    line,
    path,
    sheet,
    solid,
)
from vessels import dropper, flower, open_tin

bee = (
    ellipse(-16, -34, 24, 40, "#ffffffcc")
    + ellipse(26, -34, 24, 40, "#ffffffcc")
    + ellipse(0, 10, 62, 40, "#f2b632")
    + path("M-26 -26 h18 v72 h-18z M10 -30 h18 v78 h-18z", "#3a2a1c")
    + ellipse(60, 6, 22, 24, "#3a2a1c")
)
pod = path(
    "M-150 10 Q-40 -70 150 -30 Q170 -10 150 8 Q-30 -20 -140 44 Q-164 34 -150 10Z", "#a9713f"
) + "".join(
    ellipse(x, y, 16, 10, "#8a5730") for x, y in ((-90, -6), (-40, -22), (10, -30), (60, -32), (110, -28))
)
small_fruit = ball(52, "#c98a3c") + line("M-20 -30 q14 -12 30 -8", "#f1cf94", 8)
prickly_pear = (
    solid(
        path("M0 -120 C80 -120 100 -20 84 50 C70 118 -70 118 -84 50 C-100 -20 -80 -120 0 -120Z", "#8e2a6a"),
        180,
        240,
    )
    + path("M-40 -112 Q0 -140 40 -112 Q0 -90 -40 -112Z", "#b84c8f")
    + "".join(
        ellipse(x, y, 6, 6, "#f3d9a6")
        for x, y in ((-40, -50), (10, -70), (44, -20), (-20, 0), (30, 40), (-46, 40))
    )
)
mango = solid(
    path(
        "M-20 -150 C110 -150 160 -20 110 90 C60 170 -80 160 -120 60 C-150 -30 -110 -150 -20 -150Z", "#f0a132"
    ),
    270,
    310,
) + path("M-20 -150 C110 -150 160 -20 118 70 Q90 -90 -20 -150Z", "#d9573a", opacity=".75")
guava = (
    ball(110, "#b9c95a")
    + ellipse(0, 0, 88, 88, "#f0a0a0")
    + ellipse(0, 0, 50, 50, "#e57f86")
    + "".join(
        ellipse(x, y, 6, 8, "#fbe6d2") for x, y in ((-24, -20), (18, -26), (30, 12), (-6, 26), (-32, 14))
    )
)
grapefruit = orange_slice.replace("#f39a2d", "#f0b040").replace("#f6ab3f", "#e8746a")
papaya = (
    solid(
        path("M0 -170 C90 -170 130 40 100 120 C70 190 -70 190 -100 120 C-130 40 -90 -170 0 -170Z", "#ee8a3a"),
        250,
        350,
    )
    + path("M0 -100 C44 -100 62 40 46 90 C30 130 -30 130 -46 90 C-62 40 -44 -100 0 -100Z", "#f7b777")
    + "".join(
        ellipse(x, y, 10, 12, "#33261f") for x, y in ((-10, -40), (14, -10), (-16, 20), (10, 46), (-6, 76))
    )
)
pumpkin_cube = (
    path("M-60 -30 L0 -60 L60 -30 L0 0Z", "#f3a94e")
    + path("M-60 -30 L0 0 V64 L-60 32Z", "#e08b2c")
    + path("M60 -30 L0 0 V64 L60 32Z", "#bf6f1d")
)
chili = solid(
    path("M-20 -130 Q40 -140 40 -60 Q50 60 -50 150 Q-20 40 -50 -60 Q-60 -120 -20 -130Z", RED), 110, 290
) + line("M-6 -130 q6 -36 30 -48", DARK_GREEN, 16)
cucumber = (
    ellipse(0, 0, 56, 56, "#5d8a3a")
    + ellipse(0, 0, 44, 44, "#dfe9b4")
    + "".join(ellipse(x, y, 5, 9, "#b9cc83") for x, y in ((0, -22), (20, 8), (-20, 8)))
)
carrot_coin = ellipse(0, 0, 46, 46, "#ec8331") + ellipse(0, 0, 22, 22, "#f4a65a")
alfajor = (
    solid(
        path("M-130 -40 Q-130 -76 0 -76 Q130 -76 130 -40 V50 Q130 86 0 86 Q-130 86 -130 50Z", "#8a5a2c"),
        260,
        170,
    )
    + box(-130, -12, 260, 34, "#d9a860")
    + line("M-90 -52 Q0 -70 80 -54", "#c98d4c", 10)
)
label = "#fff3d4"


def pot(background, content, lid, mark, beside="", paper=label):
    """A jar on the left, what it is made of on the right."""
    return sheet(background, at(440, 580, jar(content, lid, paper, mark), 1.12), beside)


def tall(background, content, lid, mark, paper=label, inside=""):
    """A tall jar in the middle."""
    return sheet(background, at(500, 590, jar(content, lid, paper, mark, 560), 0.98), inside)


PICTURES = {
    "miel-multifloral": pot(
        SUN,
        "#dd9420",
        "#9a5b00",
        at(0, 0, bee, 0.8),
        at(740, 700, flower("#d9738a"), 1.3)
        + at(800, 560, flower("#fff", size=0.8), 1.1)
        + at(690, 560, flower("#8f6bb0"), 0.7),
    ),
    "miel-algarrobo": pot(CREAM, "#f0bd4a", "#6b7f2e", at(0, 0, pod, 0.62), at(750, 740, pod, 0.95, -20)),
    "miel-quebracho": pot(
        ROSE,
        "#7a3f12",
        "#3d2a1e",
        honeycomb,
        at(
            740,
            710,
            line("M0 100 V-120 M0 -20 L-60 -90 M0 -50 L60 -110", EARTH, 22)
            + "".join(
                ellipse(x, y, 52, 42, c)
                for x, y, c in (
                    (-64, -110, DARK_GREEN),
                    (64, -130, GREEN),
                    (0, -170, GREEN),
                    (0, -96, LIGHT_GREEN),
                )
            ),
            1.1,
        ),
    ),
    "miel-cremosa": pot(
        SKY,
        "#f6e3b4",
        "#dd9420",
        at(0, 0, bee, 0.8),
        at(
            720,
            560,
            line("M40 -260 L0 40", WOOD, 26)
            + path("M-60 40 Q0 0 60 60 Q70 160 0 190 Q-80 160 -60 40Z", "#f6e3b4")
            + line("M-30 90 q30 -20 64 10", "#e3c98c", 10),
            1,
            10,
        ),
    ),
    "miel-granel": sheet(
        MINT,
        at(
            500,
            570,
            line("M-236 -190 C-236 -440 236 -440 236 -190", "#8d8378", 20)
            + solid(path("M-250 -200 H250 L220 270 H-220Z", "#f4efe2"), 500, 480, streak=False)
            + ellipse(0, -200, 250, 70, "#e4dcc8")
            + ellipse(0, -196, 224, 56, "#dd9420")
            + line("M-120 -200 q60 -30 130 -6", "#f3c766", 14)
            + box(-232, -60, 464, 180, "#dd9420")
            + at(0, 30, bee, 1.2),
        ),
    ),
    "panal": sheet(
        CREAM,
        at(
            500,
            560,
            ellipse(0, 230, 390, 70, "#e9e2d0")
            + ellipse(0, 214, 390, 70, "#fffaf0")
            + path(
                "M-280 200 L-220 -190 H250 L290 200 Q240 240 190 206 Q120 260 60 208 Q-20 256 -90 206 Q-180 250 -280 200Z",
                "#dd9420",
            )
            + "".join(
                path(
                    f"M{x} {y - 44} l38 22 v44 l-38 22 l-38 -22 v-44z",
                    "#f2bf4a",
                    stroke="#b8741a",
                    stroke_width=9,
                )
                for r, y in enumerate((-130, -64, 2, 68, 134))
                for x in range(-170 + (r % 2) * 40, 220, 80)
            ),
        ),
    ),
    "hidromiel": sheet(
        LILAC,
        at(430, 545, bottle("#e0a53a", "#3d2a1e", label, at(0, 0, honeycomb, 0.9)), 0.98),
        at(
            720,
            660,
            path("M-80 -150 H80 Q84 0 0 30 Q-84 0 -80 -150Z", "#ffffffaa")
            + path("M-74 -90 H74 Q70 0 0 24 Q-70 0 -74 -90Z", "#e8b548")
            + line("M0 30 V150", "#dfe8ea", 16)
            + ellipse(0, 158, 66, 14, "#dfe8ea"),
        ),
    ),
    "polen": pot(
        MINT,
        "#e9b53a",
        "#6b7f2e",
        flower("#fff"),
        at(
            740,
            790,
            "".join(
                ellipse(x, y, 17, 15, c)
                for x, y, c in (
                    (-70, 10, "#e9b53a"),
                    (-30, 16, "#d98f2a"),
                    (12, 6, "#f0cb5a"),
                    (52, 14, "#c96f2a"),
                    (-50, -18, "#f0cb5a"),
                    (-8, -20, "#e9b53a"),
                    (32, -18, "#d98f2a"),
                    (10, -46, "#e9b53a"),
                )
            ),
            1.2,
        ),
    ),
    "propoleo": sheet(SAND, at(500, 580, dropper("#5a2f14", label, at(0, 0, bee, 0.9)), 1.02)),
    "velas": sheet(
        ROSE,
        "".join(
            at(
                x,
                600,
                path(f"M0 {-h} q-30 -50 0 -110 q30 60 0 110z", "#f7c948")
                + path(f"M0 {-h} q-14 -26 0 -56 q14 30 0 56z", "#f08a2c")
                + line(f"M0 {-h + 30} v-40", "#3d2a1e", 8)
                + solid(box(-70, -h + 20, 140, h + 200, "#e5ad42", 16), 140, 2 * h, streak=False)
                + "".join(
                    path(
                        f"M{-60 + 40 * (i % 4)} {-h + 70 + 60 * (i // 4)} l18 10 v22 l-18 10 l-18 -10 v-22z",
                        "#c98f2c",
                    )
                    for i in range(16)
                ),
            )
            for x, h in ((390, 260), (610, 180))
        ),
    ),
    "balsamo": sheet(
        SUN, at(440, 640, open_tin("#c9702a", "#f6d98c")), at(700, 480, flower("#ee8a3a", "#b5521a", 12, 1.7))
    ),
    "arrope-chanar": pot(
        SAND,
        "#6d3517",
        "#a9713f",
        at(0, 4, small_fruit, 1.1),
        at(720, 800, small_fruit) + at(810, 790, small_fruit, 0.9) + at(770, 715, small_fruit, 0.95),
    ),
    "arrope-tuna": pot(
        MINT, "#5f1c4c", "#66803a", at(0, 4, prickly_pear, 0.6), at(760, 720, prickly_pear, 0.95, 12)
    ),
    "mermelada-mango": pot(SKY, "#f0a132", "#d9573a", at(0, 4, mango, 0.5), at(760, 720, mango, 0.8, 10)),
    "mermelada-guayaba": pot(CREAM, "#d9626c", "#7b8f3a", at(0, 4, guava, 0.72), at(765, 740, guava, 1.0)),
    "mermelada-pomelo": pot(
        LILAC, "#e58a5a", "#d97f38", at(0, 4, grapefruit, 0.5), at(765, 740, grapefruit, 0.72)
    ),
    "mermelada-frutilla": pot(
        MINT, "#b3202f", "#d93a3f", at(0, 4, strawberry, 0.5), at(765, 740, strawberry, 0.78, 10)
    ),
    "mamon": tall(SUN, "#ee9a4a", "#4f8fa3", at(0, 10, papaya, 0.5), inside=at(790, 720, papaya, 0.62, 12)),
    "zapallo-almibar": tall(
        ROSE, "#e8932f", "#3c7434", at(0, 0, pumpkin_cube, 1.2), inside=at(780, 760, pumpkin_cube, 1.1)
    ),
    "berenjenas": tall(
        MINT, "#8c7a4a", "#5b2d62", at(0, 6, eggplant, 0.28), inside=at(790, 700, eggplant, 0.46, 16)
    ),
    "morrones": tall(
        CREAM, "#c8391f", "#2e2a28", at(0, 6, pepper, 0.32), inside=at(790, 720, pepper, 0.52, 8)
    ),
    "pickles": tall(
        SKY,
        "#cfd58a",
        "#3c7434",
        at(-26, 0, cucumber, 0.9) + at(40, 18, carrot_coin, 0.9),
        inside=at(760, 790, cucumber, 1.1) + at(840, 770, carrot_coin, 1.1) + at(800, 690, carrot, 0.42, 160),
    ),
    "salsa-tomate": sheet(
        SAND,
        at(430, 545, bottle("#b8301f", "#3d2a1e", "#f7ead0", at(0, 0, tomato, 0.52)), 0.98),
        at(720, 760, tomato, 0.62),
    ),
    "aji": pot(
        ROSE,
        "#e3b85a",
        RED,
        at(0, 0, chili, 0.6),
        at(720, 690, chili, 0.95, 18) + at(800, 720, chili, 0.85, -8),
    ),
    "harina-algarroba": sheet(
        CREAM,
        at(430, 500, bag(KRAFT, "#6b4a2a", meal("#b98550", "#8f6236"), at(0, 0, pod, 0.6)), 0.98),
        at(770, 770, pod, 0.9, -24),
    ),
    "cafe-algarroba": sheet(
        MINT,
        at(430, 500, bag("#4a3325", "#d9a860", meal("#5c3a24", "#3d2617"), at(0, 0, pod, 0.6)), 0.98),
        at(
            760,
            740,
            solid(
                path("M-100 -60 H100 L84 90 Q80 110 60 110 H-60 Q-80 110 -84 90Z", "#f4efe2"),
                200,
                170,
                streak=False,
            )
            + ellipse(0, -60, 100, 26, "#4a2a17")
            + line("M100 -30 q60 10 40 60 q-14 30 -50 24", "#f4efe2", 20),
        ),
    ),
    "alfajores-miel": sheet(
        SKY, at(360, 690, alfajor, 1.1), at(640, 700, alfajor, 1.1), at(500, 530, alfajor, 1.14)
    ),
}

LOGO_MARK = at(-20, 30, bee, 4.0)
