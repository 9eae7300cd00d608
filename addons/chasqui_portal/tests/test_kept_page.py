from unittest.mock import patch

from odoo.tests import tagged

from ..controllers.stores import PortalStores
from .common_portal import PortalCommon

PREPARE = "odoo.addons.chasqui_portal.controllers.stores.PortalStores._prepare_values"


@tagged("post_install", "-at_install")
class TestKeptPage(PortalCommon):
    def _count_drawings(self, *paths, **kwargs):
        """Return how many of these visits had the page drawn."""
        with patch(PREPARE, autospec=True, side_effect=PortalStores._prepare_values) as drawn:
            for path in paths:
                self.assertEqual(self._visit_platform(path, **kwargs).status_code, 200)
        return drawn.call_count

    def test_a_page_is_drawn_once_for_all_anonymous_visitors(self):
        self.assertEqual(self._count_drawings("/stores", "/stores", "/stores"), 1)

    def test_each_language_has_its_own(self):
        self.assertEqual(self._count_drawings("/stores", "/en/stores", "/stores", "/en/stores"), 2)

    def test_with_parameters_it_is_drawn_each_time(self):
        self.assertEqual(self._count_drawings("/stores?q=a", "/stores?q=a"), 2)

    def test_who_is_signed_in_sees_a_page_of_their_own(self):
        self._read("/stores")
        session = self.authenticate("admin", "admin")
        with patch(PREPARE, autospec=True, side_effect=PortalStores._prepare_values) as drawn:
            self.url_open(
                "/stores",
                headers={"Host": "platform-seals.localhost"},
                cookies={"frontend_lang": "es_AR", "session_id": session.sid},
            )
        self.assertEqual(drawn.call_count, 1)

    def test_the_page_of_a_store_is_kept_too(self):
        path = f"/stores/{self.garden.slug}"
        self._read(path)
        with self.assertQueryCount(14):
            self._read(path)

    def test_pages_of_other_addons_are_kept_and_show_edits_at_once(self):
        node = self.env["chasqui.node"].create({"name": "Nodo Almagro", "city": "Buenos Aires"})
        for path in ("/nodes", f"/nodes/{node.slug}"):
            self.assertIn("Nodo Almagro", self._read(path))
        node.name = "Nodo Boedo"
        for path in ("/nodes", f"/nodes/{node.slug}"):
            self.assertIn("Nodo Boedo", self._read(path))
        self.assertNotIn("Sello nuevo", self._read("/seals"))
        self.agroecological.with_context(lang="es_AR").name = "Sello nuevo"
        self.assertIn("Sello nuevo", self._read("/seals"))

    def test_an_edit_shows_at_once(self):
        self._read("/stores")
        self.garden.with_context(lang="es_AR").tagline = "Verdura de esta mañana"
        self.assertIn("Verdura de esta mañana", self._read("/stores"))

    def test_a_store_that_closes_is_gone_at_once(self):
        self.assertIn("La Huerta", self._read("/stores"))
        self.garden.state = "closed"
        self.assertNotIn("La Huerta", self._read("/stores"))

    def test_a_product_that_is_taken_off_is_gone_at_once(self):
        path = f"/stores/{self.garden.slug}"
        self.assertIn("Miel de monte", self._read(path))
        self.honey.is_published = False
        self.assertNotIn("Miel de monte", self._read(path))

    def test_what_the_portal_does_not_show_ends_nothing(self):
        self._read("/stores")
        self.env["res.partner"].create({"name": "Compradora"}).phone = "1"
        self.assertEqual(self._count_drawings("/stores"), 0)

    def test_a_change_that_ends_late_is_a_new_version_too(self):
        Change = self.env["chasqui.portal.change"]
        before = Change._get_version()
        self.env.cr.execute(
            "INSERT INTO chasqui_portal_change (id, is_of_directory)"
            " VALUES ((SELECT COALESCE(MIN(id), 0) - 1 FROM chasqui_portal_change), FALSE)"
        )
        self.assertNotEqual(Change._get_version(), before)

    def test_a_price_is_no_reason_to_make_the_directory_anew(self):
        Change = self.env["chasqui.portal.change"]
        before = Change._get_version(of_directory=True)
        self.honey.list_price = 12
        self.assertEqual(Change._get_version(of_directory=True), before)
        self.honey.is_published = False
        self.assertNotEqual(Change._get_version(of_directory=True), before)

    def test_old_changes_are_thrown_away_and_the_newest_is_kept(self):
        Change = self.env["chasqui.portal.change"]
        for _number in range(60):
            Change._note()
        newest = Change._get_version()[0]
        Change._gc_changes()
        self.assertEqual(Change._get_version()[0], newest)
        self.assertLess(Change._get_version()[1], 60)

    def test_a_kept_page_costs_few_queries(self):
        self._read("/stores")
        with self.assertQueryCount(12):
            self._read("/stores")
