from odoo.tests import BaseCase, tagged

from ..looks import colors


@tagged("post_install", "-at_install")
class TestLooks(BaseCase):
    """Whatever colors a store chooses, its text can be read."""

    def test_text_can_be_read_on_every_choice(self):
        for accent in ("#ffff00", "#000000", "#ffffff", "#a8442a", "#808080"):
            for dark in (False, True):
                theme = colors.get_theme(accent, accent, dark)
                paper = colors.NIGHT_CARD if dark else colors.PAPER
                with self.subTest(accent=accent, dark=dark):
                    self.assertGreaterEqual(colors.contrast(theme["accent"], paper), 4.5)
                    self.assertGreaterEqual(colors.contrast(theme["accent"], theme["accent-ink"]), 4.5)
                    self.assertGreaterEqual(colors.contrast(theme["ground"], theme["ground-ink"]), 4.5)

    def test_nonsense_is_taken_for_the_usual_colors(self):
        self.assertEqual(colors.get_theme("red;}", None), colors.get_theme(colors.DEFAULT_ACCENT, None))

    def test_by_night_a_pale_ground_turns_deep_not_gray(self):
        ground = colors.get_theme("#3d6b2d", "#e8eed8", dark=True)["ground"]
        self.assertLess(colors.luminance(ground), 0.1)
        red, green, blue = (int(ground[i : i + 2], 16) for i in (1, 3, 5))
        self.assertGreater(green, max(red, blue))
