from odoo.exceptions import ValidationError
from odoo.tests import tagged

from ..tools.localities import find_towns
from .common_node_life import NodeLifeCommon
from .common_node_people import BERNAL, RAFAELA


@tagged("post_install", "-at_install")
class TestNodeFind(NodeLifeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.far = cls._create_node(name="Lejos", city="Rafaela", neighbourhood="Centro", position=RAFAELA)

    def _find(self, *args, **kwargs):
        return self.env["chasqui.node"]._find_around(*args, **kwargs)

    def test_the_nearest_comes_first_with_its_distance(self):
        self.assertEqual([node for node, _km in self._find(RAFAELA)], [self.far, self.node])
        [(node, near), (_other, away)] = self._find(BERNAL)
        self.assertEqual(node, self.node)
        self.assertLess(near, 2)
        self.assertGreater(away, 400)

    def test_what_is_on_no_map_comes_last(self):
        nowhere = self._create_node(name="Ante todo", position=(0, 0))
        self.assertEqual(self._find(BERNAL)[-1], (nowhere, None))

    def test_names_neighbourhoods_and_towns_are_found_by_text(self):
        for text in ("casona", "Villa Cramer", "bernal"):
            self.assertEqual([node for node, _km in self._find(text=text)], [self.node], text)
        self.assertFalse(self._find(text="nowhere"))
        self.assertFalse(self._find(text="Calle 8"), "The street is for members to know")

    def test_a_node_that_is_named_comes_before_what_is_near(self):
        self.assertEqual(self._find(BERNAL, "Lejos")[0][0], self.far)

    def test_nodes_by_invitation_and_nodes_that_end_are_not_found(self):
        self.far.join_policy = "closed"
        self.node.state = "winding_down"
        self.assertFalse(self._find(BERNAL))
        self.assertFalse(self.env["chasqui.node"]._find_public("la-casona"))

    def test_the_distance_tells_no_more_than_the_rough_position(self):
        [(_node, before), _other] = self._find(BERNAL)
        self.node.latitude += 0.0005
        [(_node, after), _other] = self._find(BERNAL)
        self.assertEqual(before, after)
        self.assertEqual(self.node._get_map_point()["lat"], -34.71)

    def test_no_node_takes_an_address_of_the_site(self):
        self.assertNotEqual(self._create_node(name="Start").slug, "start")
        with self.assertRaises(ValidationError):
            self.node.slug = "tell-me"

    def test_an_address_leads_to_its_town(self):
        for text in ("Rafaela", "Bv. Lehmann 12, Rafaela", "Lehmann 12 Rafaela", "Rafaela, Santa Fe"):
            self.assertEqual(find_towns(text)[0].name, "Rafaela", text)
        self.assertEqual(find_towns("?"), [])

    def test_finding_costs_the_same_with_many_nodes(self):
        for number in range(20):
            self._create_node(name=f"Node {number}")
        self.env.flush_all()
        self.env.invalidate_all()
        with self.assertQueryCount(3):
            found = self._find(BERNAL)
        with self.assertQueryCount(5):
            for node, _km in found:
                node._get_room_left()
                node._get_public_stores()
                node._get_rough_place()
