"""The bakery of Villa María."""

from first_stores import lemon, meal
from shapes import (
    CREAM,
    GREEN,
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
    box,
    ellipse,
    jar,
    leaf,
    line,
    path,
    sheet,
    solid,
    wheat,
)

CRUST, DARK_CRUST, FLOUR = "#c98540", "#96582a", "#f3dcb0"


def loaf(colour, width, height, cuts, pale=FLOUR):
    """A loaf on its side with its cuts, centred on 0 0."""
    w, h = width / 2, height / 2
    shape = path(
        f"M{-w} {h * 0.5} C{-w * 1.06} {-h} {-w * 0.5} {-h} 0 {-h} C{w * 0.5} {-h} {w * 1.06} {-h} {w} {h * 0.5} C{w * 0.95} {h} {-w * 0.95} {h} {-w} {h * 0.5}Z",
        colour,
    )
    return solid(shape, width, height) + "".join(
        line(
            f"M{x} {h * 0.2} Q{x + h * 0.4} {-h * 0.2} {x + h * 0.4} {-h * 0.72}",
            pale,
            max(14, height * 0.09),
        )
        for x in cuts
    )


def boule(colour, radius, mark=""):
    return ball(radius, colour, 0.78) + mark


def seeds(places, colours=("#f6e7c4", "#4a3325", "#d9b46a")):
    return "".join(
        at(x, y, ellipse(0, 0, 11, 6, colours[i % len(colours)]), turn=i * 47)
        for i, (x, y) in enumerate(places)
    )


cross = line("M-120 30 Q-20 -50 110 -60 M-90 -70 Q10 -20 120 40", FLOUR, 20)
slice_ = solid(
    path("M-110 150 V-70 C-160 -100 -130 -180 0 -180 C130 -180 160 -100 110 -70 V150Z", CRUST),
    280,
    340,
    streak=False,
) + path("M-88 128 V-56 C-128 -84 -104 -156 0 -156 C104 -156 128 -84 88 -56 V128Z", "#f4dfb4")
roll = solid(
    path("M-120 40 C-130 -70 -60 -90 0 -90 C60 -90 130 -70 120 40 C110 84 -110 84 -120 40Z", "#dba04f"),
    250,
    170,
) + line("M-60 -30 Q0 -58 60 -30", "#b97b34", 9)
cheese_roll = ball(78, "#e9bd60", 0.86) + "".join(
    ellipse(x, y, 12, 9, "#c98d34") for x, y in ((-26, -16), (20, -26), (30, 20), (-20, 26))
)
flaky = (
    solid(
        path(
            "M-95 -62 H95 Q112 -62 110 -40 L104 52 Q102 70 84 70 H-84 Q-102 70 -104 52 L-110 -40 Q-112 -62 -95 -62Z",
            "#d79a4c",
        ),
        220,
        140,
        streak=False,
    )
    + line("M-98 -30 H98 M-98 0 H98 M-98 30 H98", "#b5772f", 8)
    + ellipse(0, -58, 84, 18, "#e9bd7a")
)
biscuit = ball(64, "#dda95a", 0.9) + "".join(
    ellipse(x, y, 6, 6, "#8f5c2b") for x, y in ((-24, -14), (0, -26), (24, -12), (-12, 14), (16, 18))
)
croissant = (
    solid(
        path(
            "M-190 110 C-230 -30 -120 -150 0 -150 C120 -150 230 -30 190 110 C170 140 140 130 130 100 C110 20 60 -20 0 -20 C-60 -20 -110 20 -130 100 C-140 130 -170 140 -190 110Z",
            "#cf8a3c",
        ),
        420,
        300,
    )
    + line(
        "M-60 -138 Q-56 -70 -30 -24 M60 -138 Q56 -70 30 -24 M-140 -80 Q-110 -30 -92 16 M140 -80 Q110 -30 92 16",
        "#a3642a",
        10,
    )
    + line("M-110 -90 Q-40 -136 30 -126", "#f3cf94", 12)
)
sugar = "".join(
    ellipse(x, y, 5, 5, "#fff") for x, y in ((-40, -20), (0, -40), (36, -16), (-16, 10), (24, 20), (-50, 18))
)
doughnut = ball(92, "#b8692c", 0.9) + ellipse(0, -10, 30, 20, "#7a3a17") + sugar
stick = solid(box(-150, -34, 300, 68, "#dba04f", 30), 300, 68, streak=False) + line(
    "M-120 -10 H120 M-110 14 H110", "#b97b34", 7
)
horn = (
    solid(path("M-130 -50 Q60 -70 130 -20 V30 Q60 70 -130 54Z", "#d99a4e"), 260, 120, streak=False)
    + "".join(line(f"M{x} -54 q22 50 0 100", "#b5772f", 9) for x in (-90, -40, 10, 60))
    + ellipse(-130, 2, 28, 50, "#fbeecb")
    + ellipse(-130, 2, 16, 32, "#f0d79a")
)
churro = (
    solid(
        path(
            "M-170 -44 H170 Q200 -44 200 -10 V10 Q200 44 170 44 H-170 Q-200 44 -200 10 V-10 Q-200 -44 -170 -44Z",
            "#b9712f",
        ),
        400,
        88,
        streak=False,
    )
    + line("M-176 -18 H176 M-176 10 H176", "#8f5220", 9)
    + ellipse(200, 0, 18, 28, "#8a4a1f")
    + at(-60, 0, sugar)
    + at(80, 0, sugar)
)


