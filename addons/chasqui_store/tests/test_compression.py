import re

from odoo.tests import tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestCompression(SiteCommon):
    """Text travels compressed to who asks for it, and arrives as it was."""

    def _ask(self, path, encoding="gzip"):
        headers = {
            "Host": self.garden.website_id.domain.removeprefix("http://"),
            "Accept-Encoding": encoding,
        }
        return self.url_open(path, headers=headers)

    def test_pages_travel_compressed_and_arrive_whole(self):
        page = self._ask("/about")
        self.assertEqual(page.headers["Content-Encoding"], "gzip")
        self.assertIn("Accept-Encoding", page.headers["Vary"])
        self.assertIn("</html>", page.text)

    def test_who_does_not_ask_gets_text_as_it_is(self):
        self.assertNotIn("Content-Encoding", self._ask("/about", "identity").headers)

    def test_a_bundle_is_a_third_of_itself_and_the_same_every_time(self):
        [path] = re.findall(r'href="(/web/assets/[^"]+\.css)"', self._ask("/about").text)
        plain = self._ask(path, "identity")
        first, second = self._ask(path), self._ask(path)
        self.assertLess(int(first.headers["Content-Length"]), len(plain.content) / 3)
        self.assertEqual(first.content, plain.content)
        self.assertEqual(second.content, plain.content)
        self.assertIn("immutable", first.headers["Cache-Control"])

    def test_pictures_are_left_as_they_are(self):
        self.garden.logo = self._draw_picture(size=(256, 256))
        picture = self._ask(f"/chasqui/picture/chasqui.store/{self.garden.id}/logo")
        self.assertNotIn("Content-Encoding", picture.headers)

    def test_a_bundle_that_the_browser_has_is_not_sent_again(self):
        [path] = re.findall(r'href="(/web/assets/[^"]+\.css)"', self._ask("/about").text)
        etag = self._ask(path).headers["ETag"]
        again = self.url_open(path, headers={"Accept-Encoding": "gzip", "If-None-Match": etag})
        self.assertEqual(again.status_code, 304)
