from datetime import timedelta

from lxml import html

from odoo.tests import tagged

from .common_site import SealSiteCommon


@tagged("post_install", "-at_install")
class TestSealShop(SealSiteCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls._grant(cls.agroecological, cls.honey)
        cls._grant(cls.agroecological, cls.chard)
        cls._grant(cls.artisanal, cls.honey, days=0)
        cls._grant(cls.artisanal, cls.jam)
        cls._grant(cls.cooperative, cls.bakery)

    def _get_shop(self, query="", store=None):
        response = self._visit(store or self.garden, f"/shop{query}")
        self.assertEqual(response.status_code, 200, query)
        return html.fromstring(response.text)

    def _get_names(self, page):
        titles = "//h2[contains(@class, 'o_wsale_products_item_title')]//a/span"
        return {name.text_content().strip() for name in page.xpath(titles)}

    def _get_counts(self, page):
        return {
            link.get("data-seal"): int(link.find("span").text)
            for link in page.xpath("//details[@name='seals']//a[@data-seal]")
        }

    def _get_badges(self, page, name):
        card = f"//form[contains(@class, 'oe_product_cart')][@aria-label='{name}']"
        return set(page.xpath(f"{card}//ul[contains(@class, 'o_chasqui_seals')]//img/@alt"))

    def test_cards_show_the_seals_with_their_names(self):
        page = self._get_shop()
        self.assertEqual(self._get_badges(page, "Miel de monte"), {"Agroecológico", "Artesanal"})
        self.assertEqual(self._get_badges(page, "Acelga"), {"Agroecológico"})

    def test_a_store_shows_its_own_seals_on_its_products_and_no_other_stores(self):
        self.assertEqual(
            self._get_badges(self._get_shop(store=self.bakery), "Pan"), {"Cooperativa de trabajo"}
        )
        self.assertNotIn("worker-cooperative", self._get_counts(self._get_shop()))

    def test_any_of_the_chosen_seals(self):
        page = self._get_shop("?seal=agroecological&seal=artisanal")
        self.assertEqual(self._get_names(page), {"Miel de monte", "Dulce de higos", "Acelga"})
        page = self._get_shop("?seal=artisanal")
        self.assertEqual(self._get_names(page), {"Miel de monte", "Dulce de higos"})
        self.assertEqual(self._get_counts(page), {"agroecological": 2, "artisanal": 2})

    def test_all_of_the_chosen_seals(self):
        page = self._get_shop("?seal=agroecological&seal=artisanal&seals=all")
        self.assertEqual(self._get_names(page), {"Miel de monte"})
        self.assertEqual(self._get_counts(page), {"agroecological": 1, "artisanal": 1})

    def test_numbers_are_of_what_the_other_filters_leave(self):
        self.assertEqual(
            self._get_counts(self._get_shop("?search=miel")), {"agroecological": 1, "artisanal": 1}
        )
        self.assertEqual(
            self._get_counts(self._get_shop("?seal=artisanal&search=miel")),
            {"agroecological": 1, "artisanal": 1},
        )

    def test_links_keep_the_other_filters_and_can_be_shared(self):
        page = self._get_shop("?seal=artisanal&search=miel")
        links = {
            link.get("data-seal"): link.get("href")
            for link in page.xpath("//details[@name='seals']//a[@data-seal]")
        }
        self.assertIn("search=miel", links["agroecological"])
        self.assertIn("seal=artisanal&seal=agroecological", links["agroecological"])
        self.assertNotIn("seal=", links["artisanal"].replace("seals=", ""))

    def test_absurd_values_give_the_plain_shop(self):
        everything = self._get_names(self._get_shop())
        for query in (
            "?seal=",
            "?seal=nothing",
            "?seal=-1&seals=%F0%9F",
            "?seals=all",
            "?seal[]=1",
        ):
            self.assertEqual(self._get_names(self._get_shop(query)), everything, query)
        self._get_shop("?" + "&".join(["seal=" + "x" * 50] * 60))
        self.assertEqual(self._visit(self.garden, "/shop?seal=%00").status_code, 400)

    def test_what_expired_yesterday_is_gone_and_what_ends_today_is_there(self):
        grants = self.env["chasqui.seal.grant"].search([("product_tmpl_id", "=", self.chard.id)])
        grants.date_to = self.today
        self.assertEqual(self._get_badges(self._get_shop(), "Acelga"), {"Agroecológico"})
        self.patch(
            self.env.registry["chasqui.store"],
            "_get_today",
            lambda store: self.today + timedelta(days=1),
        )
        self.assertFalse(self._get_badges(self._get_shop(), "Acelga"))
        self.assertNotIn("Acelga", self._get_names(self._get_shop("?seal=agroecological")))

    def test_a_claim_is_no_seal(self):
        self.env["chasqui.seal.grant"].search([("product_tmpl_id", "=", self.jam.id)]).write(
            {"state": "in_review"}
        )
        self.assertFalse(self._get_badges(self._get_shop(), "Dulce de higos"))

    def test_tags_ribbons_and_pictures_of_a_store_are_not_shown_as_seals(self):
        tag = self.env["product.tag"].create({"name": "Orgánico", "image": self._draw_picture("PNG")})
        ribbon = self.env["product.ribbon"].create({"name": "Agroecológico"})
        self.jam.write({"product_tag_ids": [(4, tag.id)], "website_ribbon_id": ribbon.id})
        self.assertEqual(self._get_badges(self._get_shop(), "Dulce de higos"), {"Artesanal"})
        page = html.fromstring(self._visit(self.garden, self.jam.website_url).text)
        names = page.xpath("//section[contains(@class, 'o_chasqui_product_seals')]//summary/span/text()")
        self.assertEqual(names, ["Artesanal"])

    def test_the_product_page_tells_what_each_seal_means_since_when_and_who_verified(self):
        grant = self.env["chasqui.seal.grant"].search([("product_tmpl_id", "=", self.jam.id)])
        grant.verifier = "Incubadora de Quilmes"
        text = self._visit(self.garden, self.jam.website_url).text
        for part in (self.artisanal.with_context(lang="es_AR").short_meaning, "Incubadora de Quilmes"):
            self.assertIn(part, text)
        self.assertIn(f"/seals/grant/{self.env['ir.http']._slug(grant.with_context(lang='es_AR'))}", text)

    def test_the_search_understands_seals(self):
        for search in ("miel agroecológica", "Miel AGROECOLOGICAS", "miel sin agrotoxicos", "miel agroeco"):
            self.assertEqual(self._get_names(self._get_shop(f"?search={search}")), {"Miel de monte"}, search)
        self.assertEqual(
            self._get_names(self._get_shop("?search=agroecologico")), {"Miel de monte", "Acelga"}
        )
        self.assertFalse(self._get_names(self._get_shop("?search=dulce agroecologico")))

    def test_a_search_for_nothing_reads_no_seals(self):
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(0):
            self.assertEqual(self.env["chasqui.seal"]._split_search(""), ([], ""))

    def test_what_is_named_like_a_seal_is_still_found_by_its_name(self):
        self._create_site_product(self.garden, name="Queso artesanal")
        self.assertIn("Queso artesanal", self._get_names(self._get_shop("?search=queso artesanal")))

    def test_the_producer_filter_counts_within_the_chosen_seals(self):
        family = self._create_producer(self.garden)
        (self.honey + self.jam).chasqui_producer_id = family
        page = self._get_shop("?seal=agroecological")
        links = page.xpath("//details[@name='producers']//a[@rel]")
        self.assertEqual([link.find("span").text for link in links], ["1"])
        self.assertIn("seal=agroecological", links[0].get("href"))

    def test_more_products_do_not_cost_more_queries(self):
        self._get_shop()
        few = self._count_queries(self.honey + self.jam)
        more = self.env["product.template"].concat(
            *(self._create_site_product(self.garden, name=f"Verdura {number}") for number in range(20))
        )
        for product in more:
            self._grant(self.agroecological, product)
        self.assertLessEqual(self._count_queries(self.honey + self.jam + more), few)

    def _count_queries(self, products):
        """Return what the seals of a page's products cost."""
        self.env["chasqui.seal"]._get_by_distance()
        self.env.flush_all()
        self.env.invalidate_all()
        count = self.env.cr.sql_log_count
        for seals in products._get_valid_seals().values():
            seals.mapped("icon_path")
        self.env["product.template"]._count_seals([("id", "in", products.ids)])
        return self.env.cr.sql_log_count - count
