from odoo.exceptions import AccessError, ValidationError

from .common_walls import WallsCommon


class TestPlatformSettings(WallsCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.settings = cls.env["chasqui.platform.settings"]

    def test_incubator_staff_set_the_time_zone_and_what_is_kept_for_who_pays(self):
        self.settings.with_user(self.incubator).create(
            {"timezone": "America/Montevideo", "hold_minutes": 35}
        ).action_apply()
        told = self.settings.with_user(self.incubator).create({})
        self.assertEqual((told.timezone, told.hold_minutes), ("America/Montevideo", 35))
        self.assertEqual(self._create_store().hold_minutes, 35)

    def test_stores_move_with_the_platforms_address(self):
        self.store_a.website_id.domain = self.store_a._get_base_url()
        self.settings.with_user(self.incubator).create({"base_url": " https://Red.Example/ "}).action_apply()
        self.assertEqual(self.store_a.address, f"https://{self.store_a.slug}.red.example")

    def test_what_is_no_address_is_refused(self):
        for text in (
            "red.example",
            "ftp://red.example",
            "https://red.example/shop",
            "https://a b",
            "x" * 5000,
        ):
            with self.subTest(text[:20]), self.assertRaises(ValidationError):
                self.settings.with_user(self.incubator).create({"base_url": text}).action_apply()

    def test_incubator_staff_say_where_maps_get_their_pictures(self):
        url = "https://tiles.example/{z}/{x}/{y}.png"
        self.settings.with_user(self.incubator).create({"map_tiles_url": f" {url} "}).action_apply()
        self.assertEqual(self.env["website"]._get_chasqui_map_tiles()["tiles_url"], url)

    def test_staff_of_stores_cannot_open_the_platforms_settings(self):
        with self.assertRaises(AccessError):
            self.settings.with_user(self.manager_a).create({})
