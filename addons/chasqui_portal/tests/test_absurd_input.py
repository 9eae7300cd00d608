from urllib.parse import quote

from lxml import html

from odoo.tests import tagged
from odoo.tools import mute_logger

from .common_portal import PortalCommon

# Public pages of the portal; those of other modules that are there are visited too.
PAGES = (
    "/",
    "/stores",
    "/stores/{}",
    "/producers",
    "/producers/{}",
    "/producers/{}/photo",
    "/products",
    "/seals",
    "/seals/{}",
    "/nodes",
    "/nodes/{}",
    "/calendar",
    "/figures",
    "/figures.csv",
    "/figures.json",
    "/products/suggest",
    "/help",
    "/{}",
)
LONG = "a" * 10_000
ABSURD = (
    "page=99999999999999999999999",
    "page=-1&page=x&page=",
    f"q={LONG}&search={LONG}",
    "q=%00%01%ff&near=%00&town=%F0%9F%8C%BD",
    "q=%27%22%3E%3Cscript%3E&near=%25%25%25&way=%5B%5D&seal=..%2F..%2F",
    "province=999999999999999999999&km=-3&kind=__class__&at=nan,nan",
    "at=1e400,0&km=99999999999&open=maybe&sort=;drop",
    "&".join(f"seal=s{number}&way=w{number}&x{number}=1" for number in range(200)),
    "q[]=1&seal[]=2&q=%5B1%2C2%5D&near=%7B%7D&category[0]=1",
    "q=%F0%9F%91%A9%E2%80%8D%F0%9F%8C%BE&near=%E2%80%AE&town=%EF%BB%BF&at=%C2%B2,%C2%BD",
    "q=%ED%A0%80&q=%C0%80&page=%F0%9F",
    "%=%zz&%00=1&=&&a=b=c",
)
SLUGS = ("nobody", "0", "-1", "99999999999999999999", "a" * 2000, quote("ñandú/../x", safe=""), "%00", "x-0")


@tagged("post_install", "-at_install")
class TestAbsurdInput(PortalCommon):
    """Robots, mischief and slips of the finger get an answer, and never an error."""

    @mute_logger("odoo.http")  # says which parameters a page knows nothing of
    def test_absurd_queries_are_answered(self):
        for page in PAGES:
            if "{}" in page:
                continue
            for query in ABSURD:
                self._check(f"{page}?{query}")

    @mute_logger("odoo.http")
    def test_absurd_queries_of_the_news_are_answered(self):
        news = f"/blog/{self.env['ir.http']._slug(self.env.ref('chasqui_portal.blog_news'))}"
        asked = (
            "date_begin=x&date_end=2026-13-45",
            "path=x",
            "limit=x",
            "limit=-1",
            "tag=%00&state=x",
            *ABSURD,
        )
        for query in asked:
            self._check(f"{news}?{query}")
            self._check(f"{news}/feed?{query}")

    def test_unknown_slugs_are_not_found(self):
        for page in PAGES:
            if "{}" in page:
                for slug in SLUGS:
                    self._check(page.format(slug), found=False)

    def test_whatever_is_not_found_lets_one_search(self):
        for path in ("/stores/nobody", "/seals/nobody", "/nodes/nobody", "/producers/nobody-7", "/nobody"):
            page = html.fromstring(self._read(path, status=404))
            self.assertTrue(page.xpath("//div[@id='wrap']//form[@action='/products']"), path)

    def test_an_unknown_address_says_where_to_look(self):
        page = self._read("/en/no-such-page", status=404)
        self.assertIn('action="/en/products"', page.replace('action="/products"', 'action="/en/products"'))
        self.assertIn("/stores", page)

    def _check(self, path, found=True):
        response = self._visit_platform(path, allow_redirects=False, timeout=60)
        with self.subTest(path=path[:80]):
            self.assertLess(response.status_code, 500)
            if not found:
                self.assertIn(response.status_code, (301, 302, 303, 400, 404))

    def test_a_stores_site_answers_them_too(self):
        for path in (
            "/shop?search=%00",
            "/%00",
            "/shop/%2e%2e%2f%2e%2e/x",
            f"/shop?search={LONG}",
            "/shop?order=standard_price",
            "/shop?order=nothing",
            "/shop/category/0",
            "/shop/category/0/page/2",
            "/shop/pricelist",
            "/shop?attribute_values=x&attribute_values=1-x&attribute_values=1-99999",
        ):
            with self.subTest(path=path[:80]):
                self.assertLess(self._visit(self.garden, path).status_code, 500)

    def test_what_a_page_cannot_do_without_is_asked_for(self):
        """Of Odoo's own pages, too: an address cut short is no fault of the server."""
        for path in ("/mail/unfollow", "/report/barcode", "/blog/0", "/blog/0/tag/x", "/blog?path=x"):
            self._check(path)
