from odoo.tests import tagged

from .common_portal import PortalCommon


@tagged("post_install", "-at_install")
class TestPortalProducers(PortalCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.family = cls._create_producer(
            cls.garden, name="Familia Quispe", chasqui_place="Luján", chasqui_story="<p>Desde 1990</p>"
        )
        cls.idle = cls._create_producer(cls.garden, name="Ociosa")
        cls.honey.chasqui_producer_id = cls.family
        cls.path = f"/producers/{cls.env['ir.http']._slug(cls.family)}"

    def test_those_who_make_what_open_stores_sell_are_listed(self):
        page = self._read("/producers")
        self.assertIn("Familia Quispe", page)
        self.assertNotIn("Ociosa", page)

    def test_what_they_make_stands_for_who_shows_no_photo(self):
        self.honey.image_1920 = self._draw_picture(size=(64, 64))
        picture = (
            rf'src="{self.garden.website_id.domain}/web/image/product.template/{self.honey.id}/image_256'
        )
        for path in ("/producers", self.path, "/"):
            self.assertIn(picture, self._read(path), path)
        self.family.image_1920 = self._draw_picture(size=(64, 64))
        self.assertNotIn(picture, self._read("/producers"))

    def test_the_home_shows_once_whom_two_stores_know(self):
        namesake = self._create_producer(self.bakery, name="FAMILIA QUISPE", chasqui_place="Lujan")
        self._create_site_product(self.bakery, name="Pan", chasqui_producer_id=namesake.id)
        self.assertEqual(self._read("/").lower().count("familia quispe"), 1)

    def test_whom_two_stores_know_is_one_with_what_both_sell(self):
        namesake = self._create_producer(self.bakery, name="FAMILIA QUISPE", chasqui_place="Lujan")
        bread = self._create_site_product(self.bakery, name="Pan de miel", chasqui_producer_id=namesake.id)
        self._grant(self.artisanal, namesake)
        listed = self._read("/producers")
        self.assertEqual(listed.lower().count("<strong>familia quispe"), 1)
        page = self._read(self.path)
        for text in ("Miel de monte", self.honey.website_url, "Pan de miel", bread.website_url, "El Horno"):
            self.assertIn(text, page)
        self.assertIn("/seals/grant/", page)
        answer = self._visit_platform(f"/producers/{self.env['ir.http']._slug(namesake)}")
        self.assertTrue(answer.url.endswith(self.path), answer.url)
        self.garden.state = "closed"
        self.assertIn("Pan de miel", self._read(f"/producers/{self.env['ir.http']._slug(namesake)}"))

    def test_who_is_called_the_same_elsewhere_is_another(self):
        namesake = self._create_producer(self.bakery, name="Familia Quispe", chasqui_place="Humahuaca")
        self._create_site_product(self.bakery, name="Pan de miel", chasqui_producer_id=namesake.id)
        self.assertEqual(self._read("/producers").count("<strong>Familia Quispe"), 2)
        self.assertNotIn("Pan de miel", self._read(self.path))

    def test_by_name_or_place_without_accents(self):
        self.assertIn("Familia Quispe", self._read("/producers?q=lujan"))
        self.assertNotIn("Familia Quispe", self._read("/producers?q=chaco"))

    def test_a_page_tells_who_they_are_and_at_which_store_to_buy(self):
        page = self._read(self.path)
        for text in ("Desde 1990", "Miel de monte", "La Huerta", self.honey.website_url):
            self.assertIn(text, page)

    def test_their_seals_are_shown_with_proof(self):
        grant = self._grant(self.artisanal, self.family)
        self.assertRegex(self._read(self.path), rf"/seals/grant/[\w-]+-{grant.id}\b")

    def test_nothing_of_a_closed_store_or_an_unpublished_product_is_shown(self):
        self._read(self.path)
        self.honey.is_published = False
        self._read(self.path, status=404)
        self.honey.is_published = True
        self.garden.state = "closed"
        self._read(self.path, status=404)
        self.assertNotIn("Familia Quispe", self._read("/producers"))

    def test_a_stores_site_shows_its_own_only(self):
        self.bread.chasqui_producer_id = self._create_producer(self.bakery, name="Molino Sur")
        self.assertNotIn("Molino Sur", self._visit(self.garden, "/producers").text)
        self.assertIn("Familia Quispe", self._visit(self.garden, "/producers").text)
