from datetime import timedelta
from unittest.mock import patch

from odoo.tests import tagged

from .common_search import SearchCommon


@tagged("post_install", "-at_install")
class TestProductSearch(SearchCommon):
    """What is found, and what never is."""

    def test_words_are_found_without_accents_capitals_and_plurals(self):
        lemon = self._create_site_product(self.garden, name="Limón sutil")
        for search in ("limon", "LIMONES", "Limón", "limones sutiles", "sutil limon"):
            self.assertEqual(self._get_names(search), [lemon.name], search)
        self._create_site_product(self.garden, name="Nueces peladas")
        self.assertEqual(self._get_names("nuez"), ["Nueces peladas"])

    def test_a_misspelt_word_is_found_and_what_was_made_of_it_is_told(self):
        carrot = self._create_site_product(self.garden, name="Zanahoria")
        for search in ("sanahoria", "zanaoria", "zanahroia", "zanahori", "zzanahoria", "sanaoria"):
            self.assertEqual(self._get_names(search), [carrot.name], search)
        self.assertEqual(self._search("sanahoria").understood.corrections, (("sanahoria", ("zanahoria",)),))
        self.assertFalse(self._search("zanahorias").understood.corrections)
        self.assertFalse(self._get_names("sanahoria", exact="1"))

    def test_a_word_that_is_only_begun_is_found(self):
        self.assertEqual(self._get_names("acel"), ["Acelga"])

    def test_what_may_be_begun_or_misspelt_is_looked_for_as_both(self):
        self._create_site_product(self.garden, name="Catálogo")
        self._create_site_product(self.garden, name="Carta")
        self.assertEqual(set(self._get_names("cata")), {"Catálogo", "Carta"})
        self.assertEqual(self._search("cata").understood.corrections, (("cata", ("carta",)),))
        self.assertEqual(self._get_names("cata", exact="1"), ["Catálogo"])

    def test_another_form_of_a_word_may_be_a_misspelt_one_of_a_more_frequent_one(self):
        self._create_site_product(self.garden, name="Corea")
        self.assertEqual(self._get_names("coreo"), ["Corea"])
        for number in range(3):
            self._create_site_product(self.bakery, name=f"Correo {number}")
        self.env.cr.flush()
        self.env["chasqui.portal.word"]._recount()
        self.assertIn("Corea", self._get_names("coreo"))
        self.assertIn("Correo 0", self._get_names("coreo"))
        self.assertEqual(self._get_names("corea"), ["Corea"])

    def test_words_for_the_same_find_each_other(self):
        self._create_site_product(self.garden, name="Palta hass")
        self._create_site_product(self.garden, name="Harina de maíz")
        self.assertEqual(self._get_names("aguacates"), ["Palta hass"])
        self.assertEqual(self._get_names("polenta"), ["Harina de maíz"])
        self.env["chasqui.portal.synonym"].create({"words": "acelga, penca del valle"})
        self.assertEqual(self._get_names("pencas del valle"), ["Acelga"])

    def test_seals_are_understood(self):
        self._grant(self.agroecological, self.honey)
        self._grant(self.agroecological, self.chard)
        for search in ("miel agroecológica", "MIEL agroecologicas", "miel sin agrotoxicos"):
            self.assertEqual(self._get_names(search), ["Miel de monte"], search)
        self.assertEqual(set(self._get_names("agroecologico")), {"Miel de monte", "Acelga"})
        self.assertFalse(self._get_names("dulce agroecologico"))
        self._create_site_product(self.garden, name="Queso artesanal")
        self.assertEqual(self._get_names("artesanal"), ["Queso artesanal"])

    def test_producers_and_stores_are_found_by_name(self):
        self.jam.chasqui_producer_id = self._create_producer(self.garden, name="Familia Choquehuanca")
        self.assertEqual(self._get_names("choquehuanca"), ["Dulce de higos"])
        self.assertEqual(self._get_names("el horno"), ["Pan"])

    def test_what_has_it_in_its_name_comes_first(self):
        self._create_site_product(self.bakery, name="Budín", description_ecommerce="<p>Con miel y nueces</p>")
        self.assertEqual(self._get_names("miel"), ["Miel de monte", "Budín"])

    def test_what_is_not_published_not_sold_or_archived_is_not_found(self):
        for field in ("is_published", "sale_ok", "active"):
            self.assertEqual(self._get_names("miel"), ["Miel de monte"])
            self.honey[field] = False
            self.assertFalse(self._get_names("miel"), field)
            self.assertFalse(self.portal._suggest("miel", "es_AR"), field)
            self.honey[field] = True

    def test_a_store_that_is_building_or_closed_sells_nothing(self):
        for state in ("building", "closed"):
            self.garden.state = state
            self.assertFalse(self._get_names("miel"), state)
            self.assertNotIn("huerta-pages", self._search().facets["store"], state)
            self.assertFalse(self.portal._suggest("miel", "es_AR"), state)
        self.garden.state = "open"
        self.assertTrue(self._get_names("miel"))

    def test_a_store_that_closes_is_not_shown_even_where_its_rows_remain(self):
        """Two people at once: a product is published while its store closes."""
        self.env.cr.flush()
        self.env.cr.execute("UPDATE chasqui_store SET state = 'closed' WHERE id = %s", [self.garden.id])
        self.env.invalidate_all()
        self.assertFalse(self._get_names("miel"))
        self.assertFalse(self.portal._suggest("miel", "es_AR"))
        self.assertFalse(self.portal._suggest("la huerta", "es_AR"))

    def test_what_cannot_be_bought_today_comes_last(self):
        self._create_site_product(self.bakery, name="Pan con aroma de miel silvestre")
        self.garden.write({"state": "paused", "reopening_date": self.today + timedelta(days=5)})
        self.assertEqual(self._get_names("miel"), ["Pan con aroma de miel silvestre", "Miel de monte"])
        self.garden.reopening_date = self.today
        self.assertEqual(self._get_names("miel")[0], "Miel de monte")

    def test_a_seal_that_ended_yesterday_is_gone_although_nothing_ran(self):
        self._grant(self.agroecological, self.honey, days=0)
        self.assertEqual(self._get_names(seal="agroecological"), ["Miel de monte"])
        self._let_it_be_tomorrow()
        self.assertFalse(self._get_names(seal="agroecological"))
        self.assertFalse(self._get_names("miel agroecologica"))
        self.assertNotIn(str(self.agroecological.id), self._search("miel").facets.get("seal", {}))

    def test_a_seal_that_begins_tomorrow_is_there_although_nothing_ran(self):
        tomorrow = self.today + timedelta(days=1)
        self._grant(self.agroecological, self.honey, date_from=tomorrow)
        self.assertFalse(self._get_names(seal="agroecological"))
        self._let_it_be_tomorrow()
        self.assertEqual(self._get_names(seal="agroecological"), ["Miel de monte"])

    def _let_it_be_tomorrow(self):
        tomorrow = self.today + timedelta(days=1)
        self.patch(self.env.registry["chasqui.store"], "_get_today", lambda store: tomorrow)

    def test_the_same_of_the_same_producer_is_shown_once(self):
        for store in (self.garden, self.bakery):
            self._create_site_product(
                store,
                name="Yerba mate",
                uom_id=self.kilo.id,
                chasqui_producer_id=self._create_producer(store, name="Titrayjú").id,
            )
        found = self._search("yerba")
        self.assertEqual((found.total, found.stores, len(found.groups)), (1, 2, 1))
        self.assertEqual(len(found.groups[0][0]), 2)
        self.assertEqual(found.facets["producer"], {"titrayju": 1})
        self.assertEqual(self._search("yerba", store="horno-pages").total, 1)
        self.assertEqual(len(self._search("yerba", store="horno-pages").product_ids), 1)

    def test_what_has_no_producer_is_nobody_elses(self):
        for store in (self.garden, self.bakery):
            self._create_site_product(store, name="Yerba mate")
        self.assertEqual(self._search("yerba").total, 2)