def breadsticks():
    return "".join(
        at(
            x,
            0,
            box(-17, -310, 34, 600, c, 17)
            + "".join(ellipse(6 * (-1) ** i, -250 + 110 * i, 6, 10, "#5d7a3a") for i in range(5)),
            turn=t,
        )
        for x, t, c in (
            (-150, -14, "#d39a55"),
            (-76, -7, "#c98c45"),
            (0, 0, "#dba75f"),
            (76, 7, "#c98c45"),
            (150, 14, "#d39a55"),
        )
    )


def pie(filling, lattice="", rim="#d9a055"):
    """A round pie seen from the front and above."""
    return (
        path("M-370 -20 Q-350 170 -280 190 H280 Q350 170 370 -20Z", "#b97b3c")
        + "".join(
            line(f"M{x} {40 + abs(x) // 14} L{x * 0.84:.0f} 176", "#9c642c", 9) for x in range(-320, 330, 64)
        )
        + ellipse(0, -20, 372, 150, rim)
        + ellipse(0, -22, 324, 122, filling)
        + lattice
    )


def cake(colour, top, drip="", seeds_=""):
    """A loaf cake, one slice cut."""
    return (
        solid(
            path("M-310 -90 Q-300 -170 -60 -170 Q190 -170 200 -90 L190 170 H-290Z", colour),
            520,
            350,
            streak=False,
        )
        + path(
            "M-310 -90 Q-300 -170 -60 -170 Q190 -170 200 -90 Q160 -40 110 -80 Q60 -30 0 -76 Q-60 -30 -120 -78 Q-180 -34 -230 -80 Q-280 -50 -310 -90Z",
            top,
        )
        + drip
        + seeds_
    )


def cake_slice(crumb, top, swirl=""):
    return (
        path("M-90 -110 Q-90 -170 0 -170 Q90 -170 90 -110 V170 H-90Z", "#a9662c")
        + path("M-70 -96 Q-70 -142 0 -142 Q70 -142 70 -96 V150 H-70Z", crumb)
        + swirl
        + path("M-90 -110 Q-90 -178 0 -178 Q90 -178 90 -110 Q40 -80 0 -112 Q-40 -80 -90 -110Z", top)
    )


