from lxml import html

from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common_portal import PortalCommon


@tagged("post_install", "-at_install")
class TestHome(PortalCommon):
    """The platform's home is the editors' to write; what is in its parts is the server's."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.tomato = cls._create_site_product(
            cls.garden, name="Tomate platense", image_1920=cls._draw_picture(size=(64, 64))
        )
        cls.editor = new_test_user(cls.env, "home-editor", "chasqui_store.group_web_editor")
        cls.view = cls.env.ref("chasqui_portal.view_home")

    def _save(self, view, markup):
        """Write a section of a page as the website builder does."""
        section = view.with_user(self.editor).with_context(website_id=self.platform.id, lang="en_US")
        section.save(markup, "/t[1]/t[1]/div[1]/section[1]")

    def test_it_shows_what_is_public_now(self):
        page = self._visit_platform("/en").text
        for text in ("La Huerta", "El Horno", "Tomate platense", 'href="/en/apply"', 'action="/en/stores"'):
            self.assertIn(text, page)

    def test_near_is_where_one_says_or_where_the_browser_is(self):
        page = html.fromstring(self._visit_platform("/en").text)
        for path, names in (("/en/stores", ["at"]), ("/en/nodes", ["lat", "lng"])):
            [form] = page.xpath(f"//form[@action='{path}'][contains(@class, 'o_chasqui_here')]")
            self.assertTrue(form.xpath(".//input[@type='text']"), path)
            self.assertEqual(form.xpath(".//input[@type='hidden'][@disabled]/@name"), names)
            self.assertTrue(form.xpath(".//button[@type='button'][@hidden]"), path)

    def test_what_is_not_public_any_more_is_gone_at_once(self):
        self._visit_platform("/en")
        self.garden.state = "closed"
        page = self._visit_platform("/en").text
        self.assertNotIn("La Huerta", page)
        self.assertNotIn("Tomate platense", page)
        self.assertIn("El Horno", page)

    def test_an_editor_writes_it_and_visitors_read_it_at_once(self):
        self._visit_platform("/en")
        self._save(self.view, '<section class="container"><h1>Bienvenidas</h1></section>')
        self.assertIn("Bienvenidas", self._visit_platform("/en").text)
        self.assertNotIn("Bienvenidas", self._visit(self.garden, "/en").text)

    def test_a_part_is_saved_empty_and_drawn_full(self):
        self._save(
            self.view,
            '<section><div data-chasqui-part="stores" data-chasqui-shown="1">Tienda cerrada</div></section>',
        )
        self.assertNotIn("Tienda cerrada", self.view.arch_db)
        page = html.fromstring(self._visit_platform("/en").text)
        [part] = page.xpath("//section[1]/div[@data-chasqui-part='stores'][@data-chasqui-shown='1']")
        self.assertEqual(len(part.xpath("./ul/li")), 1)

    def test_it_tells_what_closes_soon(self):
        closing = {"name": "Nodo del club", "url": "/nodes/club", "place": "Bernal", "until": "Friday, 18:00"}
        self.patch(type(self.platform), "_get_chasqui_closing_soon", lambda _website, _limit: [closing])
        page = html.fromstring(self._visit_platform("/en").text)
        [line] = page.xpath("//ul[@class='o_chasqui_dates']/li/a[@href='/en/nodes/club']")
        for text in ("Nodo del club", "Bernal", "Friday, 18:00"):
            self.assertIn(text, line.text_content())

    def test_a_part_that_nobody_knows_stays_empty(self):
        self._save(
            self.view, '<section><div data-chasqui-part="a\'b" data-chasqui-shown="-9">x</div></section>'
        )
        self.assertEqual(self._visit_platform("/en").status_code, 200)

    def test_the_builder_shows_each_block_with_what_is_in_it(self):
        self.authenticate("home-editor", "home-editor")
        answer = self.url_open(
            "/web/dataset/call_kw/ir.ui.view/render_public_asset",
            json={
                "params": {
                    "model": "ir.ui.view",
                    "method": "render_public_asset",
                    "args": ["website.snippets", {}],
                    "kwargs": {"context": {"website_id": self.platform.id, "lang": "en_US"}},
                }
            },
        ).json()
        self.assertIn("result", answer, answer.get("error"))
        page = html.fromstring(answer["result"])
        for name in self.env["website"]._get_chasqui_parts():
            [part] = page.xpath(f"//section//*[@data-chasqui-part='{name}']")
            self.assertTrue(part.text_content().strip(), name)

    def test_who_arranges_a_page_sees_at_once_how_many_a_block_will_show(self):
        self.authenticate("home-editor", "home-editor")
        cookies = {"session_id": self.session.sid}
        host = {"Host": self.platform.domain.removeprefix("http://")}

        def draw(path):
            return self.url_open(f"/chasqui/part/{path}", headers=host, cookies=cookies)

        for shown, count in (("1", 1), ("2", 2), ("", 2), ("x", 2), ("9" * 5000, 2)):
            part = html.fromstring(draw(f"stores?shown={shown}").text)
            self.assertEqual(len(part.xpath("descendant-or-self::li")), count, shown[:9])
        self.assertEqual(draw("nothing").status_code, 404)

    def test_stores_have_no_view_or_page_of_their_own(self):
        for website in (self.garden | self.bakery).website_id:
            self.assertFalse(self.env["ir.ui.view"].search([("website_id", "=", website.id)]))
            self.assertFalse(self.env["website.page"].search([("website_id", "=", website.id)]))
        scopes = [
            self.env["website"]._get_template_scope(s.website_id.id) for s in (self.garden, self.bakery)
        ]
        self.assertEqual(*scopes)

    def test_staff_of_stores_do_not_edit_it(self):
        manager = new_test_user(
            self.env,
            "garden-manager",
            "chasqui_store.group_manager",
            company_id=self.garden.company_id.id,
            company_ids=[(6, 0, self.garden.company_id.ids)],
        )
        with self.assertRaises(AccessError):
            self.view.with_user(manager).arch_db = "<t/>"

    def test_the_other_pages_are_there_and_stores_have_none_of_them(self):
        for path in ("/about", "/help", "/privacy", "/accessibility"):
            page = self._visit_platform(f"/en{path}")
            self.assertEqual((page.status_code, page.text.count("<h1")), (200, 1), path)
        for path in ("/help", "/privacy", "/accessibility", "/figures", "/calendar", "/contact"):
            self.assertEqual(self._visit(self.garden, path).status_code, 404, path)
        self.assertIn("About us", self._visit(self.garden, "/en/about").text)

    def test_a_visit_costs_few_queries(self):
        self._visit_platform("/en")
        with self.assertQueryCount(12):
            self._visit_platform("/en")

    def test_links_bring_a_picture_and_engines_learn_what_it_is(self):
        page = html.fromstring(self._visit_platform("/en/help").text)
        [picture] = page.xpath("//meta[@property='og:image']/@content")
        self.assertTrue(picture.endswith("/chasqui/social/help.png"), picture)
        response = self._visit_platform("/chasqui/social/help.png")
        self.assertEqual(response.content[:4], b"\x89PNG")
        self.assertEqual(self._visit_platform("/chasqui/social/unknown.png").status_code, 404)
        self.assertTrue(page.xpath("//script[contains(text(), 'SearchAction')]"))
        self.assertEqual(page.xpath("//link[@rel='canonical']/@href"), [f"{self.platform.domain}/en/help"])

    def test_another_language_is_a_link_away_and_so_is_the_way_back(self):
        def follow(path, language):
            page = html.fromstring(self._visit_platform(path).text)
            [link] = page.xpath(f"//footer//nav//a[@hreflang='{language}']/@href")
            return self._visit_platform(link)

        answer = follow("/stores?near=Luj%C3%A1n", "en-US")
        self.assertTrue(answer.url.endswith("/en/stores?near=Luj%C3%A1n"), answer.url)
        answer = follow("/en/stores", "es-AR")
        self.assertEqual(html.fromstring(answer.text).get("lang"), "es-AR")

    def test_links_are_called_what_their_page_is(self):
        garden = f"/stores/{self.garden.slug}"
        post = self.env["blog.post"].create(
            {"blog_id": self.env.ref("chasqui_portal.blog_news").id, "name": "Harvest", "is_published": True}
        )
        for path, title, name in (
            ("/", "Bought from the people who make it | Chasqui", "home"),
            ("/help", "Help | Chasqui", "help"),
            (garden, "La Huerta | Chasqui", "stores"),
            (post.website_url, "Harvest", "blog"),
        ):
            page = html.fromstring(self._visit_platform(f"/en{path}").text)
            told = {tag.get("property"): tag.get("content") for tag in page.xpath("//meta[@property]")}
            self.assertEqual(told["og:title"], title, path)
            self.assertTrue(told["og:description"], path)
            self.assertEqual(told["og:image"].rpartition("/")[2], f"{name}.png", path)
        page = html.fromstring(self._visit(self.garden, "/en/about").text)
        self.assertEqual(page.xpath("//meta[@property='og:title']/@content"), page.xpath("//title/text()"))

    def test_the_platform_lists_its_pages_alone(self):
        listed = self._visit_platform("/sitemap.xml").text
        for path in ("/help", "/figures", "/calendar", "/blog", "/apply", "/privacy"):
            self.assertIn(f"<loc>{self.platform.domain}{path}</loc>", listed)
        self.assertIn(f"/stores/{self.garden.slug}<", listed)
        self.assertIn("/seals/", listed)
        self.assertNotIn("/shop", listed)
        self.assertNotIn("/figures", self._visit(self.garden, "/sitemap.xml").text)
