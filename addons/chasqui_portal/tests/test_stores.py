from datetime import timedelta

from odoo.tests import tagged

from .common_portal import PortalCommon


@tagged("post_install", "-at_install")
class TestStoreDirectory(PortalCommon):
    def test_open_and_paused_stores_are_listed_and_no_others(self):
        self.assertEqual(self._read_stores(), [self.bakery, self.garden])
        self.bakery.write(
            {"state": "paused", "reopening_date": self.today + timedelta(days=20), "tagline": "Pan"}
        )
        self.assertEqual(self._read_stores(), [self.garden, self.bakery])
        self.assertIn("Opens again on", self._read("/en/stores"))
        for state in ("building", "closed"):
            self.bakery.state = state
            self.assertEqual(self._read_stores(), [self.garden])

    def test_a_paused_store_whose_day_has_come_is_open(self):
        self.bakery.write({"state": "paused", "reopening_date": self.today})
        self.assertEqual(self._read_stores("?open=1"), [self.bakery, self.garden])

    def test_by_name_or_town_without_accents(self):
        self.assertEqual(self._read_stores("?q=lujan"), [self.garden])
        self.assertEqual(self._read_stores("?q=HORNO"), [self.bakery])
        self.assertIn("No store is like that", self._read("/en/stores?q=nothing"))

    def test_by_province_with_its_count(self):
        province = self.garden.state_id
        self.assertEqual(self._read_stores(f"?province={province.id}"), [self.garden])
        self.assertIn(f"{province.name} (1)", self._read("/stores"))

    def test_by_kind_of_organisation(self):
        self.garden.organisation_type = "family_farm"
        self.assertEqual(self._read_stores("?kind=family_farm"), [self.garden])
        self.assertEqual(self._read_stores("?kind=cooperative"), [])

    def test_by_seals_of_the_store_or_of_what_it_sells(self):
        self._grant(self.cooperative, self.bakery)
        self._grant(self.agroecological, self.honey)
        self.assertEqual(self._read_stores(f"?seal={self.cooperative.slug}"), [self.bakery])
        self.assertEqual(self._read_stores(f"?seal={self.agroecological.slug}"), [self.garden])
        both = f"?seal={self.agroecological.slug}&seal={self.cooperative.slug}"
        self.assertEqual(self._read_stores(both), [])
        self.honey.is_published = False
        self.assertEqual(self._read_stores(f"?seal={self.agroecological.slug}"), [])

    def test_by_ways_of_buying(self):
        self.garden._get_buying_way("collective").is_on = True
        self.assertEqual(self._read_stores("?way=collective"), [self.garden])
        self.env["delivery.carrier"].create(
            {
                "name": "Reparto",
                "product_id": self.bread.product_variant_id.id,
                "company_id": self.bakery.company_id.id,
                "is_published": True,
            }
        )
        self.assertEqual(self._read_stores("?way=delivery"), [self.bakery])

    def test_near_a_town_that_is_typed(self):
        self.assertEqual(self._read_stores("?near=Mercedes, Buenos Aires"), [self.garden, self.bakery])
        self.assertEqual(self._read_stores("?near=Tilcara"), [self.bakery, self.garden])
        self.assertEqual(self._read_stores("?near=tilcara&km=100"), [self.bakery])

    def test_near_where_one_is(self):
        self.assertEqual(self._read_stores("?at=-34.57,-59.11&km=20"), [self.garden])

    def test_a_place_that_is_unknown_is_said_to_be(self):
        page = self._read("/en/stores?near=Xyzzyplugh")
        self.assertIn("We know no place called", page)
        self.assertIn("La Huerta", page)

    def test_what_is_typed_is_not_markup(self):
        self.assertNotIn("<script>x", self._read("/stores?q=<script>x&near=<script>x&town=<script>x"))

    def test_pages_do_not_end_in_nothing(self):
        for number in range(26):
            self.garden.copy(
                {
                    "name": f"Tienda {number}",
                    "slug": f"tienda-{number}",
                    "website_id": self.env["website"]
                    .with_context(chasqui_provisioning=True)
                    .create({"name": f"Tienda {number}"})
                    .id,
                }
            ).sudo().write({"state": "open"})
        first, beyond = self._read("/en/stores"), self._read("/en/stores?page=99")
        self.assertIn("28 stores", first)
        self.assertIn("page=2", first)
        self.assertIn("Page 2 of 2", beyond)

    def test_a_search_costs_few_queries(self):
        self._read("/stores?way=individual")
        with self.assertQueryCount(45):
            self._read("/stores?way=individual")

    def test_the_map_has_the_stores_as_links(self):
        page = self._read("/stores")
        self.assertIn("o_chasqui_map_marker", page)
        self.assertIn(f'href="/stores/{self.garden.slug}"', page)

    def test_a_stores_site_leads_to_the_platform(self):
        response = self._visit(self.garden, "/stores", allow_redirects=False)
        self.assertEqual(response.status_code, 301)
        self.assertIn("platform-seals.localhost/stores", response.headers["Location"])