@tagged("post_install", "-at_install")
class TestProductFacets(SearchCommon):
    """The numbers beside the filters, and the orders."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        category = cls.env["product.public.category"]
        cls.pantry = category.create({"name": "Almacén"})
        cls.sweets = category.create({"name": "Dulces", "parent_id": cls.pantry.id})
        (cls.honey + cls.jam).public_categ_ids = cls.sweets
        cls.bread.public_categ_ids = cls.pantry
        cls._grant(cls.agroecological, cls.honey)
        cls._grant(cls.agroecological, cls.bread)
        cls._grant(cls.artisanal, cls.honey)
        (cls.honey + cls.jam + cls.bread).uom_id = cls.kilo
        for product, price in ((cls.honey, 900), (cls.jam, 500), (cls.bread, 300), (cls.chard, 100)):
            product.list_price = price

    def _get_seal_counts(self, **filters):
        counts = self._search(**filters).facets.get("seal", {})
        slugs = {str(seal.id): seal.slug for seal in self.agroecological + self.artisanal}
        return {slugs[key]: number for key, number in counts.items()}

    def test_a_category_has_what_is_in_those_below(self):
        self.assertEqual(
            set(self._get_names(category=self.pantry.id)), {"Miel de monte", "Dulce de higos", "Pan"}
        )
        counts = self._search().facets["category"]
        self.assertEqual((counts[str(self.pantry.id)], counts[str(self.sweets.id)]), (3, 2))

    def test_numbers_are_of_what_all_other_filters_leave(self):
        self.assertEqual(self._get_seal_counts(), {"agroecological": 2, "artisanal": 1})
        self.assertEqual(self._get_seal_counts(seal="artisanal"), {"agroecological": 2, "artisanal": 1})
        self.assertEqual(
            self._get_seal_counts(seal="agroecological", store="horno-pages"), {"agroecological": 1}
        )
        found = self._search(seal="agroecological", store="horno-pages")
        self.assertEqual(found.facets["store"], {"horno-pages": 1, "huerta-pages": 1})
        found = self._search(seal="agroecological", store="horno-pages", category=self.sweets.id)
        self.assertEqual(found.total, 0)
        self.assertEqual(found.facets["store"], {"huerta-pages": 1})
        self.assertEqual(found.facets["category"], {str(self.pantry.id): 1})

    def test_numbers_of_a_broad_filter_are_kept_until_something_changes(self):
        broad = {"category": self.pantry.id}
        self.assertEqual(self._search(**broad).total, 3)
        kept = self._search(**broad, sort="price")
        self.assertEqual((kept.total, kept.stores, kept.facets["store"]["huerta-pages"]), (3, 2, 2))
        portal_class = self.env.registry["chasqui.portal.product"]
        with patch.object(
            portal_class, "_execute_plan", autospec=True, side_effect=portal_class._execute_plan
        ) as asks:
            self._search(**broad)
        self.assertEqual(asks.call_count, 1, "The page alone is asked for")
        self.jam.is_published = False
        found = self._search(**broad)
        self.assertEqual((found.total, found.facets["store"]["huerta-pages"]), (2, 1))

    def test_numbers_of_two_broad_filters_are_kept_apart(self):
        both = {"category": self.pantry.id, "seal": "agroecological"}
        for _visit in range(2):
            self.assertEqual(self._search(category=self.pantry.id).total, 3)
            self.assertEqual(set(self._get_names(**both)), {"Miel de monte", "Pan"})
            self.assertEqual(self._search(**both).facets["store"], {"horno-pages": 1, "huerta-pages": 1})
            self.assertEqual(self._search(seal=["agroecological", "artisanal"], seals="all").total, 1)
            self.assertEqual(self._search(seal=["agroecological", "artisanal"]).total, 2)

    def test_every_number_is_what_its_link_leads_to(self):
        for filters in (
            {},
            {"seal": "agroecological"},
            {"seal": "agroecological", "category": self.pantry.id},
            {"category": self.pantry.id, "store": "huerta-pages"},
        ):
            facets = self._search(**filters).facets
            for slug, number in facets["store"].items():
                self.assertEqual(self._search(**{**filters, "store": slug}).total, number, (filters, slug))
            for key, number in facets["category"].items():
                self.assertEqual(self._search(**{**filters, "category": key}).total, number, (filters, key))

    def test_all_of_the_chosen_seals(self):
        seals = ["agroecological", "artisanal"]
        self.assertEqual(set(self._get_names(seal=seals)), {"Miel de monte", "Pan"})
        self.assertEqual(self._get_names(seal=seals, seals="all"), ["Miel de monte"])
        self.assertEqual(
            self._get_seal_counts(seal=seals, seals="all"), {"agroecological": 1, "artisanal": 1}
        )

    def test_an_unknown_seal_or_store_finds_nothing_and_is_no_error(self):
        self.assertFalse(self._get_names(seal="nothing"))
        self.assertFalse(self._get_names(store="nowhere"))

    def test_prices_by_the_kilo_sort_and_filter(self):
        self.assertEqual(
            self._get_names(sort="measure"), ["Pan", "Dulce de higos", "Miel de monte", "Acelga"]
        )
        self.assertEqual(self._get_names(sort="price")[0], "Acelga")
        self.assertEqual(set(self._get_names(measure="kg", high=500)), {"Pan", "Dulce de higos"})
        self.assertEqual(self._get_names(measure="kg", low=501), ["Miel de monte"])
        self.assertFalse(self._get_names(measure="l"))
        self.assertEqual(self._search().prices["kg"][0], 3)

    def test_the_newest_come_first_where_nothing_is_asked(self):
        newest = self._create_site_product(self.bakery, name="Torta")
        newest.publish_date += timedelta(hours=1)
        self.assertEqual(self._get_names()[0], "Torta")

    def test_near_sorts_and_keeps_by_distance(self):
        points = self.env["chasqui.pickup.point"]
        for store, latitude in ((self.garden, -34.70), (self.bakery, -34.60)):
            points.create(
                {"store_id": store.id, "name": "P", "street": "S", "latitude": latitude, "longitude": -58.3}
            )
        self.assertEqual(self._get_names(at="-34.601,-58.3")[0], "Pan")
        self.assertEqual(self._get_names(at="-34.601,-58.3", km="5"), ["Pan"])
        self.assertAlmostEqual(self._search(at="-34.601,-58.3").groups[0][1], 0.11, places=2)

    def test_what_many_stores_sell_takes_one_place_of_a_page(self):
        producer = self._create_producer(self.bakery, name="Titrayjú")
        self._create_site_product(self.garden, name="Yerba suelta")
        for _ in range(26):
            self._create_site_product(self.bakery, name="Yerba mate", chasqui_producer_id=producer.id)
        self._create_site_product(self.garden, name="Yerba compuesta")
        found = self._search("yerba")
        names = self.env["product.template"].browse([ids[0] for ids, _km in found.groups]).mapped("name")
        self.assertEqual(sorted(names), ["Yerba compuesta", "Yerba mate", "Yerba suelta"])
        self.assertEqual(max(len(ids) for ids, _km in found.groups), 12)

    def test_pages_end_and_beyond_the_end_is_the_last(self):
        for number in range(30):
            self._create_site_product(self.bakery, name=f"Galleta {number}")
        first, second = self._search("galleta"), self._search("galleta", page="2")
        self.assertEqual((len(first.groups), len(second.groups), first.pages), (24, 6, 2))
        self.assertFalse(set(first.product_ids) & set(second.product_ids))
        self.assertEqual(self._search("galleta", page="9999999").groups, second.groups)
