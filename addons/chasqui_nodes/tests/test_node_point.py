from odoo.http import Request
from odoo.tests import tagged

from .common_node_life import NodeLifeSiteCommon

PATH = "/my/nodes/la-casona"


@tagged("post_install", "-at_install")
class TestNodePoint(NodeLifeSiteCommon):
    """Coordinators say where the door is: members see the very point, strangers roughly where."""

    def setUp(self):
        super().setUp()
        self._become(self.rosa)

    def _send(self, **values):
        return self._open(f"{PATH}/point", data={"csrf_token": Request.csrf_token(self), **values})

    def _get_place(self):
        return round(self.node.latitude, 5), round(self.node.longitude, 5)

    def test_a_point_is_two_numbers_or_a_maps_link(self):
        for point in (
            "-34.71111, -58.29111",
            "-34,71111; -58,29111",
            "https://www.openstreetmap.org/#map=18/-34.71111/-58.29111",
        ):
            self.node.write({"latitude": 0, "longitude": 0})
            self.assertIn("The node is on the map", self._send(point=point).text)
            self.assertEqual(self._get_place(), (-34.71111, -58.29111), point)

    def test_members_see_the_point_and_strangers_the_neighbourhood(self):
        self._send(point="-34.71111, -58.29111")
        self._become(self.luis)
        self.assertIn("-34.71111", self._open(PATH).text)
        self._become(None)
        page = self._open("/nodes/la-casona").text
        self.assertIn("-34.71", page)
        self.assertNotIn("-34.711", page)

    def test_what_is_no_place_or_far_from_the_town_is_refused(self):
        self.node.city = "Quilmes"
        before = self._get_place()
        for point, words in (
            ("the club", "Write two numbers"),
            ("", "Write two numbers"),
            ("95.5, 200.5", "Write two numbers"),
            ("-58.29111, -34.71111", "km from Quilmes"),
        ):
            self.assertIn(words, self._send(point=point).text)
            self.assertEqual(self._get_place(), before)

    def test_whoever_has_no_numbers_takes_the_middle_of_the_town(self):
        self.node.write({"latitude": 0, "longitude": 0, "city": "Quilmes"})
        self.assertIn("on no map yet", self._open(f"{PATH}/settings").text)
        self._send(how="town")
        self.assertTrue(self.node._has_position())
        self.node.city = "Zzqqzz"
        self.assertIn("We do not know that place", self._send(how="town").text)

    def test_a_node_that_moves_to_another_town_goes_there_on_the_map(self):
        form = {
            "csrf_token": Request.csrf_token(self),
            "city": "Rafaela",
            "rhythm_number": "2",
            "capacity": "0",
            "capacity_baskets": "0",
        }
        self._open(f"{PATH}/save", data=form)
        self.assertEqual(round(self.node.latitude), -31)

    def test_only_who_coordinates_says_where_it_is(self):
        self._become(self.luis)
        self.assertEqual(self._send(point="-34.71111, -58.29111").status_code, 404)
