import base64

from odoo.exceptions import UserError, ValidationError
from odoo.tests import new_test_user, tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestStorePages(SiteCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.garden.with_context(lang="es_AR").write(
            {
                "headline": "Verdura de esta mañana",
                "story": "<p>Treinta familias</p>",
                "terms": "<p>Diez días para arrepentirse</p>",
                "accent_color": "#4d6b2f",
                "section_ids": [
                    (0, 0, {"name": "Segunda", "sequence": 20}),
                    (0, 0, {"name": "Primera", "sequence": 10}),
                ],
                "team_ids": [(0, 0, {"name": "Rosa Mamaní"})],
            }
        )
        cls.manager = new_test_user(
            cls.env,
            "garden-manager",
            groups="chasqui_store.group_manager",
            company_id=cls.garden.company_id.id,
            company_ids=[(6, 0, cls.garden.company_id.ids)],
        )

    def test_each_store_shows_its_own_content_at_its_own_address(self):
        garden = self._visit(self.garden, "/").text
        self.assertIn("Verdura de esta mañana", garden)
        self.assertLess(garden.index("Primera"), garden.index("Segunda"))
        self.assertNotIn("Verdura de esta mañana", self._visit(self.bakery, "/").text)

    def test_story_team_and_terms_have_pages(self):
        about = self._visit(self.garden, "/about").text
        self.assertIn("Treinta familias", about)
        self.assertIn("Rosa Mamaní", about)
        self.assertIn("Diez días para arrepentirse", self._visit(self.garden, "/terms").text)

    def test_the_contact_page_is_the_stores_own(self):
        self.garden.public_phone = "+54 237 499-0101"
        page = self._visit(self.garden, "/contactus").text
        self.assertIn("+54 237 499-0101", page)
        self.assertNotIn("555-5556", page)

    def test_the_shop_promises_nothing_in_a_stores_name(self):
        product = self._create_site_product(self.garden)
        self.assertNotIn("money-back", self._visit(self.garden, f"/en{product.website_url}").text)

    def test_a_price_says_its_unit(self):
        kilo = self.env.ref("uom.product_uom_kgm")
        self._create_site_product(self.garden, name="Papa", uom_id=kilo.id)
        self.assertRegex(self._visit(self.garden, "/shop").text, rf"/ {kilo.name}\s*</span>")

    def test_colors_of_a_store_arrive_as_variables(self):
        self.assertIn("--chasqui-accent:#4d6b2f", self._visit(self.garden, "/shop").text)
        self.assertNotIn("--chasqui-accent:#4d6b2f", self._visit(self.bakery, "/shop").text)

    def test_a_store_site_has_no_view_or_page_of_its_own(self):
        own = [("website_id", "=", self.garden.website_id.id)]
        self.assertFalse(self.env["ir.ui.view"].search(own))
        self.assertFalse(self.env["website.page"].search(own))

    def test_the_platform_lists_open_stores_only(self):
        self.bakery.state = "closed"
        home = self.url_open("/", headers={"Host": self.platform.domain.removeprefix("http://")}).text
        self.assertIn("La Huerta", home)
        self.assertNotIn("El Horno", home)

    def test_the_platform_leads_to_products_at_their_stores_and_sells_none(self):
        host = {"Host": self.platform.domain.removeprefix("http://")}
        product = self._create_site_product(self.garden)

        def visit(path):
            return self.url_open(path, headers=host, allow_redirects=False)

        answer = visit(product.website_url)
        self.assertIn(answer.status_code, (302, 303))
        self.assertEqual(answer.headers["Location"], f"{self.garden.website_id.domain}{product.website_url}")
        self.assertEqual(visit("/shop").headers["Location"].removeprefix(self.platform.domain), "/")
        product.is_published = False
        self.assertEqual(visit(product.website_url).status_code, 404)
        product.is_published = True
        self.garden.state = "closed"
        self.assertEqual(visit(product.website_url).status_code, 404)
        nobodys = self._create_site_product(self.garden, company_id=False)
        self.assertEqual(visit(nobodys.website_url).status_code, 404)

    def test_another_website_keeps_its_own_look(self):
        other = self.env["website"].create({"name": "Otra", "domain": "http://otra.example"})
        home = self.url_open("/", headers={"Host": "otra.example"}).text
        self.assertNotIn("o_chasqui", home)
        self.assertFalse(other._is_chasqui_site())
        self.assertEqual(self.url_open("/about", headers={"Host": "otra.example"}).status_code, 404)

    def test_a_website_in_use_is_not_taken_for_the_platform(self):
        self.platform.write({"is_chasqui_platform": False, "domain": False})
        default = self.env.ref("website.default_website")
        self.env["website.page"].create(
            {
                "url": "/nosotros",
                "name": "Nosotros",
                "type": "qweb",
                "arch": "<div/>",
                "website_id": default.id,
            }
        )
        self.assertNotEqual(self.env["website"]._ensure_chasqui_platform(), default)

    def test_scripts_and_handlers_do_not_survive_in_what_a_store_says(self):
        self.garden.story = '<p onclick="x()">Hola<script>x()</script><t t-out="1"/></p>'
        self.assertNotRegex(self.garden.story, r"onclick|script|t-out")

    def test_a_color_is_a_color(self):
        with self.assertRaises(ValidationError):
            self.garden.accent_color = "red;}body{display:none"

    def test_a_drawing_with_code_is_no_picture(self):
        svg = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
        with self.assertRaises(UserError):
            self.garden.logo = svg
        with self.assertRaises(UserError):
            self.garden.section_ids[0].image = svg

    def test_what_hides_behind_a_picture_is_not_kept(self):
        hidden = base64.b64decode(self._draw_picture()) + b"<script>alert(1)</script>"
        self.garden.logo = base64.b64encode(hidden)
        self.assertNotIn(b"script", base64.b64decode(self.garden.logo))

    def test_only_the_pictures_of_pages_are_served(self):
        self.garden.logo = self._draw_picture()
        self.assertIn(f"chasqui.store/{self.garden.id}/logo", self._visit(self.garden, "/about").text)
        served = self._visit(self.garden, f"/chasqui/picture/chasqui.store/{self.garden.id}/logo")
        self.assertEqual(served.headers["Content-Type"], "image/jpeg")
        for path in ("res.users/2/image_1920", "chasqui.store/0/logo", "chasqui.store/1/name"):
            self.assertEqual(self._visit(self.garden, f"/chasqui/picture/{path}").status_code, 404)

    def test_staff_previews_a_store_that_is_not_open_and_nobody_else_does(self):
        self.garden.state = "building"
        path = f"/chasqui/preview/{self.garden.id}/home"
        self.authenticate("garden-manager", "garden-manager")
        self.assertIn("Verdura de esta mañana", self.url_open(path).text)
        other = f"/chasqui/preview/{self.bakery.id}/home"
        self.assertEqual(self.url_open(other).status_code, 404)
        new_test_user(self.env, "pages-shopper", groups="base.group_portal")
        self.authenticate("pages-shopper", "pages-shopper")
        self.assertEqual(self.url_open(path).status_code, 404)
