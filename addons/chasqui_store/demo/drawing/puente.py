"""The marketing co-operative: what twenty-five producers send to town."""

from first_stores import (
    apple,
    bean,
    crate,
    egg,
    filled,
    honeycomb,
    lentil,
    mate,
    meal,
    rice,
    sprout,
    white_egg,
)
from monte import bee
from shapes import (
    CREAM,
    DARK_GREEN,
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
    at,
    bag,
    ball,
    bottle,
    box,
    ellipse,
    heap,
    jar,
    leaf,
    line,
    path,
    sheet,
    solid,
)
from vessels import bar, flower, mound, sack, tin


def grapes(colour):
    return "".join(
        at(x, y, ball(34, colour))
        for x, y in (
            (-66, -60),
            (0, -66),
            (66, -60),
            (-34, -6),
            (34, -6),
            (0, 46),
            (-68, 0),
            (68, 0),
            (0, 98),
        )
    ) + at(6, -90, leaf(110, 54, GREEN), turn=40)


def bowl(colour):
    return path("M-330 -30 H330 Q310 200 90 214 H-90 Q-310 200 -330 -30Z", colour) + path(
        "M120 -30 H330 Q310 200 90 214 H60 Q160 120 120 -30Z", "#00000020"
    )


def wine_glass(wine):
    return (
        path("M-80 -150 H80 Q84 0 0 30 Q-84 0 -80 -150Z", "#ffffffaa")
        + path("M-76 -90 H76 Q70 0 0 24 Q-70 0 -76 -90Z", wine)
        + line("M0 30 V150", "#dfe8ea", 16)
        + ellipse(0, 158, 66, 14, "#dfe8ea")
    )


def round_cheese(rind, paste):
    return (
        path("M-300 -60 v150 q0 110 300 110 q300 0 300 -110 v-150z", rind)
        + path("M110 195 Q300 180 300 90 v-150 l-190 40z", "#00000018")
        + ellipse(0, -60, 300, 112, rind)
        + ellipse(0, -66, 284, 100, "#ffffff30")
        + path("M0 -60 L150 42 V196 Q60 204 0 200Z", paste)
        + path("M0 -60 L-120 46 V188 Q-60 200 0 200Z", "#00000000")
    )


def book(cover, spine, mark):
    return (
        path("M-220 -300 H200 Q230 -300 230 -270 V300 H-220Z", cover)
        + path("M-220 -300 h52 v600 h-52z", spine)
        + path("M-220 300 q0 -40 40 -40 H230 V300z", "#fffaf0")
        + line("M-190 284 H224", "#d8cdb4", 6)
        + mark
    )


