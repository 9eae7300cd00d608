import re

from odoo.tests import HttpCase, TransactionCase, tagged

from ..tools import geo, map_window, places

LUJAN = (-34.5664, -59.1148)
HUMAHUACA = (-23.2061, -65.3474)


class TestGeo(TransactionCase):
    def test_distances_are_those_of_the_globe(self):
        self.assertAlmostEqual(geo.distance_km((-34.6131, -58.3772), (-31.4065, -64.1885)), 647, delta=5)
        self.assertEqual(geo.distance_km(LUJAN, LUJAN), 0)

    def test_the_database_measures_the_same(self):
        query = geo.distance_sql(*self._to_columns(LUJAN), HUMAHUACA)
        [[measured]] = self.env.execute_query(geo.SQL("SELECT %s", query))
        self.assertAlmostEqual(measured, geo.distance_km(LUJAN, HUMAHUACA), places=3)

    def test_within_a_distance_is_within(self):
        distance = geo.distance_km(LUJAN, HUMAHUACA)
        for kilometres, expected in ((1, False), (distance - 1, False), (distance + 1, True)):
            query = geo.within_sql(*self._to_columns(LUJAN), HUMAHUACA, kilometres)
            [[within]] = self.env.execute_query(geo.SQL("SELECT %s", query))
            self.assertEqual(within, expected, kilometres)

    def test_what_is_no_place_is_none(self):
        for text in ("", None, "x", "1", "1,2,3", "nan,1", "inf,0", "91,0", "0,181", "0,0", "9" * 10_000):
            self.assertIsNone(geo.parse_place(text), text)
        self.assertEqual(geo.parse_place("-34.5,-59.1"), (-34.5, -59.1))

    def test_a_map_and_back(self):
        back = geo.from_map(*geo.to_map(*HUMAHUACA))
        self.assertAlmostEqual(back[0], HUMAHUACA[0])
        self.assertAlmostEqual(back[1], HUMAHUACA[1])

    @staticmethod
    def _to_columns(place):
        return [geo.SQL("%s::float", value) for value in place]


class TestPlaces(TransactionCase):
    def test_accents_and_case_do_not_matter(self):
        self.assertEqual(places.find_one("LUJAN").label, "Luján, Buenos Aires")
        self.assertEqual(places.find_one("  el bolson ").province, "Río Negro")

    def test_the_province_tells_towns_of_one_name_apart(self):
        self.assertEqual(places.find_one("Luján, San Luis").province, "San Luis")

    def test_a_beginning_a_misspelling_a_province_and_what_people_say(self):
        self.assertIn("San Martín de los Andes", [town.name for town in places.find("san martin de")])
        self.assertEqual(places.find_one("Humauaca").name, "Humahuaca")
        self.assertEqual(places.find_one("Entre Ríos").province, "Entre Ríos")
        self.assertEqual(places.find_one("CABA").name, "Buenos Aires")

    def test_neighbourhoods_are_found_after_towns_of_the_same_name(self):
        self.assertEqual(places.find_one("bernal").label, "Bernal, Buenos Aires")
        self.assertEqual(places.find_one("Villa Crespo").province, "Ciudad Autónoma de Buenos Aires")
        self.assertEqual(places.find_one("Palermo, Buenos Aires").name, "Palermo")
        self.assertEqual(places.find_one("Victoria, Entre Ríos").province, "Entre Ríos")

    def test_other_countries_only_when_asked(self):
        self.assertIsNone(places.find_one("Tacuarembó"))
        self.assertEqual(places.find_one("Tacuarembó", ("AR", "UY")).country, "UY")

    def test_nonsense_finds_nothing(self):
        for text in ("", None, "x", ",", "%%%", "q" * 10_000, "../../etc"):
            self.assertIsNone(places.find_one(text), text)
        self.assertEqual(places.towns_of(("../", "ZZ")), ())


