from lxml import html

from odoo.tests import tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestProducers(SiteCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.family = cls._create_producer(cls.garden, chasqui_place="Abasto, La Plata")
        cls.farm = cls._create_producer(cls.garden, name="Quinta Olmos")
        cls.tomato = cls._create_site_product(cls.garden, chasqui_producer_id=cls.family.id)
        cls._create_site_product(cls.garden, name="Acelga", chasqui_producer_id=cls.family.id)
        cls._create_site_product(cls.garden, name="Puerro", chasqui_producer_id=cls.farm.id)
        cls._create_site_product(cls.garden, name="Ajo")
        cls._create_site_product(
            cls.garden, name="Semilla", chasqui_producer_id=cls.farm.id, is_published=False
        )

    def _get_shop(self, query=""):
        return html.fromstring(self._visit(self.garden, f"/shop{query}").text)

    def _get_names(self, page):
        return {
            name.text_content().strip()
            for name in page.xpath("//h2[contains(@class, 'o_wsale_products_item_title')]//a/span")
        }

    def _get_counts(self, page):
        return {link.text.strip(): int(link.find("span").text) for link in self._get_links(page)}

    def _get_links(self, page):
        return page.xpath("//details[@name='producers']//a[@rel]")

    def test_the_product_page_says_who_made_it(self):
        page = self._visit(self.garden, self.tomato.website_url).text
        self.assertIn("Familia Quispe", page)
        self.assertIn("Abasto, La Plata", page)

    def test_the_shop_keeps_to_one_producer(self):
        page = self._get_shop(f"?producer={self.family.id}")
        self.assertEqual(self._get_names(page), {"Tomate", "Acelga"})

    def test_counts_are_of_what_the_other_filters_find(self):
        everything = {"Familia Quispe": 2, "Quinta Olmos": 1}
        self.assertEqual(self._get_counts(self._get_shop()), everything)
        chosen = self._get_shop(f"?producer={self.family.id}")
        self.assertEqual(self._get_counts(chosen), everything)
        searched = self._get_shop(f"?search=Acelga&producer={self.family.id}")
        self.assertEqual(self._get_counts(searched), {"Familia Quispe": 1})

    def test_links_of_the_filter_keep_the_search(self):
        [link] = self._get_links(self._get_shop("?search=Acelga"))
        self.assertIn("search=Acelga", link.get("href"))
        self.assertIn(f"producer={self.family.id}", link.get("href"))

    def test_nonsense_for_a_producer_shows_everything(self):
        self.assertEqual(len(self._get_names(self._get_shop("?producer=1;drop"))), 4)

    def test_a_producer_is_public_where_something_of_theirs_is_sold(self):
        slug = self.env["ir.http"]._slug(self.family)
        self.assertIn("Tomate", self._visit(self.garden, f"/producers/{slug}").text)
        self.assertIn("Familia Quispe", self._visit(self.garden, "/producers").text)
        self.assertEqual(self._visit(self.bakery, f"/producers/{slug}").status_code, 404)
        self.assertNotIn("Familia Quispe", self._visit(self.bakery, "/producers").text)

    def test_no_other_contact_is_shown(self):
        stranger = self._create_producer(self.garden, name="Juana Vecina")
        slug = self.env["ir.http"]._slug(stranger)
        self.assertEqual(self._visit(self.garden, f"/producers/{slug}").status_code, 404)
        self.assertEqual(self._visit(self.garden, f"/producers/{slug}/photo").status_code, 404)