chickpea = ball(20, "#e3bd7c") + line("M-6 -6 q8 -8 14 0", "#b98f4c", 4)
red_bean = bean.replace("#2f2430", "#8e2a2a").replace("#6a5870", "#c76a5a")
quinoa = ellipse(0, 0, 9, 8, "#f2e2b4", stroke="#cdb27a", stroke_width=3)
salt = path("M-12 0 l8 -12 16 2 6 12 -12 10z", "#fff", stroke="#d3dde2", stroke_width=3)
sugar_grain = path("M-9 -6 h18 v12 h-18z", "#b0793e")
olive = ellipse(0, 0, 27, 22, "#3a2436") + ellipse(-8, -7, 8, 5, "#7b6076")
peanut = path(
    "M-44 6 C-50 -30 -14 -32 0 -16 C14 -32 50 -30 44 6 C40 34 12 30 0 16 C-12 30 -40 34 -44 6Z", "#d3a261"
) + line("M-26 -6 v14 M-12 -6 v12 M14 -6 v12 M28 -6 v14", "#a97b3d", 5)
walnut = ball(58, "#b98350") + line(
    "M0 -56 q-12 28 0 56 q12 28 0 56 M-40 -30 q20 10 14 40 M38 -30 q-20 10 -14 40", "#8a5a30", 8
)
almond = path("M0 -50 C40 -36 40 26 0 50 C-40 26 -40 -36 0 -50Z", "#b06a3a") + line(
    "M-10 -26 Q-18 4 -8 30 M12 -24 Q20 4 10 28", "#8a4a24", 5
)
raisin = ellipse(0, 0, 25, 17, "#5b3040") + line("M-14 -4 q8 6 14 0 M-2 6 q8 4 12 -2", "#3b1d2a", 4)
gold_raisin = raisin.replace("#5b3040", "#c98f3a").replace("#3b1d2a", "#96641f")
prune = (
    ellipse(0, 0, 62, 46, "#3a2438")
    + line("M-40 -8 q20 14 36 -2 M0 18 q18 10 34 -6 M-10 -26 q16 8 30 2", "#241322", 8)
    + ellipse(-20, -20, 14, 8, "#6a4a66")
)
dried_tomato = path(
    "M-70 0 C-80 -50 -20 -62 0 -50 C30 -66 84 -44 70 6 C64 50 10 44 0 40 C-20 54 -66 44 -70 0Z", "#a8281c"
) + line("M-44 0 q20 -24 42 -8 M4 12 q24 -26 44 -8", "#741810", 9)
smoke = line("M-40 60 q-30 -40 0 -80 q30 -40 0 -80 M40 60 q-30 -40 0 -80 q30 -40 0 -80", "#b9a78c", 14)
cup = solid(
    path("M-120 -70 H120 L100 110 Q96 130 74 130 H-74 Q-96 130 -100 110Z", "#f4efe2"), 240, 200, streak=False
) + ellipse(0, -70, 120, 30, "#e4dcc8")
glass = path("M-92 -170 H92 L74 150 Q72 166 56 166 H-56 Q-72 166 -74 150Z", "#ffffffb0")
tea_leaf = path("M-24 6 Q0 -16 26 -4 Q4 14 -24 6Z", "#33291c")
green_tea = tea_leaf.replace("#33291c", "#6f8f3a")
salami = (
    solid(path("M-330 -70 Q-380 0 -330 70 H330 Q380 0 330 -70Z", "#9a3a30"), 740, 140)
    + "".join(
        ellipse(x, y, 13, 8, "#e9c9b4")
        for x, y in (
            (-260, -30),
            (-180, 20),
            (-100, -34),
            (-20, 30),
            (60, -20),
            (140, 30),
            (220, -26),
            (-220, 44),
        )
    )
    + line("M-350 0 h-60 M350 0 q40 -30 60 10", "#d9c7a4", 16)
)
salami_slice = (
    ellipse(0, 0, 84, 84, "#8a2f28")
    + ellipse(0, 0, 72, 72, "#c4574a")
    + "".join(
        ellipse(x, y, r, r, "#f3ddcc")
        for x, y, r in (
            (-30, -20, 12),
            (20, -34, 10),
            (34, 14, 13),
            (-10, 20, 11),
            (-40, 22, 8),
            (6, 46, 9),
            (0, -6, 8),
        )
    )
)
butter = (
    path("M-300 -40 L-220 -130 H300 L220 -40Z", "#fbe9a0")
    + path("M-300 -40 H220 V130 H-300Z", "#f5da72")
    + path("M220 -40 L300 -130 V50 L220 130Z", "#dcbb4c")
    + path("M-300 20 H60 V130 H-300Z M60 20 L100 -40 V110 L60 130Z", "#dcebea")
    + line("M-270 60 H30 M-270 92 H30", "#4f8fa3", 10)
)
plate = (
    ellipse(0, 0, 120, 120, "#fffaf0")
    + ellipse(0, 0, 84, 84, "none", stroke="#d8cdb4", stroke_width=7)
    + line("M-150 -70 V110 M150 -70 V110", "#fffaf0", 16)
    + line("M-166 -80 V-20 M-134 -80 V-20", "#fffaf0", 8)
)
broom = (
    line("M0 -400 V60", "#c9974e", 34)
    + line("M-46 60 h92 M-54 92 h108", RED, 20)
    + solid(path("M-50 60 H50 L170 330 Q0 372 -170 330Z", "#e3bf62"), 340, 320, shade=0.66, streak=False)
    + line("M-40 100 L-110 326 M-10 100 L-30 344 M20 100 L50 342 M44 100 L124 322", "#b98f35", 8)
    + line("M-72 150 H72 M-96 196 H96", "#8a5a24", 10)
)
drop = path("M0 -92 Q62 -10 62 34 Q62 88 0 92 Q-62 88 -62 34 Q-62 -10 0 -92Z", "#4f9fb8")
detergent = (
    solid(
        path(
            "M-80 -250 H80 V-190 Q170 -150 170 -50 V290 Q170 330 130 330 H-130 Q-170 330 -170 290 V-50 Q-170 -150 -80 -190Z",
            "#7fbf6a",
        ),
        340,
        580,
    )
    + box(-62, -340, 124, 100, "#2f6f83", 16)
    + box(-150, 0, 300, 220, "#f4f7e4")
    + at(0, 110, drop, 0.9)
    + "".join(
        ellipse(x, y, r, r, "#ffffff99")
        for x, y, r in ((220, -120, 34), (270, -30, 22), (210, 20, 16), (-230, -160, 26))
    )
)