class TestMapWindow(TransactionCase):
    def test_all_points_are_in_the_window_with_a_margin(self):
        window = map_window.fit([LUJAN, HUMAHUACA], 4 / 3)
        self.assertAlmostEqual(window.width / window.height, 4 / 3)
        for point in (LUJAN, HUMAHUACA):
            self.assertTrue(all(0.1 < share < 0.9 for share in window.locate(*point)))

    def test_one_point_has_its_surroundings(self):
        window = map_window.fit([LUJAN])
        self.assertAlmostEqual(window.locate(*LUJAN)[0], 0.5)
        self.assertGreater(window.width, 0.4)
        self.assertIn("Luján", [town.name for town, _x, _y in map_window.name_towns(window)])

    def test_a_place_alone_in_the_country_is_shown_with_towns_that_tell_where_it_is(self):
        desert = (-38.2, -65.9)
        window = map_window.fit([desert])
        self.assertLess(len(map_window.name_towns(window)), map_window.FEW_TOWNS)
        wider = map_window.widen_to_towns(window, desert)
        self.assertGreaterEqual(len(map_window.name_towns(wider)), map_window.FEW_TOWNS)
        for share in wider.locate(*desert):
            self.assertAlmostEqual(share, 0.5)

    def test_neighbours_share_a_marker(self):
        near = (LUJAN[0] + 0.001, LUJAN[1])
        window = map_window.fit([LUJAN, near, HUMAHUACA])
        self.assertEqual(map_window.cluster([LUJAN, near, HUMAHUACA], window), [[0, 1], [2]])

    def test_names_of_towns_give_way_to_markers(self):
        window = map_window.fit([LUJAN])
        self.assertNotIn("Luján", [town.name for town, *_xy in map_window.name_towns(window, [(0.5, 0.5)])])

    def test_a_thousand_points_are_few_markers(self):
        points = [(-25 - 0.02 * number, -60 - 0.005 * number) for number in range(1000)]
        window = map_window.fit(points)
        self.assertLessEqual(len(map_window.cluster(points, window)), 49)


@tagged("-at_install", "post_install")
class TestMapTemplate(HttpCase):
    def _draw(self, points, **values):
        return str(
            self.env["ir.qweb"]._render(
                "chasqui_store.map",
                {"website": self.env["website"].get_current_website(), "map_points": points, **values},
            )
        )

    def _point(self, name, place=LUJAN, **values):
        return {"name": name, "url": f"/stores/{name}", "lat": place[0], "lng": place[1], **values}

    def test_markers_are_numbered_links_with_a_name(self):
        html = self._draw([self._point("huerta", detail="until <6>"), self._point("puna", HUMAHUACA)])
        self.assertIn('href="/stores/huerta"', html)
        self.assertIn("until &lt;6&gt;", html)
        self.assertEqual(html.count('class="o_chasqui_map_marker"'), 2)
        self.assertIn("<ol>", html)
        self.assertNotIn("<ol>", self._draw([self._point("huerta")], map_legend=False))

    def test_points_without_a_place_are_left_out_and_keep_their_numbers(self):
        html = self._draw([self._point("nowhere", (0, 0)), self._point("huerta")])
        self.assertNotIn("nowhere", html)
        self.assertIn('<span class="o_chasqui_map_dot">2</span>', html)
        self.assertNotIn("figure", self._draw([self._point("nowhere", (0, 0))]))
        self.assertNotIn("figure", self._draw([]))

    def test_many_in_one_place_open_without_scripts(self):
        html = self._draw([self._point(f"s{number}") for number in range(15)], map_legend=False)
        self.assertEqual(html.count("<details"), 1)
        self.assertEqual(html.count("data-lat"), 12)
        self.assertIn("and 3 more", html)

    def test_no_address_of_others_unless_one_is_set(self):
        self.assertNotIn("data-tiles", self._draw([self._point("huerta")]))
        self.env["ir.config_parameter"].set_param("chasqui_store.map_tiles_url", "https://t.example/{z}")
        self.assertIn('data-tiles="https://t.example/{z}"', self._draw([self._point("huerta")]))

    def test_the_outlines_are_sent_compressed_and_once(self):
        [url] = re.findall(r'href="([^"]+)#provinces"', self._draw([self._point("huerta")]))
        response = self.url_open(url, headers={"Accept-Encoding": "gzip"})
        self.assertEqual((response.status_code, response.headers["Content-Encoding"]), (200, "gzip"))
        self.assertIn("immutable", response.headers["Cache-Control"])
        self.assertIn('id="provinces"', response.text)
