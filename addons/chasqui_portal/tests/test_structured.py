import json

from lxml import etree, html

from odoo.tests import tagged

from .common_portal import PortalCommon

SITEMAP = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


@tagged("post_install", "-at_install")
class TestStructured(PortalCommon):
    """What search engines read: what each page is about, where else it is, and which pages there are."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.jam.chasqui_producer_id = cls._create_producer(cls.garden, name="Quinta del Sur")
        cls.node = cls.env["chasqui.node"].create(
            {"name": "La Casona", "city": "Bernal", "latitude": -34.71, "longitude": -58.28}
        )

    def _read_data(self, path):
        """Return what a page says it is about, after whose and of which site it is."""
        scripts = html.fromstring(self._read(path)).xpath("//script[@type='application/ld+json']/text()")
        company, site, *others = map(json.loads, scripts)
        self.assertEqual((company["@type"], site["@type"]), ("Organization", "WebSite"), path)
        self.assertTrue(all(data["@context"] == "https://schema.org" for data in others), path)
        return others

    def test_lists_name_what_they_list_with_whole_addresses(self):
        for path, name, address in (
            ("/stores", "La Huerta", "/stores/huerta-pages"),
            ("/seals", "Agroecológico", "/seals/agroecological"),
            ("/nodes", "La Casona", "/nodes/la-casona"),
            ("/producers", "Quinta del Sur", "/producers/quinta-del-sur"),
        ):
            [data] = self._read_data(path)
            self.assertEqual(data["@type"], "ItemList", path)
            found = {item["name"]: item["url"] for item in data["itemListElement"]}
            self.assertTrue(found[name].startswith(self.platform.domain + address), found[name])
            positions = [item["position"] for item in data["itemListElement"]]
            self.assertEqual(positions, list(range(1, len(positions) + 1)), path)

    def test_pages_of_one_thing_say_what_it_is(self):
        producer = self.env["ir.http"]._slug(self.jam.chasqui_producer_id)
        for path, kind in (
            ("/stores/huerta-pages", "Store"),
            ("/seals/agroecological", "DefinedTerm"),
            ("/nodes/la-casona", "Organization"),
            (f"/producers/{producer}", "Organization"),
        ):
            [data] = self._read_data(path)
            self.assertEqual(data["@type"], kind, path)
            self.assertTrue(data["name"], path)

    def test_a_list_of_nothing_says_nothing(self):
        self.assertFalse(self._read_data("/stores?q=xyzzy"))
        self.assertFalse(self._read_data("/products?q=xyzzyxyzzy"))

    def test_each_page_names_its_address_and_its_languages(self):
        for path in ("/stores", "/products", "/nodes", "/seals", "/stores/huerta-pages"):
            page = html.fromstring(self._read(path))
            self.assertEqual(page.xpath("//link[@rel='canonical']/@href"), [self.platform.domain + path])
            addresses = set(page.xpath("//link[@rel='alternate'][@hreflang]/@href"))
            self.assertEqual(addresses, {f"{self.platform.domain}{lang}{path}" for lang in ("", "/en")})

    def test_each_host_lists_its_own_pages(self):
        of_platform = self._read_sitemap(self._visit_platform("/sitemap.xml"))
        for path in ("/stores", "/products", "/stores/huerta-pages", "/nodes/la-casona", "/seals"):
            self.assertIn(self.platform.domain + path, of_platform)
        of_store = self._read_sitemap(self._visit(self.garden, "/sitemap.xml"))
        self.assertTrue(of_store)
        self.assertTrue(all(url.startswith(self.garden.website_id.domain) for url in of_store))
        self.assertFalse({url for url in of_store if "/stores" in url or "/nodes" in url})
        self.bakery.state = "closed"
        again = self._read_sitemap(self._visit_platform("/sitemap.xml"))
        self.assertNotIn(f"{self.platform.domain}/stores/horno-pages", again)

    def test_a_product_that_is_taken_off_is_listed_no_more(self):
        path = self.garden.website_id.domain + self.honey.website_url
        self.assertIn(path, self._read_sitemap(self._visit(self.garden, "/sitemap.xml")))
        self.honey.is_published = False
        self.assertNotIn(path, self._read_sitemap(self._visit(self.garden, "/sitemap.xml")))

    def test_a_map_is_kept_while_nothing_changes(self):
        kept = [self._visit_platform("/sitemap.xml") and self._find_maps() for _visit in range(2)]
        self.assertTrue(kept[0])
        self.assertEqual(kept[0], kept[1])

    def _find_maps(self):
        return self.env["ir.attachment"].search([("url", "=like", f"/sitemap-{self.platform.id}-%")])

    def _read_sitemap(self, response):
        return etree.fromstring(response.content).xpath("//s:loc/text()", namespaces=SITEMAP)
