"""The weavers of the Quebrada."""

from shapes import CREAM, LILAC, MINT, ROSE, SAND, SKY, SUN, at, box, ellipse, line, path, sheet
from textiles import (
    COCHINEAL,
    CRUDE,
    INDIGO,
    MOSS,
    NATURAL,
    OCHRE,
    ROSE_WOOL,
    TEAL,
    backpack,
    band,
    cloth,
    doll,
    felt_llama,
    folded,
    glove,
    hat,
    llama,
    outline,
    poncho,
    satchel,
    sock,
    sweater,
    woven,
    yarn,
)

button = ellipse(0, 0, 15, 15, "#efe3cc") + ellipse(0, 0, 5, 5, "#8a5a37")
placemats = "".join(
    at(
        x,
        y,
        cloth(230, 190, base, band(-60, 26, c, half=120), band(34, 26, c, "zigzag", "#fff", 120), tips=False),
        turn=t,
    )
    for x, y, t, base, c in (
        (-150, -190, -5, COCHINEAL, OCHRE),
        (150, -180, 4, TEAL, CRUDE),
        (-150, 30, 3, OCHRE, INDIGO),
        (150, 40, -4, MOSS, CRUDE),
        (-150, 240, -2, INDIGO, ROSE_WOOL),
        (150, 250, 5, ROSE_WOOL, COCHINEAL),
    )
)
hills = (
    path("M-400 300 L-260 40 L-120 190 L20 -60 L190 150 L300 20 L420 300Z", "#b5533c")
    + path("M-400 300 L-220 130 L-60 260 L90 60 L260 230 L420 120 V320 H-400Z", "#d9972b")
    + path("M-400 320 L-160 210 L40 290 L220 190 L420 280 V340 H-400Z", "#7d8f4a")
)

