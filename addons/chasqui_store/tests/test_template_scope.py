import re

from odoo.tests import tagged
from odoo.tools import hmac

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestTemplateScope(SiteCommon):
    """Stores share compiled templates, bundles and routes, and nothing leaks by them."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.garden_site = cls.garden.website_id
        cls.bakery_site = cls.bakery.website_id

    def _get_scope(self, website):
        return self.env["website"]._get_template_scope(website.id)

    def _get_signature(self, store):
        page = self._visit(store, "/contactus").text
        tag = re.search(r'<input[^>]*name="website_form_signature"[^>]*>', page)[0]
        return re.search(r'value="([^"]*)"', tag)[1]

    def _add_link(self, nav, text):
        """Change the links of a store, keeping those that other addons put theirs after."""
        named = '<li name="producers">'
        nav.arch_db = nav.arch_db.replace(named, f"<li>{text}</li>{named}")

    def _sign(self, email):
        return hmac(self.env(su=True), "website_form_signature", email)

    def test_stores_compile_each_template_once(self):
        self.assertEqual(self._get_scope(self.garden_site), self._get_scope(self.bakery_site))
        qweb = self.env["ir.qweb"]
        view = self.env.ref("chasqui_store.store_nav")
        compiled = [
            qweb.with_context(website_id=website.id, lang="es_AR")._generate_code_cached(view.id)
            for website in (self.garden_site, self.bakery_site)
        ]
        self.assertIs(compiled[0], compiled[1])

    def test_contact_forms_visited_in_turn_write_to_their_own_store(self):
        for _round in range(2):
            for store in (self.garden, self.bakery):
                self.assertEqual(self._get_signature(store), self._sign(store.company_id.email))

    def test_a_form_with_an_address_of_its_own_keeps_its_signature(self):
        view = self.env["ir.ui.view"].create(
            {
                "type": "qweb",
                "key": "chasqui_store.test_form",
                "arch": '<form action="/website/form/"><input name="email_to" value="a@b.c"/></form>',
            }
        )
        qweb = self.env["ir.qweb"].with_context(website_id=self.garden_site.id)
        self.assertIn(self._sign("a@b.c"), qweb._render(view.id))

    def test_languages_visited_in_turn_do_not_mix(self):
        self.env.ref("chasqui_store.store_nav").update_field_translations(
            "arch_db", {"es_AR": {"Producers": "Productoras"}}
        )
        for store in (self.garden, self.bakery, self.garden):
            self.assertIn(">Productoras<", self._visit(store, "/about").text)
            self.assertIn(">Producers<", self._visit(store, "/en/about").text)

    def test_a_website_with_a_view_of_its_own_shows_it_and_the_others_do_not(self):
        view = self.env.ref("chasqui_store.store_nav")
        self._visit(self.garden, "/about")
        self._add_link(view.with_context(website_id=self.garden_site.id), "Sólo en la huerta")
        self.assertEqual(self._get_scope(self.garden_site), self.garden_site.id)
        self.assertIn("Sólo en la huerta", self._visit(self.garden, "/about").text)
        self.assertNotIn("Sólo en la huerta", self._visit(self.bakery, "/about").text)

    def test_a_change_of_a_shared_view_is_seen_at_once(self):
        self._visit(self.garden, "/about")
        view = self.env.ref("chasqui_store.store_nav")
        self._add_link(view, "Para todas")
        for store in (self.garden, self.bakery):
            self.assertIn("Para todas", self._visit(store, "/about").text)

    def test_websites_that_compile_otherwise_do_not_share(self):
        for values in (
            {"default_lang_id": self.english.id},
            {"cdn_activated": True, "cdn_url": "https://cdn.example"},
            {"cookies_bar": True},
        ):
            with self.subTest(values=values):
                self.bakery_site.write(values)
                self.assertNotEqual(self._get_scope(self.garden_site), self._get_scope(self.bakery_site))
                self.bakery_site.write(
                    {
                        "default_lang_id": self.spanish.id,
                        "cdn_activated": False,
                        "cdn_url": False,
                        "cookies_bar": False,
                    }
                )

    def test_a_rewrite_of_one_website_is_its_own(self):
        self.env["website.rewrite"].create(
            {
                "name": "Tienda",
                "redirect_type": "308",
                "url_from": "/about",
                "url_to": "/quienes-somos",
                "website_id": self.garden_site.id,
            }
        )
        Website = self.env["website"]
        self.assertEqual(Website._get_routing_scope(self.garden_site.id), self.garden_site.id)
        self.assertNotEqual(Website._get_routing_scope(self.bakery_site.id), self.bakery_site.id)
        self.assertEqual(self._get_scope(self.garden_site), self.garden_site.id)
        self.assertIn('href="/quienes-somos"', self._visit(self.garden, "/shop").text)
        self.assertIn('href="/about"', self._visit(self.bakery, "/shop").text)

    def test_stores_share_their_style_sheets_until_one_has_its_own(self):
        sheet = re.compile(r'href="(/web/assets/[^"]*web.assets_frontend[^"]*css)"')
        urls = {sheet.search(self._visit(s, "/about").text)[1] for s in (self.garden, self.bakery)}
        self.assertEqual(len(urls), 1)
        self.env["ir.asset"].create(
            {
                "name": "Own",
                "bundle": "web.assets_frontend",
                "path": "/chasqui_store/static/src/scss/pickup.scss",
                "website_id": self.garden_site.id,
            }
        )
        Website = self.env["website"]
        self.assertEqual(Website._get_asset_scope(self.garden_site.id), self.garden_site.id)
        self.assertFalse(Website._get_asset_scope(self.bakery_site.id))