ring = (
    ellipse(0, 0, 300, 210, CRUST)
    + ellipse(0, 30, 300, 206, "#00000014")
    + ellipse(0, -10, 110, 66, "#f8ddd0")
    + ellipse(0, -14, 104, 58, "#b97b3c", opacity=".5")
    + line(
        "M-190 -60 Q-120 -160 0 -150 Q120 -160 190 -60 Q220 40 120 110 Q0 160 -120 110 Q-220 40 -190 -60Z",
        "#fbeecb",
        44,
    )
    + "".join(
        at(x, y, ball(28, c))
        for x, y, c in ((-160, -100, RED), (150, -110, RED), (190, 60, RED), (-190, 60, RED), (0, 130, RED))
    )
    + "".join(at(x, y, leaf(54, 20, GREEN), turn=60) for x, y in ((-120, -120), (190, -90), (30, 140)))
)
panettone = (
    solid(path("M-230 -30 H230 L204 280 H-204Z", "#c8452f"), 460, 320, streak=False)
    + "".join(line(f"M{x} -10 L{x * 0.88:.0f} 270", "#a3321f", 9) for x in range(-190, 200, 54))
    + solid(
        path("M-240 -20 Q-270 -250 0 -260 Q270 -250 240 -20 Q120 20 0 -6 Q-120 20 -240 -20Z", "#b9742f"),
        500,
        280,
    )
    + path("M-160 -176 Q0 -270 160 -176 Q110 -130 60 -170 Q0 -120 -60 -168 Q-110 -130 -160 -176Z", "#fffaf0")
    + "".join(
        ellipse(x, y, 17, 14, c)
        for x, y, c in (
            (-110, -80, "#7a2f45"),
            (-30, -60, "#5d9a3f"),
            (60, -86, "#7a2f45"),
            (130, -50, "#e8932f"),
            (-170, -40, "#e8932f"),
            (10, -110, "#c8452f"),
        )
    )
)
pizza = (
    ellipse(0, 12, 330, 150, "#a9662c")
    + ellipse(0, 0, 330, 150, "#dba75f")
    + ellipse(0, -4, 274, 116, "#c8391f")
    + "".join(
        ellipse(x, y, 34, 15, "#db5a3a") for x, y in ((-140, -20), (-40, 40), (60, -50), (150, 10), (0, -4))
    )
    + "".join(at(x, y, leaf(40, 15, "#5d7a3a"), turn=70) for x, y in ((-90, 10), (20, -60), (110, 50)))
)
dough_disc = (
    ellipse(0, 10, 300, 92, "#d9bf86")
    + ellipse(0, 0, 300, 92, "#f4e3ba")
    + ellipse(0, 0, 262, 74, "none", stroke="#e2cb95", stroke_width=6)
)
alfajor_maicena = (
    ellipse(0, 50, 136, 40, "#efd9a4")
    + box(-136, -50, 272, 100, "#efd9a4")
    + box(-140, -22, 280, 46, "#a8662f")
    + "".join(box(x, -18 + (i % 3) * 13, 16, 7, "#fffaf0", 3) for i, x in enumerate(range(-132, 130, 22)))
    + ellipse(0, -50, 136, 40, "#f9eac4")
)
basket = path("M-380 0 Q0 70 380 0 L310 210 Q0 280 -310 210Z", "#b98a5a") + line(
    "M-340 70 Q0 140 340 70 M-324 130 Q0 200 324 130", "#96693c", 15
)
jar_of_dough = jar("#f1e0b8", "#a9713f", "#fffaf0", at(0, 0, wheat(0.8, CRUST))) + "".join(
    ellipse(x, y, r, r, "#dcc38c")
    for x, y, r in ((-80, -120, 16), (60, -130, 20), (0, -100, 12), (100, -80, 12), (-110, -70, 12))
)

