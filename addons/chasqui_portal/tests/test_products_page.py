import json
from datetime import timedelta

from lxml import html

from odoo.tests import tagged

from .common_search import SearchCommon

QUERIES = 60  # of a page with a word and filters, drawn for the second time


@tagged("post_install", "-at_install")
class TestProductsPage(SearchCommon):
    """What visitors read, and that nothing they send is an error."""

    def _get_page(self, path):
        return html.fromstring(self._read(path))

    def _get_cards(self, page):
        return {
            card.xpath(".//span[@class='o_chasqui_card_name']/text()")[0]: card
            for card in page.xpath("//li[contains(@class, 'o_chasqui_card')]")
        }

    def test_a_click_lands_on_the_product_at_its_store(self):
        cards = self._get_cards(self._get_page("/products?q=miel"))
        self.assertEqual(list(cards), ["Miel de monte"])
        self.assertEqual(
            cards["Miel de monte"].xpath("./a/@href"),
            [f"{self.garden.website_id.domain}{self.honey.website_url}"],
        )

    def test_a_card_tells_price_by_the_kilo_seals_producer_and_store(self):
        unit = self.env.ref("chasqui_portal.base_unit_kg")
        self.honey.product_variant_id.write({"base_unit_count": 0.5, "base_unit_id": unit.id})
        self.honey.write({"list_price": 900, "chasqui_producer_id": self._create_producer(self.garden).id})
        self._grant(self.agroecological, self.honey)
        card = self._get_cards(self._get_page("/products?q=miel"))["Miel de monte"]
        text = " ".join(card.text_content().split())
        for part in ("900,00", "1.800,00", "por kilo", "Familia Quispe", "La Huerta"):
            self.assertIn(part, text)
        self.assertEqual(card.xpath(".//ul[@class='o_chasqui_seals']//img/@alt"), ["Agroecológico"])

    def test_filters_lead_on_in_the_language_of_the_page(self):
        self._grant(self.agroecological, self.honey)
        for path, beginning in (("/products?q=miel", "/products?"), ("/en/products?q=miel", "/en/products?")):
            links = self._get_page(path).xpath("//section[contains(@class, 'o_chasqui_facet')]//li/a/@href")
            self.assertTrue(links)
            self.assertEqual([link for link in links if not link.startswith(beginning)], [])

    def test_what_cannot_be_bought_now_says_so(self):
        self.honey.is_storable = True
        self.assertIn("Agotado", self._read("/products?q=miel"))
        self.garden.write({"state": "paused", "reopening_date": self.today + timedelta(days=9)})
        self.assertIn("La tienda vuelve el", self._read("/products?q=miel"))

    def test_the_page_without_parameters_begins_with_kinds_and_seals(self):
        self.honey.public_categ_ids = self.env["product.public.category"].create({"name": "Mieles"})
        self._grant(self.agroecological, self.honey)
        page = self._get_page("/products")
        self.assertEqual(page.xpath("//section[@name='categories']//strong/text()"), ["Mieles"])
        self.assertEqual(page.xpath("//section[@name='seals']//strong/text()"), ["Agroecológico"])
        self.assertEqual(len(self._get_cards(page)), 4)

    def test_an_edit_shows_at_once_although_the_page_is_kept(self):
        self.assertIn("Miel de monte", self._read("/products"))
        self.honey.is_published = False
        self.assertNotIn("Miel de monte", self._read("/products"))
        self.honey.write({"is_published": True, "name": "Miel de palo", "list_price": 77})
        page = self._read("/products")
        self.assertIn("Miel de palo", page)
        self.assertIn("77,00", page)

    def test_what_was_misspelt_is_told(self):
        page = self._get_page("/products?q=miell")
        links = page.xpath("//p[contains(@class, 'o_chasqui_corrections')]//a")
        self.assertEqual(links[0].text, "miel")
        self.assertEqual(links[0].get("href"), "/products?q=miel")
        self.assertIn("exact=1", links[-1].get("href"))

    def test_nothing_found_says_what_to_do(self):
        page = self._get_page("/products?q=xyzzyxyzzy")
        self.assertTrue(page.xpath("//div[@name='nothing']//a[@href='/products']"))

    def test_the_words_of_the_seals_page_and_of_producers_lead_here(self):
        self._grant(self.agroecological, self.honey)
        self.assertIn("/products?seal=agroecological", self._read("/seals/agroecological"))

    def test_a_store_site_leads_to_the_platform(self):
        response = self._visit(self.garden, "/products?q=miel", allow_redirects=False)
        self.assertEqual(response.status_code, 301)
        self.assertTrue(response.headers["Location"].startswith(self.platform.domain))

    def test_search_engines_get_the_list(self):
        [text] = self._get_page("/products?q=miel").xpath(
            "//script[@type='application/ld+json'][contains(text(), 'ItemList')]/text()"
        )
        [item] = json.loads(text)["itemListElement"]
        self.assertEqual((item["item"]["name"], item["item"]["offers"]["price"]), ("Miel de monte", 10.0))

    def test_what_a_store_types_cannot_end_the_script_it_is_told_in(self):
        self.honey.name = "Miel </script><b>x"
        self.assertNotIn("</script><b>", self._read("/products?q=miel"))

    def test_suggestions_name_products_seals_producers_and_stores(self):
        self.jam.chasqui_producer_id = self._create_producer(self.garden, name="Huertas del Sur")
        self._grant(self.agroecological, self.honey)
        for typed, names in (
            ("mie", ["Miel de monte"]),
            ("miell", ["Miel de monte"]),
            ("agroeco", ["Agroecológico"]),
            ("huertas", ["Huertas del Sur"]),
            ("el hor", ["El Horno"]),
        ):
            answer = json.loads(self._read(f"/products/suggest?q={typed}"))
            self.assertEqual([each["name"] for each in answer][: len(names)], names, typed)
        self.assertEqual(json.loads(self._read("/products/suggest?q=m")), [])
        self.assertEqual(json.loads(self._read("/products/suggest")), [])

    def test_pictures_are_of_what_is_found_alone(self):
        self.honey.image_1920 = self._draw_picture()
        path = f"/products/{self.honey.id}/picture/256"
        self.assertTrue(self._get_page("/products?q=miel").xpath(f"//img[contains(@src, '{path}')]"))
        self._read(path)
        self._read(f"/products/{self.honey.id}/picture/1920", status=404)
        self._read(f"/products/{2**40}/picture/256", status=404)
        self.honey.is_published = False
        self._read(path, status=404)

    def test_absurd_questions_get_an_answer(self):
        for query in (
            "q=" + "x" * 10_000,
            "q=" + "%20a" * 3000,
            "q=%F0%9F%8D%AF%27%22%5C%3A%2A%26%7C%21%28%29",
            "q='miel':*%20%26%20!()",
            "q=de%20la%20el",
            "category=-1&category=abc&category=99999999999999999999&category=²",
            "seal=" + "&seal=".join(["a"] * 500),
            "low=1e999&high=-1&measure=kg",
            "measure=kg&low=5&high=1",
            "measure=xx&low=1",
            "at=nan,nan&near=" + "z" * 500,
            "at=91,181&km=5",
            "at=0,0&km=100000",
            "near=Luj%C3%A1n&km=5&sort=near",
            "page=-1",
            "page=99999999999999999999",
            "page=%C2%B2&sort=paid",
            "sort=measure&page=50&exact=1&seals=all",
            "way=walking&store=../../etc&producer=%2e%2e",
            "q[]=1&q=2&q=3",
        ):
            for path in (f"/products?{query}", f"/products/suggest?{query}"):
                self.assertEqual(self._visit_platform(path).status_code, 200, path[:80])

    def test_more_products_do_not_cost_more_queries(self):
        self._grant(self.agroecological, self.garden)
        path = "/products?q=galleta&seal=agroecological"
        self._create_site_product(self.garden, name="Galleta")
        few = self._count_queries(path)
        for number in range(20):
            self._create_site_product(self.garden, name=f"Galleta {number}")
        self.assertLessEqual(self._count_queries(path), few)
        self.assertLessEqual(few, QUERIES)

    def _count_queries(self, path):
        self._read(path)
        count = self.env.cr.sql_log_count
        self._read(path)
        return self.env.cr.sql_log_count - count
