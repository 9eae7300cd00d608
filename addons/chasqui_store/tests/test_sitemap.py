from odoo.tests import tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestSitemap(SiteCommon):
    """Each site tells search engines of its own pages, at its own address, and of nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.platform.domain = "http://platform-map.localhost"
        cls.tomato = cls._create_site_product(cls.garden, name="Tomate")
        cls.hidden = cls._create_site_product(cls.garden, name="Secreto", is_published=False)
        cls.bread = cls._create_site_product(cls.bakery, name="Pan")

    def _get_map(self, host):
        return self.url_open("/sitemap.xml", headers={"Host": host}).text

    def test_a_store_lists_its_products_and_pages(self):
        listed = self._get_map("huerta-pages.localhost")
        self.assertIn(f"http://huerta-pages.localhost{self.tomato.website_url}<", listed)
        for path in ("/about", "/contactus", "/producers", "/withdrawal"):
            self.assertIn(f"http://huerta-pages.localhost{path}<", listed)

    def test_a_store_lists_nothing_of_others_or_of_the_platform_or_hidden(self):
        listed = self._get_map("huerta-pages.localhost")
        for path in (self.hidden.website_url, self.bread.website_url, "/apply", "/decisions"):
            self.assertNotIn(f"{path}<", listed)
        self.assertEqual(listed.count("<loc>"), listed.count("<loc>http://huerta-pages.localhost"))

    def test_the_platform_lists_no_shop(self):
        listed = self._get_map("platform-map.localhost")
        self.assertIn("http://platform-map.localhost/apply<", listed)
        for part in ("/shop", "/producers", "/contactus<"):
            self.assertNotIn(part, listed)

    def test_a_store_that_is_away_lists_nothing(self):
        self.garden.state = "closed"
        self.assertNotIn("<loc>", self._get_map("huerta-pages.localhost"))
