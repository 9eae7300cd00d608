import base64

from odoo import Command
from odoo.tests import new_test_user, tagged
from odoo.tests.common import JsonRpcException
from odoo.tools import mute_logger

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestStoreDraft(SiteCommon):
    """Staff see what they type before it is saved; nobody else does, and nothing of it stays."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.garden.write({"headline": "Verdura", "section_ids": [Command.create({"name": "Primera"})]})
        cls.bakery.write({"section_ids": [Command.create({"name": "Pan ajeno"})]})
        for login, store in (("draft-garden", cls.garden), ("draft-bakery", cls.bakery)):
            new_test_user(
                cls.env,
                login,
                groups="chasqui_store.group_manager",
                company_id=store.company_id.id,
                company_ids=[Command.set(store.company_id.ids)],
            )

    def _draw(self, changes, login="draft-garden", page="home"):
        if login:
            self.authenticate(login, login)
        return self.make_jsonrpc_request(
            f"/chasqui/preview/{self.garden.id}/{page}/draft", {"changes": changes}
        )

    def _assert_refused(self, login):
        with self.assertRaises(JsonRpcException) as refused, mute_logger("odoo.http"):
            self._draw({"headline": "Robado"}, login)
        self.assertNotIn("Robado", str(refused.exception))

    def test_what_is_typed_is_shown_and_not_kept(self):
        sections = [
            Command.create({"name": "Nueva"}),
            Command.update(self.garden.section_ids.id, {"name": "Otra"}),
        ]
        html = self._draw({"headline": "Recién cosechada", "section_ids": sections})["html"]
        for typed in ("Recién cosechada", "Nueva", "Otra"):
            self.assertIn(typed, html)
        self.garden.invalidate_recordset()
        self.assertEqual(self.garden.headline, "Verdura")
        self.assertEqual(self.garden.section_ids.mapped("name"), ["Primera"])
        self.assertNotIn("Recién cosechada", self._visit(self.garden, "/").text)

    def test_what_is_typed_is_cleaned(self):
        html = self._draw({"story": "<p onclick='x()'>Hola<script>y()</script></p>"}, page="about")["html"]
        self.assertIn("Hola", html)
        self.assertNotRegex(html, r"onclick|y\(\)")

    def test_a_picture_is_shown_before_it_is_saved(self):
        html = self._draw({"banner": self._draw_picture().decode()})["html"]
        self.assertIn('o_chasqui_banner_picture" alt="" loading="eager" src="data:image/', html)
        self.garden.invalidate_recordset()
        self.assertFalse(self.garden.banner)

    def test_a_drawing_with_code_is_no_picture_here_either(self):
        svg = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
        drawn = self._draw({"banner": svg.decode()})
        self.assertNotIn("html", drawn)
        self.assertTrue(drawn["problem"])

    def test_what_cannot_be_saved_is_told(self):
        self.assertIn("not-a-color", self._draw({"accent_color": "not-a-color"})["problem"])

    def test_only_what_the_site_says_is_drawn(self):
        slug = self.garden.slug
        self.assertIn("html", self._draw({"state": "closed", "slug": "otro-nombre", "name": "Otro nombre"}))
        self.garden.invalidate_recordset()
        self.assertEqual((self.garden.state, self.garden.slug), ("open", slug))

    def test_lines_of_another_store_are_out_of_reach(self):
        theirs = self.bakery.section_ids
        with self.assertRaises(JsonRpcException), mute_logger("odoo.http"):
            self._draw({"section_ids": [Command.update(theirs.id, {"name": "Cambiado"})]})
        theirs.invalidate_recordset()
        self.assertEqual(theirs.name, "Pan ajeno")

    def test_staff_of_another_store_draw_nothing(self):
        self._assert_refused("draft-bakery")

    def test_shoppers_draw_nothing(self):
        new_test_user(self.env, "draft-shopper", groups="base.group_portal")
        self._assert_refused("draft-shopper")

    def test_strangers_draw_nothing(self):
        self.authenticate(None, None)
        self._assert_refused(None)
