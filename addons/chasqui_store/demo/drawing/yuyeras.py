"""Herbs, soaps and salves of the hills of Traslasierra."""

from shapes import (
    CREAM,
    GREEN,
    LIGHT_GREEN,
    LILAC,
    MINT,
    ROSE,
    SAND,
    SKY,
    SUN,
    at,
    ball,
    bottle,
    box,
    ellipse,
    fan,
    jar,
    line,
    path,
    sheet,
    solid,
    tie,
)
from vessels import bar, daisy_stem, dropper, flower, open_tin, pouch, sprig

lavender = (
    line("M0 0 V-330", "#6b8a4a", 11)
    + "".join(
        ellipse(side * 15, -190 - 26 * i, 18, 15, c)
        for i, c in enumerate(("#7a5aa8", "#8f6bb0", "#7a5aa8", "#a084c4", "#8f6bb0", "#b39bd0"))
        for side in (-1, 1)
    )
    + ellipse(0, -352, 14, 20, "#a084c4")
)
rosemary = line("M0 0 V-320", "#7a5a3a", 11) + "".join(
    line(f"M0 {-30 - 26 * i} l{side * 52} -34", "#5f8a5a", 13) for i in range(11) for side in (-1, 1)
)
peperina, poleo = sprig(5, GREEN), sprig(7, "#8fae6a", leaf_length=60, spread=40)
mint = sprig(4, "#4f9a4a", leaf_length=130, width=0.55)
lemon_verbena = sprig(5, LIGHT_GREEN, leaf_length=150, width=0.24, spread=48)
burro = sprig(6, "#7d8f4a", leaf_length=80, width=0.5, spread=72) + "".join(
    at(0, -300 + 40 * i, ellipse(0, 0, 12, 12, "#fff")) for i in range(3)
)
jarilla = sprig(6, "#66803a", leaf_length=70, width=0.3, spread=64) + "".join(
    at(x, y, flower("#f2cf3a", "#d9972b", 5, 0.4)) for x, y in ((-60, -200), (60, -130), (10, -300))
)
chamomile = daisy_stem("#fff")
calendula = flower("#ee8a3a", "#b5521a", 14)


def herb(background, paper, ribbon, plant, number=3):
    """A pouch of dried herb with the plant itself standing out of it and drawn on its label."""
    return sheet(
        background,
        at(430, 560, pouch(paper, ribbon, at(0, 100, plant, 0.6), fan(plant, number, 24)), 0.98),
        at(770, 830, plant, 1.15, 14),
    )


