from unittest.mock import Mock

from odoo.tests import tagged

from odoo.addons.http_routing.tests.common import MockRequest

from .common_search import SearchCommon

LA_PLATA = {"partner_latitude": -34.92, "partner_longitude": -57.95}
BERNAL = {"latitude": -34.71, "longitude": -58.28}
HUMAHUACA = {"latitude": -23.2, "longitude": -65.35}


@tagged("post_install", "-at_install")
class TestKilometreZero(SearchCommon):
    """What is made near whoever looks, and near where a node collects."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.near = cls.env.ref("chasqui_seals.seal_kilometre_zero")
        cls.near.active = True
        cls.producer = cls._create_producer(cls.garden, name="Quinta del Sur", **LA_PLATA)
        cls.jam.chasqui_producer_id = cls.producer
        cls.chard.chasqui_producer_id = cls._create_producer(cls.garden, name="Sin lugar")
        cls.key = str(cls.near.id)

    def _count_near(self, **filters):
        return self._search(**filters).facets.get("seal", {}).get(self.key, 0)

    def test_a_product_is_near_for_who_is_near_its_producer(self):
        chosen = {"seal": self.near.slug}
        self.assertEqual(self._get_names(near="Bernal", **chosen), ["Dulce de higos"])
        self.assertFalse(self._get_names(near="Humahuaca", **chosen))
        self.assertEqual(self._get_names("kilometro cero dulce", near="Bernal"), ["Dulce de higos"])
        self.assertFalse(self._get_names("kilometro cero acelga", near="Bernal"))

    def test_its_number_is_right_under_other_filters(self):
        self.assertEqual(self._count_near(near="Bernal"), 1)
        self.assertEqual(self._count_near(near="Bernal", search="dulce"), 1)
        self.assertEqual(self._count_near(near="Bernal", search="acelga"), 0)
        self.assertEqual(self._count_near(near="Bernal", store="huerta-pages"), 1)
        self.assertEqual(self._count_near(near="Bernal", store="horno-pages"), 0)
        self.assertEqual(self._count_near(near="Bernal", seal=self.near.slug), 1)
        self.assertEqual(self._count_near(near="Humahuaca"), 0)
        self.assertEqual(self._count_near(), 0)

    def test_it_joins_seals_that_were_granted(self):
        self._grant(self.agroecological, self.jam)
        self._grant(self.agroecological, self.honey)
        seals = {"seal": ["agroecological", self.near.slug], "near": "Bernal"}
        self.assertEqual(self._get_names(seals="all", **seals), ["Dulce de higos"])
        self.assertEqual(set(self._get_names(**seals)), {"Dulce de higos", "Miel de monte"})

    def test_who_asks_for_it_is_asked_where_they_are(self):
        page = self._read(f"/en/products?seal={self.near.slug}")
        self.assertIn('name="nothing"', page)
        self.assertIn("Tell us your town", page)
        page = self._read(f"/en/products?seal={self.near.slug}&near=Bernal")
        self.assertNotIn("Tell us your town", page)
        self.assertIn('title="Kilometre zero"', page)

    def test_what_nobody_shows_is_not_near_either(self):
        self.jam.is_published = False
        self.assertEqual(self._count_near(near="Bernal"), 0)

    # === NODES === #

    def test_who_fills_the_basket_of_a_node_measures_from_there(self):
        node = self.env["chasqui.node"].create({"name": "La Casona", "city": "Bernal", **BERNAL})
        basket = Mock(collective_id=Mock(node_id=node))
        website = self.garden.website_id
        self.patch(self.env.registry["website"], "_get_chasqui_basket", lambda _website: basket)
        with MockRequest(self.env, website=website):
            self.assertIn(self.near, self.jam._get_valid_seals()[self.jam.id])
            node.write(HUMAHUACA)
            self.assertNotIn(self.jam.id, self.jam._get_valid_seals())

    def test_a_node_shows_the_seals_of_what_its_stores_sell(self):
        node = self.env["chasqui.node"].create({"name": "La Casona", "city": "Bernal", **BERNAL})
        self.env["chasqui.node.store"].create(
            {"node_id": node.id, "store_id": self.garden.id, "state": "accepted"}
        )
        self._grant(self.agroecological, self.honey)
        self.env.cr.flush()
        self.assertEqual(node._get_portal_seals(), self.agroecological | self.near)
        node.write(HUMAHUACA)
        self.assertEqual(node._get_portal_seals(), self.agroecological)
        self.garden.state = "closed"
        self.assertFalse(node._get_portal_seals())
