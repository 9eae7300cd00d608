from lxml import html

from odoo.exceptions import AccessError, ValidationError
from odoo.fields import Command, Datetime
from odoo.tests import new_test_user, tagged

from odoo.addons.chasqui_store.tests.common_site import SiteCommon

HOST = "platform-news.localhost"


@tagged("post_install", "-at_install")
class TestNews(SiteCommon):
    """The news are the platform's: read there, fed by RSS, and nowhere at a store."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.platform.write(
            {
                "domain": f"http://{HOST}",
                "default_lang_id": cls.spanish.id,
                "language_ids": [Command.set((cls.spanish | cls.english).ids)],
            }
        )
        cls.blog = cls.env.ref("chasqui_portal.blog_news")
        cls.post = cls._create_post(name="Feria de otoño")
        cls.draft = cls._create_post(name="Todavía no", is_published=False)
        cls.later = cls._create_post(name="Mañana", published_date=Datetime.add(Datetime.now(), days=1))

    @classmethod
    def _create_post(cls, **values):
        return cls.env["blog.post"].create(
            {"blog_id": cls.blog.id, "is_published": True, "content": "<p>Nos vemos</p>", **values}
        )

    def _visit_platform(self, path):
        return self.url_open(path, headers={"Host": HOST}, cookies={"frontend_lang": "es_AR"})

    def test_what_is_out_is_read_on_the_platform(self):
        page = self._visit_platform("/blog").text
        self.assertIn("Feria de otoño", page)
        self.assertNotIn("Todavía no", page)
        self.assertNotIn("Mañana", page)
        self.assertIn("Nos vemos", self._visit_platform(self.post.website_url).text)
        self.assertNotEqual(self._visit_platform(self.draft.website_url).status_code, 200)

    def test_search_engines_are_told_what_a_post_is(self):
        page = self._visit_platform(self.post.website_url).text
        self.assertIn('"@type": "BlogPosting", "headline": "Feria de oto', page)

    def test_a_post_leads_back_to_all_and_on_to_the_next(self):
        other = self._create_post(name="Vino nuevo", content="<p>Llegó</p>")
        page = html.fromstring(self._visit_platform(self.post.website_url).text)
        [post] = page.xpath("//div[contains(@class, 'o_chasqui_post')]")
        self.assertEqual([title.text for title in page.iter("h1")], ["Feria de otoño"])
        links = post.xpath(".//nav//a/@href")
        self.assertEqual(links, ["/blog", other.with_context(lang="es_AR").website_url])

    def test_readers_can_subscribe(self):
        feed = self._visit_platform(f"/blog/{self.env['ir.http']._slug(self.blog)}/feed")
        self.assertIn("atom", feed.headers["Content-Type"])
        self.assertIn("Feria de otoño", feed.text)
        self.assertNotIn("Todavía no", feed.text)

    def test_a_store_has_no_news(self):
        shared = self.env["blog.blog"].create({"name": "De todos"})
        posted = self._create_post(blog_id=shared.id, name="De nadie")
        for path in ("/blog", self.post.website_url, posted.website_url, f"/blog/{shared.id}/feed"):
            self.assertEqual(self._visit(self.garden, path).status_code, 404, path)
        self.assertNotIn("/blog", self._visit(self.garden, "/sitemap.xml").text)
        for website, count in ((self.garden.website_id, 0), (self.platform, 2)):
            options = {"displayDescription": True, "displayDetail": False}
            self.assertEqual(len(website._search_get_details("blogs", "name asc", options)), count)

    def test_no_blog_can_be_given_to_a_store(self):
        with self.assertRaises(ValidationError):
            self.env["blog.blog"].create({"name": "Nuestro", "website_id": self.garden.website_id.id})

    def test_staff_of_stores_read_what_is_out_and_write_nothing(self):
        manager = new_test_user(
            self.env,
            "garden-manager",
            "chasqui_store.group_manager",
            company_id=self.garden.company_id.id,
            company_ids=[Command.set(self.garden.company_id.ids)],
        )
        posts = (self.post | self.draft).with_user(manager)
        self.assertEqual(posts._filtered_access("read"), self.post)
        with self.assertRaises(AccessError):
            self.post.with_user(manager).name = "Otra cosa"

    def test_web_editors_write_them(self):
        editor = new_test_user(self.env, "news-editor", "chasqui_store.group_web_editor")
        self.draft.with_user(editor).is_published = True
        self.assertIn("Todavía no", self._visit_platform("/blog").text)