def of_kilo(background, colour, stripe, base, grain):
    """Dry goods in an open sack."""
    return sheet(background, at(500, 560, sack(colour, stripe, mound(base, grain)), 1.06))


def spoonful(background, body, x, y, part, size=1.0):
    return sheet(background, at(430, 500, body, 0.96), at(x, y, part, size))


def in_bowl(background, colour, part, size=1.0):
    places = (
        (-190, -60),
        (-95, -86),
        (0, -96),
        (95, -86),
        (190, -60),
        (-140, -120),
        (-45, -150),
        (50, -152),
        (140, -122),
        (-90, -186),
        (4, -206),
        (92, -186),
    )
    return sheet(
        background,
        at(
            500,
            640,
            "".join(at(x, y, part, size, (i * 53) % 150) for i, (x, y) in enumerate(places)) + bowl(colour),
        ),
    )


PICTURES = {
    "malbec": sheet(
        ROSE,
        at(420, 545, bottle("#3a1420", "#7d2338", "#f4efe2", at(0, 0, grapes("#5b1f4a"), 0.75)), 0.98),
        at(720, 660, wine_glass("#6a1730")),
    ),
    "torrontes": sheet(
        MINT,
        at(420, 545, bottle("#a9b95a", "#d9a62c", "#fffaf0", at(0, 0, grapes("#b9c95a"), 0.75)), 0.98),
        at(720, 660, wine_glass("#efe08a")),
    ),
    "vino-costa": sheet(
        LILAC,
        at(
            420,
            545,
            bottle(
                "#4a1f5c",
                "#e9e2d0",
                KRAFT,
                line(
                    "M-110 20 q28 -26 56 0 t56 0 t56 0 t56 0 M-110 60 q28 -26 56 0 t56 0 t56 0 t56 0",
                    "#2e4372",
                    16,
                ),
            ),
            0.98,
        ),
        at(735, 720, grapes("#4a2a6a"), 1.15),
    ),
    "cerveza": sheet(
        SKY,
        at(
            410,
            545,
            bottle(
                "#7a4315",
                "#d9a62c",
                "#fbe6ae",
                "".join(
                    at(0, 40 - 34 * i, leaf(60 - 8 * i, 30, c), turn=t)
                    for i, (t, c) in enumerate(((0, GREEN), (44, LIGHT_GREEN), (-44, LIGHT_GREEN)))
                ),
            ),
            0.98,
        ),
        at(
            725,
            690,
            glass
            + path("M-84 -100 H84 L74 150 Q72 166 56 166 H-56 Q-72 166 -74 150Z", "#e8a92c")
            + "".join(ellipse(x, -120, 44, 36, "#fffaf0") for x in (-60, 0, 60))
            + line("M92 -70 q80 10 60 90 q-14 40 -70 36", "#ffffffb0", 22),
            1.05,
        ),
    ),
    "jugo-manzana": sheet(
        CREAM,
        at(420, 545, bottle("#e3b548", "#3c7434", "#fffaf0", at(0, 10, apple, 0.4)), 0.98),
        at(735, 740, apple, 0.6, 8),
    ),
    "yerba-barbacua": spoonful(
        SAND,
        bag("#7a4a24", "#3d2617", filled("#8a9a4a", path("M-20 0 h40 v7 h-40z", "#5c6f2c"), 34), smoke),
        770,
        710,
        mate,
        0.9,
    ),
    "yerba-suave": spoonful(
        MINT,
        bag(
            "#8fbf6a",
            "#3c7434",
            filled("#a9c46a", path("M-20 0 h40 v7 h-40z", "#6f8f3a"), 34),
            at(0, 50, leaf(120, 46, "#3c7434"), turn=10),
        ),
        770,
        710,
        mate.replace("#8a4f2d", "#d9b46a"),
        0.9,
    ),
    "te-negro": sheet(
        ROSE,
        at(
            410,
            590,
            tin(
                "#7d2338",
                "#fbe6ae",
                at(
                    0,
                    0,
                    heap(
                        tea_leaf, ((-50, -6, 10), (0, 14, 60), (50, -8, 120), (-16, -34, 30), (26, -36, 80))
                    ),
                    1.3,
                ),
                400,
                380,
            ),
        ),
        at(
            745,
            740,
            cup
            + ellipse(0, -70, 100, 22, "#8a3a17")
            + line("M118 -40 q64 0 50 60 q-10 34 -60 34", "#f4efe2", 20),
        ),
    ),
    "te-verde": sheet(
        SUN,
        at(
            410,
            590,
            tin(
                "#3c7434",
                "#f1f5e0",
                at(
                    0,
                    0,
                    heap(
                        green_tea, ((-50, -6, 10), (0, 14, 60), (50, -8, 120), (-16, -34, 30), (26, -36, 80))
                    ),
                    1.3,
                ),
                400,
                380,
            ),
        ),
        at(
            745,
            740,
            cup
            + ellipse(0, -70, 100, 22, "#b9c45a")
            + line("M118 -40 q64 0 50 60 q-10 34 -60 34", "#f4efe2", 20),
        ),
    ),
    "cafe": spoonful(
        SKY,
        bag(
            "#3d2a1e",
            "#3b3a8f",
            meal("#5c3a24", "#2e1a10"),
            ellipse(0, 0, 56, 76, "#a9713f") + line("M8 -70 Q-26 0 8 70", "#3d2a1e", 14),
        ),
        760,
        740,
        cup
        + ellipse(0, -70, 100, 22, "#4a2a17")
        + line("M118 -40 q64 0 50 60 q-10 34 -60 34", "#f4efe2", 20)
        + at(0, -180, smoke, 0.8),
    ),
    "aceite-oliva": sheet(
        MINT,
        at(
            430,
            545,
            bottle(
                "#6f7f2a",
                "#2e2a28",
                "#fffaf0",
                at(0, 60, leaf(120, 34, "#66803a"), turn=-30)
                + at(0, 60, leaf(120, 34, "#66803a"), turn=30)
                + at(0, 30, olive, 1.3),
            ),
            0.98,
        ),
        at(750, 770, heap(olive, ((-40, 0, 0), (30, 10, 20), (0, -44, 40))), 1.3),
    ),
    "aceitunas": in_bowl(CREAM, "#66803a", olive, 2.0),
    "arroz-yamani": of_kilo(
        SAND,
        "#c9a56f",
        "#7d2338",
        "#c9a878",
        rice.replace("#f7f0df", "#d9bf8f").replace("#d8c9a2", "#9c7f4f"),
    ),
    "arroz-largo": of_kilo(SKY, "#f4efe2", "#3b3a8f", "#efe5cb", rice),
    "azucar": of_kilo(ROSE, "#e6cfa6", "#8a4f2d", "#96602c", sugar_grain),
    "sal": of_kilo(LILAC, "#b9cdd6", "#2f6f83", "#eaf0f2", salt),
    "pimenton": sheet(
        CREAM,
        at(
            430,
            620,
            tin(
                "#b5301c",
                "#f4d9a0",
                at(
                    0,
                    -10,
                    path("M-20 -60 Q40 -70 40 -10 Q44 50 -40 80 Q-10 30 -36 -20 Q-46 -54 -20 -60Z", "#b5301c")
                    + line("M-6 -58 q6 -20 24 -26", DARK_GREEN, 10),
                ),
                380,
                300,
            ),
        ),
        at(750, 800, path("M-110 30 Q0 -110 110 30Z", "#c4442a") + ellipse(0, 32, 112, 20, "#a8321c")),
    ),
    "pasta-mani": sheet(
        SUN,
        at(440, 580, jar("#c9935a", "#8a4f2d", "#fff3d4", at(0, 0, peanut, 1.3)), 1.12),
        at(760, 770, heap(peanut, ((-30, 20, 0), (50, 10, 50), (10, -40, 100))), 1.25),
    ),
    "quinua": of_kilo(MINT, "#d9b46a", "#a83a5a", "#e9d3a0", quinoa),
    "garbanzos": in_bowl(SUN, "#2f6f83", chickpea, 2.5),
    "porotos-colorados": in_bowl(SKY, "#c68f56", red_bean, 1.6),
    "mandioca": sheet(
        ROSE,
        at(400, 500, bag("#fbf6ea", "#6b7f2e", meal("#fffefa", "#eeeade"), at(0, 0, sprout, 0.9)), 0.94),
        at(
            760,
            680,
            solid(
                path(
                    "M-30 -230 Q60 -220 80 -60 Q100 120 20 230 Q-60 140 -70 -40 Q-76 -200 -30 -230Z",
                    "#7a4f30",
                ),
                180,
                460,
            )
            + ellipse(-4, -214, 40, 22, "#fffaf0"),
            0.85,
            14,
        ),
    ),
    "lentejones": of_kilo(
        CREAM,
        "#8d9a6a",
        "#4d5a2c",
        "#7d8a4a",
        lentil.replace("#a8683a", "#9aa35a").replace("#c98d5c", "#c3ca8c"),
    ),
    "nueces": in_bowl(LILAC, "#8a5a37", walnut, 1.0),
    "almendras": in_bowl(MINT, "#f4efe2", almond, 1.25),
    "pasas": sheet(
        SAND,
        at(
            500,
            640,
            "".join(
                at(x, y, p, 2.0, t)
                for x, y, p, t in (
                    (-190, -60, raisin, 0),
                    (-95, -86, gold_raisin, 30),
                    (0, -96, raisin, 70),
                    (95, -86, gold_raisin, 10),
                    (190, -60, raisin, 120),
                    (-140, -110, gold_raisin, 60),
                    (-45, -136, raisin, 20),
                    (50, -138, gold_raisin, 80),
                    (140, -112, raisin, 40),
                    (-84, -166, raisin, 100),
                    (4, -182, gold_raisin, 0),
                    (90, -168, raisin, 60),
                )
            )
            + bowl("#66803a"),
        ),
    ),
    "ciruelas": in_bowl(SUN, "#7a4a82", prune, 1.0),
    "tomates-secos": in_bowl(CREAM, "#3c7434", dried_tomato, 0.95),
    "mani": in_bowl(ROSE, "#d19a22", peanut, 1.4),
    "queso-cabra": sheet(
        SKY,
        at(
            500,
            600,
            round_cheese("#f4efe2", "#fffaf0")
            + at(-10, -80, leaf(90, 32, GREEN), turn=80)
            + at(-40, -74, leaf(80, 28, DARK_GREEN), turn=40),
            1.05,
        ),
    ),
    "queso-sardo": sheet(
        MINT,
        at(
            500,
            600,
            round_cheese("#3a2e26", "#f3d17a")
            + "".join(ellipse(x, y, 9, 7, "#d9ae4a") for x, y in ((50, 40), (96, 90), (60, 130), (110, 160))),
            1.05,
        ),
    ),
    "manteca": sheet(ROSE, at(500, 660, ellipse(0, 150, 400, 50, "#fffaf0") + butter, 1.05)),
    "huevos-campo": sheet(
        LILAC,
        at(
            500,
            590,
            heap(
                egg,
                ((-225, -50, -4), (-75, -60, 0), (75, -60, 3), (225, -50, 4)),
            )
            + heap(white_egg, ((-150, 10, -6), (0, 14, 0), (150, 10, 6)))
            + path("M-370 40 H370 L330 220 Q326 240 300 240 H-300 Q-326 240 -330 220Z", "#8d9a9a")
            + line("M-260 60 v160 M-130 60 v170 M0 60 v172 M130 60 v170 M260 60 v160", "#74807f", 14),
        ),
    ),
    "salame": sheet(
        SUN,
        at(500, 520, salami, 1.0, -16),
        at(330, 760, salami_slice),
        at(500, 790, salami_slice),
        at(670, 760, salami_slice),
    ),
    "miel-talar": sheet(
        CREAM,
        at(440, 580, jar("#d98a1c", "#3b3a8f", "#fff3d4", honeycomb), 1.12),
        at(750, 720, bee, 1.2, -12),
        at(800, 600, flower("#8f6bb0"), 0.8),
    ),
    "cuaderno": sheet(
        MINT,
        at(
            520,
            540,
            book(
                "#2e4372",
                "#d9a62c",
                box(-110, -180, 280, 150, "#fffaf0", 10) + line("M-80 -130 H140 M-80 -90 H80", "#b9b2a0", 10),
            ),
        ),
        at(
            800,
            560,
            line("M0 -260 V180", "#d9a62c", 36)
            + path("M-18 180 h36 L0 240Z", "#f3dcb0")
            + box(-18, -290, 36, 44, RED, 6),
            0.95,
            14,
        ),
    ),
    "libro": sheet(
        SKY,
        at(
            500,
            540,
            book(
                "#c8452f", "#8e2a1c", at(26, -60, plate) + line("M-110 120 H170 M-60 160 H120", "#fbe6ae", 16)
            ),
            1.02,
            -4,
        ),
    ),
    "detergente": sheet(CREAM, at(500, 530, detergent, 0.98)),
    "jabon-pan": sheet(
        SKY,
        at(520, 720, bar("#fdf8ea", "#e9e0c8", line("M-90 0 H90", "#d3c8aa", 14)), 1.1),
        at(470, 500, bar("#fdf8ea", "#e9e0c8", line("M-90 0 H90", "#d3c8aa", 14)), 1.1, -6),
        "".join(
            ellipse(x, y, r, r, "#ffffffb0") for x, y, r in ((760, 400, 46), (830, 330, 28), (770, 280, 18))
        ),
    ),
    "escoba": sheet(MINT, at(500, 500, broom, 0.98, 12)),
    "bolson-almacen": sheet(
        SUN,
        at(
            500,
            470,
            at(-220, 20, bag("#8fbf6a", "#3c7434", meal("#a9c46a", "#6f8f3a")), 0.48, -8)
            + at(220, 20, bag("#fbf6ea", "#c8452f", meal("#efe5cb", "#cbb893")), 0.48, 8)
            + at(-70, -10, bottle("#3a1420", "#7d2338", "#f4efe2"), 0.56, -3)
            + at(90, 20, jar("#d98a1c", "#3b3a8f", "#fff3d4", honeycomb), 0.66),
        ),
        at(500, 640, crate(700, 220)),
    ),
}

LOGO_MARK = (
    line("M-300 110 Q0 -230 300 110", "#fff", 40)
    + line("M-330 130 H330", "#fff", 40)
    + line("M-180 20 V120 M-60 -46 V120 M60 -46 V120 M180 20 V120", "#e6e4f5", 22)
)