PICTURES = {
    "peperina": herb(MINT, "#e6cfa6", "#4d6b1f", peperina),
    "poleo": herb(CREAM, "#d8c4a0", "#8fae6a", poleo),
    "menta": herb(SKY, "#f4efe2", "#2f8f6b", mint),
    "cedron": herb(SUN, "#e6cfa6", "#93bf5a", lemon_verbena),
    "manzanilla": herb(ROSE, "#f4efe2", "#e9a92f", chamomile),
    "burro": herb(SAND, "#cfa06a", "#7d8f4a", burro),
    "mate-serrano": sheet(
        LILAC,
        at(
            400,
            560,
            pouch(
                "#cfa06a",
                "#a8442a",
                at(0, 100, peperina, 0.4, -24) + at(0, 100, mint, 0.4, 24),
                at(-80, 0, peperina, 1, -20)
                + at(-20, 0, poleo, 1, -6)
                + at(30, 0, lemon_verbena, 1, 6)
                + at(80, 0, mint, 1, 20),
            ),
            0.98,
        ),
        at(
            760,
            740,
            solid(path("M-85 -90 C-130 20 -100 110 0 110 C100 110 130 20 85 -90Z", "#a9713f"), 220, 220)
            + ellipse(0, -90, 88, 26, "#6f8f3a")
            + ellipse(0, -90, 88, 26, "none", stroke="#c9c9c4", stroke_width=14)
            + line("M16 -90 L90 -240 l24 -4", "#c3c8c9", 15),
        ),
    ),
    "ramo-lavanda": sheet(
        SUN,
        at(
            500,
            760,
            fan(lavender, 9, 34, 0, 0)
            + fan(line("M0 0 V120", "#6b8a4a", 11), 7, 26)
            + tie(10, 120, "#a8442a"),
            1.5,
        ),
    ),
    "sal-hierbas": sheet(
        SKY,
        at(
            440,
            590,
            jar("#eef0ea", "#4d6b1f", "#fff3d4", at(0, 70, rosemary, 0.42))
            + "".join(
                ellipse(x, y, 9, 5, "#5f8a5a")
                for x, y in ((-90, -110), (-30, -130), (40, -100), (100, -120), (0, -80))
            ),
            1.08,
        ),
        at(770, 840, rosemary, 1.1, 12),
    ),
    "vinagre-romero": sheet(
        ROSE,
        at(
            470,
            545,
            bottle("#b5674a", "#4d6b1f", "#fff3d4", at(0, 70, rosemary, 0.4)) + at(30, -60, rosemary, 0.8),
            0.98,
        ),
        at(770, 840, rosemary, 0.95, 14),
    ),
    "jabon-lavanda": sheet(
        MINT,
        at(500, 720, bar("#cfc0e4", "#b09ccf", at(0, 66, lavender, 0.36, 90)), 1.15),
        at(660, 560, lavender, 1.05, 24),
        at(610, 570, lavender, 1.0, 8),
    ),
    "jabon-calendula": sheet(
        LILAC,
        at(480, 720, bar("#f8d28a", "#eeb65a", at(0, 0, calendula, 0.5)), 1.15),
        at(720, 500, calendula, 1.4),
        at(560, 520, calendula, 0.9),
    ),
    "jabon-arcilla": sheet(
        CREAM,
        at(
            480,
            720,
            bar("#d08a66", "#b8694a", line("M-120 0 q30 -22 60 0 t60 0 t60 0 t60 0", "#e9b89a", 16)),
            1.15,
        ),
        at(
            690,
            500,
            ball(110, "#f39a2d")
            + ellipse(0, 0, 88, 88, "#fde3b3")
            + "".join(
                at(0, 0, path("M0 -12 L-30 -66 Q0 -88 30 -66Z", "#f6ab3f"), turn=60 * i) for i in range(6)
            ),
        ),
    ),
    "crema-calendula": sheet(
        SKY,
        at(
            430,
            640,
            solid(
                path("M-220 -60 H220 V140 Q220 190 170 190 H-170 Q-220 190 -220 140Z", "#fffaf0"),
                440,
                260,
                streak=False,
            )
            + box(-236, -170, 472, 120, "#ee8a3a", 24)
            + box(60, -170, 176, 120, "#00000018", 24)
            + at(0, 70, calendula, 0.9),
            1.08,
        ),
        at(780, 680, calendula, 1.2),
    ),
    "unguento": sheet(SAND, at(430, 650, open_tin("#4d6b1f", "#dfe3a0")), at(760, 840, jarilla, 1.2, 10)),
    "aceite-romero": sheet(
        SUN,
        at(440, 580, dropper("#7a4315", "#f1f5e0", at(0, 80, rosemary, 0.42), "#3a3a34"), 1.02),
        at(760, 840, rosemary, 1.15, 12),
    ),
    "almohadilla": sheet(
        ROSE,
        at(
            500,
            620,
            solid(
                path(
                    "M-320 -60 Q-330 -130 -250 -120 Q0 -150 250 -120 Q330 -130 320 -60 V80 Q330 150 250 140 Q0 170 -250 140 Q-330 150 -320 80Z",
                    "#8f6bb0",
                ),
                660,
                300,
                shade=0.68,
                streak=False,
            )
            + line("M-106 -128 V148 M106 -128 V148", "#6f4f92", 10)
            + "".join(
                at(x, y, flower("#fff", "#e9a92f", 6, 0.42))
                for x, y in ((-210, -40), (-210, 70), (0, -40), (0, 70), (210, -40), (210, 70))
            ),
            1.08,
        ),
        at(760, 540, lavender, 0.9, 40),
        at(720, 540, lavender, 0.9, 24),
    ),
}

LOGO_MARK = at(0, 330, fan(sprig(4, "#dfe9b4", 480, 200), 3, 26), 1.1)
