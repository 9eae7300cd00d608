from datetime import timedelta

from lxml import html

from odoo.tests import tagged

from .common_site import SealSiteCommon


@tagged("post_install", "-at_install")
class TestSealPages(SealSiteCommon):
    def _get_page(self, path):
        response = self._visit_platform(path)
        self.assertEqual(response.status_code, 200, path)
        return html.fromstring(response.text)

    def _get_proof_path(self, grant):
        return f"/seals/grant/{self.env['ir.http']._slug(grant)}"

    def test_all_seals_are_listed_by_what_they_speak_of(self):
        page = self._get_page("/seals")
        names = set(page.xpath("//ul[contains(@class, 'o_chasqui_seal_cards')]//strong/text()"))
        self.assertTrue({"Agroecológico", "Artesanal", "Fábrica recuperada"} <= names)
        self.assertEqual(
            [title.text for title in page.xpath("//h2") if title.text in ("El producto", "Cómo se produce")],
            ["El producto", "Cómo se produce"],
        )

    def test_a_seal_tells_its_meaning_criteria_carriers_and_what_is_on_sale(self):
        family = self._create_producer(self.garden)
        self.honey.chasqui_producer_id = family
        self._grant(self.agroecological, family)
        page = self._get_page("/seals/agroecological")
        self.assertIn("garantía participativa", page.text_content())
        self.assertIn("Sin semillas transgénicas", page.text_content())
        carriers = page.xpath("//section[@name='carriers']//li")
        self.assertEqual(len(carriers), 1)
        self.assertIn("Familia Quispe", carriers[0].text_content())
        cards = page.xpath("//section[@name='products']//li//a/@href")
        self.assertIn(f"{self.garden.website_id.domain}{self.honey.website_url}", cards)

    def test_stores_that_are_away_sell_nothing_here_and_closed_ones_prove_nothing(self):
        grant = self._grant(self.agroecological, self.honey)
        of_store = self._grant(self.agroecological, self.garden)
        for state, proof in (("paused", 200), ("closed", 404), ("building", 404), ("open", 200)):
            self.garden.state = state
            page = self._get_page("/seals/agroecological")
            self.assertEqual("Miel de monte" in page.text_content(), state == "open", state)
            self.assertEqual("La Huerta" in page.text_content(), state in ("open", "paused"), state)
            for each in (grant, of_store):
                response = self._visit_platform(self._get_proof_path(each))
                self.assertEqual(response.status_code, proof, state)

    def test_a_seal_leads_to_the_shop_of_each_store_kept_to_it(self):
        self._grant(self.agroecological, self.honey)
        self._grant(self.agroecological, self.jam)
        self._grant(self.agroecological, self.bread)
        links = self._get_page("/seals/agroecological").xpath("//div[@name='by_store']//a")
        self.assertEqual(
            [(link.text, link.get("href")) for link in links],
            [
                ("El Horno", f"{self.bakery.website_id.domain}/shop?seal=agroecological"),
                ("La Huerta", f"{self.garden.website_id.domain}/shop?seal=agroecological"),
            ],
        )

    def test_what_is_sold_out_is_not_to_be_had(self):
        self._grant(self.agroecological, self.honey)
        self._grant(self.agroecological, self.jam)
        self.honey.write({"is_storable": True, "allow_out_of_stock_order": False})
        cards = self._get_page("/seals/agroecological").xpath("//section[@name='products']//li//a/@href")
        self.assertIn(f"{self.garden.website_id.domain}{self.jam.website_url}", cards)
        self.assertNotIn(f"{self.garden.website_id.domain}{self.honey.website_url}", cards)

    def test_what_is_not_published_is_not_named(self):
        self._grant(self.agroecological, self.honey)
        self.honey.is_published = False
        self.assertNotIn("Miel de monte", self._get_page("/seals/agroecological").text_content())

    def test_a_proof_tells_since_when_until_when_and_who_verified(self):
        grant = self._grant(
            self.env.ref("chasqui_seals.seal_organic"),
            self.honey,
            verifier="Certificadora del Sur",
            certificate_number="AR-123",
            certifier="Certificadora del Sur",
            certificate_date=self.today - timedelta(days=100),
        )
        text = self._get_page(self._get_proof_path(grant)).text_content()
        for part in ("Miel de monte", "Orgánico", "Certificadora del Sur", "AR-123", "La Huerta"):
            self.assertIn(part, text)

    def test_what_was_never_granted_has_no_proof(self):
        grant = self._grant(self.agroecological, self.honey, days=0)
        path = self._get_proof_path(grant)
        self.assertEqual(self._visit_platform(path).status_code, 200)
        for state in ("draft", "submitted", "in_review", "asked_back", "refused", "transition"):
            grant.state = state
            response = self._visit_platform(path)
            self.assertEqual(response.status_code, 404, state)
            self.assertNotIn("Miel de monte", response.text)

    def test_a_label_that_outlives_its_seal_leads_to_a_page_that_says_so(self):
        ended = self._grant(self.agroecological, self.honey, days=-1)
        retired = self._grant(self.artisanal, self.honey)
        self.artisanal.active = False
        withdrawn = self._grant(self.agroecological, self.jam)
        withdrawn._withdraw("Secreto entre nosotras")
        for grant, sentence in (
            (ended, "Terminó el"),
            (retired, "ya no se usa"),
            (withdrawn, "Se retiró el"),
        ):
            response = self._visit_platform(self._get_proof_path(grant))
            self.assertEqual(response.status_code, 200, sentence)
            self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
            self.assertIn("Ya no vale", response.text)
            self.assertIn(sentence, response.text)
            self.assertNotIn("Vigente hoy", response.text)
            self.assertNotIn("Secreto", response.text)

    def test_a_label_from_before_a_renewal_leads_to_what_counts_today(self):
        ended = self._grant(self.agroecological, self.honey, days=-1)
        self._grant(self.agroecological, self.jam)
        renewed = self._grant(self.agroecological, self.honey)
        response = self._visit_platform(self._get_proof_path(ended), allow_redirects=False)
        self.assertEqual(response.status_code, 303)
        self.assertTrue(response.headers["Location"].endswith(f"-{renewed.id}"))

    def test_addresses_that_are_none_get_the_friendly_page(self):
        for path in (
            "/seals/nothing",
            "/seals/grant/x",
            "/seals/grant/x-0",
            "/seals/grant/x-999999999999",
        ):
            response = self._visit_platform(path)
            self.assertEqual(response.status_code, 404, path)
            self.assertIn("/seals", response.text)

    def test_former_addresses_lead_to_the_present_one(self):
        self.agroecological.slug = "agroecology"
        response = self._visit_platform("/seals/agroecological", allow_redirects=False)
        self.assertEqual(response.status_code, 301)
        self.assertTrue(response.headers["Location"].endswith("/seals/agroecology"))
        self.agroecological.slug = "agroecological"
        self._get_page("/seals/agroecological")

    def test_a_retired_seal_has_no_page(self):
        self.artisanal.active = False
        self.assertEqual(self._visit_platform("/seals/artisanal").status_code, 404)

    def test_a_store_leads_to_the_platform(self):
        response = self._visit(self.garden, "/seals/organic", allow_redirects=False)
        self.assertEqual(response.headers["Location"], "http://platform-seals.localhost/seals/organic")

    def test_another_website_of_the_database_has_no_seals(self):
        website = self.env["website"].create({"name": "Blog", "domain": "http://blog-seals.localhost"})
        response = self.url_open("/seals", headers={"Host": "blog-seals.localhost"})
        self.assertEqual((response.status_code, bool(website)), (404, True))