@tagged("post_install", "-at_install")
class TestStorePage(PortalCommon):
    def _read_store(self, store, **kwargs):
        return self._read(f"/en/stores/{store.slug}", **kwargs)

    def test_it_tells_who_they_are_what_they_sell_and_how(self):
        self.garden.write({"story": "<p>Thirty families</p>", "team_ids": [(0, 0, {"name": "Rosa"})]})
        self.garden.pickup_point_ids = [(0, 0, {"name": "Club", "street": "Calle 1", "city": "Luján"})]
        page = self._read_store(self.garden)
        for text in ("Thirty families", "Rosa", "Miel de monte", "Club", "Enter the store"):
            self.assertIn(text, page)
        self.assertIn(f'href="{self.garden.address}"', page)

    def test_seals_come_with_their_proof(self):
        grant = self._grant(self.cooperative, self.garden)
        self.assertIn(grant._get_proof_url(), self._read_store(self.garden))
        grant.date_to = self.today - timedelta(days=1)
        self.assertNotIn("/seals/grant/", self._read_store(self.garden))

    def test_products_lead_to_the_store(self):
        page = self._read_store(self.garden)
        self.assertIn(f'href="{self.garden.website_id.domain}{self.honey.website_url}"', page)
        self.assertNotIn("Pan<", page)

    def test_a_paused_store_says_until_when(self):
        self.garden.write(
            {"state": "paused", "reopening_date": self.today + timedelta(days=9), "pause_message": "Receso"}
        )
        page = self._read_store(self.garden)
        self.assertIn("Opens again on", page)
        self.assertIn("Receso", page)

    def test_a_former_address_leads_to_the_present_one(self):
        former = self.garden.slug
        self.garden.slug = "huerta-nueva"
        response = self._visit_platform(f"/stores/{former}", allow_redirects=False)
        self.assertEqual(response.status_code, 301)
        self.assertTrue(response.headers["Location"].endswith("/stores/huerta-nueva"))

    def test_closed_building_and_unknown_stores_are_not_found_and_say_where_to_look(self):
        self.garden.state = "closed"
        self.bakery.state = "building"
        for slug in (self.garden.slug, self.bakery.slug, "nobody"):
            page = self._read(f"/en/stores/{slug}", status=404)
            self.assertIn("That store is not here", page)
            self.assertNotIn("La Huerta", page)

    def test_nodes_that_buy_there_are_named_by_their_neighbourhood(self):
        node = self.env["chasqui.node"].create(
            {"name": "Nodo Almagro", "city": "Buenos Aires", "street": "Secret 123"}
        )
        link = self.env["chasqui.node.store"].create({"node_id": node.id, "store_id": self.garden.id})
        self.assertNotIn("Nodo Almagro", self._read_store(self.garden))
        link.sudo().state = "accepted"
        page = self._read_store(self.garden)
        self.assertIn("Nodo Almagro", page)
        self.assertNotIn("Secret 123", page)


@tagged("post_install", "-at_install")
class TestNodeSeals(PortalCommon):
    def test_a_node_has_the_seals_of_what_its_stores_sell(self):
        node = self.env["chasqui.node"].create({"name": "Nodo Almagro", "city": "Buenos Aires"})
        self._grant(self.agroecological, self.honey)
        self._grant(self.cooperative, self.bakery)
        self.assertFalse(node._get_portal_seals())
        link = self.env["chasqui.node.store"].create({"node_id": node.id, "store_id": self.garden.id})
        link.sudo().state = "accepted"
        self.assertEqual(node._get_portal_seals(), self.agroecological)
        self.assertIn(f'href="/seals/{self.agroecological.slug}"', self._read(f"/nodes/{node.slug}"))
        self.garden.state = "closed"
        self.assertFalse(node._get_portal_seals())