PICTURES = {
    "pan-frances": sheet(
        SUN,
        "".join(
            at(x, y, loaf("#d9994a", 300, 170, (-60, 20)), 1, t)
            for x, y, t in ((330, 560, -10), (660, 560, 12), (500, 470, 0))
        ),
        at(500, 640, basket, 0.98),
    ),
    "pan-casero": sheet(CREAM, at(500, 600, boule("#c37f3a", 290, cross), 1.05)),
    "masa-madre": sheet(
        SAND,
        at(
            500,
            600,
            boule(
                DARK_CRUST,
                300,
                at(0, -10, wheat(1.9, FLOUR))
                + ellipse(-150, 60, 60, 16, "#f3dcb033")
                + ellipse(140, 80, 70, 18, "#f3dcb033"),
            ),
            1.05,
        ),
    ),
    "integral": sheet(
        MINT,
        at(
            500,
            610,
            loaf("#8a5a30", 640, 340, ())
            + seeds([(x, y) for y in (-130, -90, -50, -10, 30) for x in range(-230 + (y % 3) * 20, 250, 62)]),
            1.08,
        ),
    ),
    "centeno": sheet(
        LILAC,
        at(590, 590, loaf("#5c3a24", 480, 320, (-60, 40), "#b99a72")),
        at(320, 650, slice_.replace(CRUST, "#5c3a24").replace("#f4dfb4", "#a87f55"), 0.95),
    ),
    "baguette": sheet(
        SKY,
        at(410, 530, loaf("#d39244", 760, 150, (-250, -130, -10, 110, 220)), 1, -62),
        at(610, 540, loaf("#c98540", 760, 150, (-250, -130, -10, 110, 220)), 1, -66),
    ),
    "molde": sheet(
        ROSE,
        at(
            580,
            580,
            solid(
                path(
                    "M-290 200 V-70 C-330 -110 -290 -180 -180 -180 H180 C290 -180 330 -110 290 -70 V200Z",
                    CRUST,
                ),
                620,
                400,
                streak=False,
            ),
        ),
        at(330, 630, slice_, 1.0),
        at(250, 650, slice_, 1.0, -6),
    ),
    "figazas": sheet(
        MINT,
        "".join(
            at(x, y, roll, 1.1)
            for x, y in ((330, 560), (500, 530), (670, 560), (410, 660), (590, 660), (500, 760))
        ),
    ),
    "chipa": sheet(
        SUN,
        "".join(
            at(x, y, cheese_roll, 1.05)
            for x, y in ((380, 560), (500, 520), (620, 560), (320, 640), (440, 640), (560, 640), (680, 640))
        ),
        at(500, 660, basket, 0.95),
    ),
    "pan-sin-tacc": sheet(
        SKY,
        at(500, 600, loaf("#e6cf9a", 600, 330, (-140, -20, 100), "#fff6df"), 1.05),
        at(
            500,
            640,
            ellipse(0, 0, 96, 96, "#fffaf0")
            + at(0, 0, wheat(0.8, "#b9822f"))
            + line("M-66 66 L66 -66", RED, 18),
        ),
    ),
    "criollitos": sheet(
        ROSE,
        "".join(
            at(x, y, flaky, 1.15) for x, y in ((330, 760), (580, 770), (450, 640), (690, 650), (560, 520))
        ),
    ),
    "bizcochitos": sheet(
        CREAM,
        at(
            500,
            640,
            "".join(
                at(x, y, biscuit, 1.1)
                for x, y in (
                    (-170, -60),
                    (-50, -90),
                    (80, -80),
                    (190, -50),
                    (-110, -150),
                    (20, -180),
                    (130, -150),
                )
            ),
        ),
        at(
            500,
            660,
            solid(
                path("M-300 -40 H300 Q280 190 90 205 H-90 Q-280 190 -300 -40Z", "#2f6f83"),
                600,
                250,
                streak=False,
            )
            + line("M-284 20 H284", "#fbe6ae", 16),
        ),
    ),
    "medialunas": sheet(
        SKY, at(340, 660, croissant, 0.8, -10), at(660, 670, croissant, 0.8, 12), at(500, 490, croissant, 0.9)
    ),
    "facturas": sheet(
        SAND,
        at(500, 520, "")
        + at(330, 600, croissant, 0.6, -8)
        + at(660, 590, doughnut, 1.15)
        + at(500, 700, stick, 1.05, -4)
        + at(680, 745, horn, 0.95, 6)
        + at(500, 470, horn, 1.0, -10)
        + at(310, 760, doughnut, 0.9),
    ),
    "churros": sheet(
        MINT,
        "".join(
            at(x, y, churro, 0.95, t)
            for x, y, t in ((480, 780, 2), (520, 680, -4), (470, 580, 5), (540, 480, -10))
        ),
    ),
    "grisines-oliva": sheet(
        SUN,
        at(
            500,
            510,
            breadsticks()
            + solid(path("M-190 30 H190 L170 320 H-170Z", "#f4efe2"), 380, 290, streak=False)
            + box(-184, 110, 368, 110, "#1f5f73")
            + at(0, 165, leaf(90, 30, "#b9cc83"), 1, 90),
        ),
    ),
    "pastafrola": sheet(
        ROSE,
        at(
            500,
            610,
            pie(
                "#a83a2a",
                "".join(line(f"M{x} -118 L{x + 90} 84", "#e2b06a", 26) for x in range(-300, 240, 104))
                + "".join(line(f"M{x} -118 L{x - 90} 84", "#d9a055", 26) for x in range(-210, 330, 104)),
            ),
        ),
    ),
    "tarta-ricota": sheet(
        LILAC,
        at(
            500,
            610,
            pie(
                "#f9eccb",
                path("M-250 -60 Q0 -150 250 -60 Q200 60 0 70 Q-200 60 -250 -60Z", "#fffaf0")
                + "".join(
                    ellipse(x, y, 10, 6, "#e8c95a")
                    for x, y in ((-140, -40), (-40, -80), (70, -50), (150, -20), (-80, 10), (30, 20))
                ),
            ),
            1,
        ),
        at(760, 470, lemon, 0.5, -20),
    ),
    "budin-limon": sheet(
        MINT,
        at(
            470,
            620,
            cake(
                "#e3b04e",
                "#fffaf0",
                seeds_=seeds(
                    [(-230, -120), (-150, -130), (-60, -120), (30, -130), (120, -110)], ("#3a3a44",)
                ),
            ),
        ),
        at(760, 650, cake_slice("#f6dc7c", "#fffaf0"), 0.86, 6),
        at(280, 420, lemon, 0.42, 16),
    ),
    "budin-marmolado": sheet(
        CREAM,
        at(470, 620, cake("#a8692f", "#4a2a17")),
        at(
            760,
            650,
            cake_slice(
                "#f3dca4",
                "#4a2a17",
                path(
                    "M-60 100 Q-50 20 10 40 Q60 60 50 -20 Q40 -70 -20 -50 Q-60 -30 -40 20 Q-20 60 -60 100Z",
                    "#5c3a24",
                ),
            ),
            0.86,
            6,
        ),
    ),
    "maicena": sheet(
        SKY,
        at(350, 730, alfajor_maicena, 1.05),
        at(650, 735, alfajor_maicena, 1.05),
        at(500, 570, alfajor_maicena, 1.12),
    ),
    "rosca": sheet(SUN, at(500, 590, ring, 1.15)),
    "pan-dulce": sheet(MINT, at(500, 560, panettone, 1.02)),
    "prepizza": sheet(SAND, at(470, 740, pizza, 1.0), at(530, 540, pizza, 0.96)),
    "tapas-tarta": sheet(
        LILAC,
        "".join(at(500, y, dough_disc, 1.15) for y in (740, 690, 640)),
        at(
            690,
            470,
            line("M-130 60 L130 -60", WOOD, 60) + line("M-190 88 L-150 70 M150 -70 L190 -88", "#7a4f30", 26),
        ),
    ),
    "harina-oncativo": sheet(SKY, at(500, 500, bag("#fbf6ea", "#1f5f73", meal("#fffdf6", "#ece3cd")))),
    "masa-madre-frasco": sheet(
        ROSE, at(480, 580, jar_of_dough, 1.12), at(730, 520, at(0, 0, wheat(2.0, "#b9822f")), 1, 16)
    ),
}

LOGO_MARK = at(0, 30, loaf("#f3dcb0", 560, 320, (-150, -30, 90), "#1f5f73"))