PICTURES = {
    "poncho": sheet(
        SAND,
        at(
            500,
            530,
            poncho(
                "#8a4f2d",
                band(-60, 22, OCHRE),
                band(-20, 56, CRUDE, "diamonds", COCHINEAL),
                band(52, 22, OCHRE),
                band(130, 14, CRUDE),
                band(160, 14, CRUDE),
            ),
            1.05,
        ),
    ),
    "ruana": sheet(
        SKY,
        at(
            500,
            530,
            poncho(
                "#6b7079", band(20, 60, CRUDE, "steps", "#3c4048"), band(120, 18, OCHRE), band(150, 18, CRUDE)
            ),
            1.05,
        )
        + at(500, 530, line("M0 -250 V268", "#2b2f36", 16), 1.05),
    ),
    "chal": sheet(
        CREAM,
        at(
            500,
            500,
            cloth(
                520,
                250,
                ROSE_WOOL,
                band(-90, 30, COCHINEAL),
                band(-40, 70, COCHINEAL, "zigzag", CRUDE),
                band(52, 30, COCHINEAL),
            ),
            1.1,
            -14,
        )
        + at(560, 700, cloth(360, 120, COCHINEAL, band(-30, 22, ROSE_WOOL), band(10, 22, CRUDE)), 1, 8),
    ),
    "pulover": sheet(
        MINT,
        at(
            500,
            530,
            sweater(
                "#7b2f45",
                band(-120, 16, CRUDE),
                band(-90, 110, "#5c2033", "llamas", CRUDE),
                band(34, 16, CRUDE),
                band(120, 44, OCHRE, "zigzag", "#5c2033"),
            ),
            1.06,
        ),
    ),
    "chaleco": sheet(
        LILAC,
        at(
            500,
            530,
            woven(
                outline(
                    "M-110 -270 L0 -110 L110 -270 L190 -240 Q150 -110 190 -20 V270 H-190 V-20 Q-150 -110 -190 -240Z"
                ),
                420,
                580,
                "#d8c4a0",
                band(150, 60, "#8a6a45", "diamonds", CRUDE),
            )
            + line("M0 -108 V266", "#00000040", 9)
            + "".join(at(-24, y, button) for y in (-60, 30, 120)),
            1.1,
        ),
    ),
    "bufanda": sheet(
        ROSE,
        at(
            500,
            520,
            at(
                110,
                90,
                cloth(
                    150,
                    520,
                    TEAL,
                    *[
                        band(y, 34, c)
                        for y, c in (
                            (-240, OCHRE),
                            (-150, CRUDE),
                            (-60, COCHINEAL),
                            (30, OCHRE),
                            (120, CRUDE),
                            (200, COCHINEAL),
                        )
                    ],
                ),
                turn=-6,
            )
            + at(
                -110,
                110,
                cloth(
                    150,
                    500,
                    TEAL,
                    *[
                        band(y, 34, c)
                        for y, c in (
                            (-200, OCHRE),
                            (-110, CRUDE),
                            (-20, COCHINEAL),
                            (70, OCHRE),
                            (160, CRUDE),
                        )
                    ],
                ),
                turn=8,
            )
            + at(
                0,
                -170,
                woven(
                    outline("M-190 0 Q-200 -120 0 -120 Q200 -120 190 0 Q180 90 0 90 Q-180 90 -190 0Z"),
                    400,
                    260,
                    TEAL,
                    band(-70, 30, OCHRE),
                    band(-10, 30, CRUDE),
                    band(48, 30, COCHINEAL),
                ),
            )
            + at(0, -190, ellipse(0, 0, 92, 40, "#f8ddd0") + ellipse(0, -4, 92, 36, "#00000022")),
        ),
    ),
    "gorro": sheet(
        SUN,
        at(
            500,
            510,
            hat(
                INDIGO,
                COCHINEAL,
                band(-130, 20, OCHRE),
                band(-90, 70, COCHINEAL, "diamonds", CRUDE),
                band(0, 20, OCHRE),
                band(50, 60, TEAL, "zigzag", CRUDE),
            ),
            1.08,
        ),
    ),
    "guantes": sheet(
        MINT,
        at(350, 560, glove("#b58a5c", "#6f4a33", band(30, 60, CRUDE, "diamonds", COCHINEAL, 130)), 0.95, 6)
        + at(
            660,
            560,
            f'<g transform="scale(-1 1)">{glove("#b58a5c", "#6f4a33", band(30, 60, CRUDE, "diamonds", COCHINEAL, 130))}</g>',
            0.95,
            -6,
        ),
    ),
    "medias": sheet(
        LILAC,
        at(
            360,
            540,
            sock(
                "#efe3cc",
                "#7a4a82",
                band(-170, 40, "#7a4a82", "zigzag", "#efe3cc"),
                band(-90, 26, OCHRE),
                band(-20, 26, TEAL),
            ),
            0.95,
        )
        + at(
            620,
            570,
            sock(
                "#efe3cc",
                "#7a4a82",
                band(-170, 40, "#7a4a82", "zigzag", "#efe3cc"),
                band(-90, 26, OCHRE),
                band(-20, 26, TEAL),
            ),
            0.95,
        ),
    ),
    "vincha": sheet(
        CREAM,
        at(
            500,
            520,
            path(
                "M-300 0 Q-300 -190 0 -190 Q300 -190 300 0 L250 30 Q240 -90 0 -90 Q-240 -90 -250 30Z",
                "#7d2338",
            )
            + woven(
                outline("M-310 -10 Q-280 150 0 160 Q280 150 310 -10 V130 Q270 290 0 290 Q-270 290 -310 130Z"),
                640,
                600,
                COCHINEAL,
                band(110, 26, OCHRE),
                band(145, 90, INDIGO, "diamonds", CRUDE),
                band(244, 22, OCHRE),
            ),
        ),
    ),
    "manta": sheet(
        SKY,
        at(
            500,
            520,
            folded(
                560,
                COCHINEAL,
                band(-34, 12, OCHRE),
                band(-18, 36, INDIGO, "zigzag", CRUDE),
                band(22, 12, OCHRE),
            ),
            1.15,
        ),
    ),
    "pie-de-cama": sheet(
        ROSE,
        at(
            500,
            540,
            box(-400, -20, 800, 270, "#fdf8ee", 30)
            + path("M-400 40 Q-400 -60 -340 -60 H340 Q400 -60 400 40Z", "#f4ead8"),
        )
        + at(
            500,
            590,
            cloth(
                430,
                420,
                NATURAL[1],
                band(-170, 60, NATURAL[0]),
                band(-80, 40, NATURAL[2]),
                band(-10, 60, NATURAL[0], "diamonds", NATURAL[2]),
                band(80, 40, NATURAL[2]),
                band(140, 40, NATURAL[4]),
            ),
        ),
    ),
    "almohadon": sheet(
        MINT,
        at(
            500,
            540,
            woven(
                outline("M-270 -270 Q0 -230 270 -270 Q230 0 270 270 Q0 230 -270 270 Q-230 0 -270 -270Z"),
                580,
                580,
                OCHRE,
                band(-190, 80, COCHINEAL, "diamonds", CRUDE),
                band(-60, 130, INDIGO, "diamonds", OCHRE),
                band(120, 80, COCHINEAL, "diamonds", CRUDE),
            ),
            1.1,
        ),
    ),
    "camino": sheet(
        SAND,
        at(500, 500, ellipse(0, 120, 430, 250, "#a9713f") + ellipse(0, 96, 430, 250, "#c68f56"))
        + at(
            500,
            560,
            cloth(
                240,
                560,
                MOSS,
                band(-260, 40, CRUDE),
                band(-180, 80, "#d8c95a", "steps", MOSS),
                band(-40, 80, CRUDE, "diamonds", MOSS),
                band(90, 80, "#d8c95a", "steps", MOSS),
                band(210, 40, CRUDE),
            ),
        ),
    ),
    "individuales": sheet(SUN, at(500, 480, placemats, 0.98)),
    "tapiz": sheet(
        CREAM,
        at(
            500,
            510,
            line("M-330 -300 H330", "#7a4f30", 26)
            + woven(
                outline("M-290 -300 H290 V280 H-290Z"),
                580,
                600,
                "#8fc3d6",
                ellipse(150, -190, 62, 62, "#f2cf3a"),
                at(0, 0, hills),
                at(-150, 290, llama("#f1e6cf"), 0.9),
                at(60, 292, llama("#5c3a24"), 0.7),
            )
            + at(0, 282, "".join(line(f"M{x} 0 v44", "#7d8f4a", 10) for x in range(-280, 290, 28))),
        ),
    ),
    "alfombra": sheet(
        LILAC,
        at(
            500,
            560,
            cloth(
                640,
                460,
                NATURAL[2],
                box(-280, -190, 560, 380, NATURAL[0]),
                box(-250, -160, 500, 320, NATURAL[1]),
                path("M0 -140 L190 0 L0 140 L-190 0Z", NATURAL[0])
                + path("M0 -90 L120 0 L0 90 L-120 0Z", NATURAL[2]),
                tips=False,
            )
            + "".join(
                line(f"M{s * 320} {y} h{s * 40}", NATURAL[0], 9)
                for s in (-1, 1)
                for y in range(-220, 230, 28)
            ),
            1.05,
        ),
    ),
    "bolso": sheet(
        SKY,
        at(
            500,
            560,
            satchel(
                "#c2316b",
                None,
                band(-70, 30, "#f2b632"),
                band(-30, 20, "#2f8f6b"),
                band(0, 70, "#4a2a7a", "zigzag", "#f2b632"),
                band(80, 20, "#2f8f6b"),
                band(110, 30, "#f2b632"),
                band(170, 40, "#2a6fb0"),
                strap="#4a2a7a",
            ),
            1.08,
        ),
    ),
    "morral": sheet(SUN, at(500, 570, satchel("#7b6f63", "#5b5148", band(150, 20, "#a0937f")), 1.1)),
    "mochila": sheet(
        ROSE,
        at(
            500,
            560,
            backpack(
                TEAL,
                band(-120, 60, INDIGO, "diamonds", CRUDE),
                band(-40, 20, OCHRE),
                band(-6, 44, CRUDE, "zigzag", COCHINEAL),
            ),
            1.08,
        ),
    ),
    "monedero": sheet(
        MINT,
        "".join(
            at(
                x,
                y,
                woven(
                    outline("M-150 -80 H150 Q176 110 90 120 H-90 Q-176 110 -150 -80Z"),
                    340,
                    240,
                    base,
                    band(-30, 30, a, half=180),
                    band(20, 50, b, "zigzag", "#fff", 180),
                )
                + box(-156, -104, 312, 34, "#c9a24a", 16)
                + ellipse(0, -112, 18, 18, "#c9a24a"),
                1,
                t,
            )
            for x, y, t, base, a, b in (
                (360, 430, -8, "#c2316b", "#f2b632", "#2f8f6b"),
                (640, 560, 8, "#2a6fb0", "#f2b632", "#c2316b"),
                (400, 740, -3, "#2f8f6b", "#f1e6cf", "#4a2a7a"),
            )
        ),
    ),
    "faja": sheet(
        SAND,
        at(
            500,
            520,
            "".join(
                ellipse(0, 0, r, r, "none", stroke=c, stroke_width=34)
                for r, c in (
                    (60, COCHINEAL),
                    (94, OCHRE),
                    (128, COCHINEAL),
                    (162, INDIGO),
                    (196, COCHINEAL),
                    (230, OCHRE),
                    (264, COCHINEAL),
                )
            )
            + at(
                60,
                264,
                cloth(
                    520,
                    92,
                    COCHINEAL,
                    band(-34, 14, OCHRE),
                    band(-16, 34, INDIGO, "diamonds", CRUDE),
                    band(22, 14, OCHRE),
                    tips=False,
                ),
            )
            + at(320, 264, "".join(line(f"M0 {y} h60", OCHRE, 9) for y in range(-40, 44, 20))),
        ),
    ),
    "ovillo-natural": sheet(
        CREAM,
        at(380, 640, yarn("#b58a5c", "#8a623a"))
        + at(640, 680, yarn("#efe3cc", "#cbb893", 140))
        + at(560, 440, yarn("#6f4a33", "#4b3021", 130)),
    ),
    "ovillo-tenido": sheet(
        SKY,
        at(370, 650, yarn(COCHINEAL, "#7d1a2f"))
        + at(650, 670, yarn(OCHRE, "#ab7318", 145))
        + at(530, 430, yarn(MOSS, "#48602a", 140)),
    ),
    "barracan": sheet(
        ROSE,
        at(
            500,
            560,
            woven(
                outline("M-330 -90 H260 V230 H-330Z"),
                700,
                520,
                "#5a6470",
                *[band(y, 7, "#6d7884") for y in range(-90, 230, 22)],
            )
            + at(
                260,
                70,
                ellipse(0, 0, 62, 160, "#49525c")
                + ellipse(0, 0, 40, 108, "#6d7884")
                + ellipse(0, 0, 18, 50, "#efe3cc"),
            )
            + path("M-330 230 L-330 -90 L-400 -40 L-400 280Z", "#454d57")
            + line("M-300 180 H-40", "#f2cf3a", 20)
            + "".join(line(f"M{x} 170 v20", "#5b3a2a", 5) for x in range(-290, -40, 26)),
            1.05,
        ),
    ),
    "muneca": sheet(MINT, at(500, 540, doll("#2a6fb0", "#c2316b"), 1.06)),
    "llamita": sheet(SUN, at(500, 560, felt_llama("#f0dfc0", "#c2316b"), 1.08)),
}

LOGO_MARK = at(-20, 240, llama("#f3dcd6"), 3.4)
