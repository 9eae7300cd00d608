import base64
import io
import zlib

from lxml import html
from PIL import Image

from odoo.exceptions import UserError
from odoo.tests import new_test_user, tagged

from .common_site import SiteCommon

SVG = base64.b64encode(b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')
UTF16_SVG = base64.b64encode('<svg xmlns="http://www.w3.org/2000/svg"/>'.encode("utf-16"))


@tagged("post_install", "-at_install")
class TestPictures(SiteCommon):
    """Whatever a person of a store uploads for everybody to see is a picture, and nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        company = cls.garden.company_id
        cls.manager = new_test_user(
            cls.env, "pictures-manager", "base.group_user", company_id=company.id, company_ids=company.ids
        )
        cls.env["chasqui.store.member"].create(
            {"store_id": cls.garden.id, "user_id": cls.manager.id, "role": "manager"}
        )
        cls.work = cls.env(user=cls.manager)
        cls.product = cls._create_site_product(cls.garden).with_env(cls.work)
        incubator = new_test_user(cls.env, "pictures-incubator", "chasqui_store.group_incubator")
        cls.tag = cls.env["product.tag"].create({"name": "Orgánico"}).with_user(incubator)

    def _get_places(self):
        """Return where staff upload what the public sees."""
        extra = {"name": "De cerca", "product_tmpl_id": self.product.id, "image_1920": self._draw_picture()}
        return [
            (self.product, "image_1920"),
            (self.product.product_variant_id, "image_1920"),
            (self.product.product_variant_id, "image_variant_1920"),
            (self.work["product.image"].create(extra), "image_1920"),
            (self._create_producer(self.garden).with_env(self.work), "image_1920"),
            (self.manager.with_env(self.work), "image_1920"),
            (self.tag, "image"),
            (self.garden.with_env(self.work), "logo"),
            (self.garden.with_env(self.work), "banner"),
        ]

    def test_drawings_are_refused_with_a_sentence_wherever_they_are_uploaded(self):
        for record, fname in self._get_places():
            for drawing in (SVG, UTF16_SVG):
                with self.subTest(place=f"{record._name}.{fname}"), self.assertRaises(UserError):
                    record[fname] = drawing
            record.invalidate_recordset()

    def test_what_hides_behind_a_picture_is_not_kept_anywhere(self):
        hidden = base64.b64encode(base64.b64decode(self._draw_picture("PNG")) + b"<script>alert(1)</script>")
        for record, fname in self._get_places():
            with self.subTest(place=f"{record._name}.{fname}"):
                record[fname] = hidden
                self.env.flush_all()
                record.invalidate_recordset()
                self.assertTrue(record[fname])
                self.assertNotIn(b"script", base64.b64decode(record[fname]))

    def test_pictures_come_with_new_records_too(self):
        values = {"name": "Zapallo", "company_id": self.garden.company_id.id}
        product = self.work["product.template"].create(values | {"image_1920": self._draw_picture("WEBP")})
        picture = Image.open(io.BytesIO(base64.b64decode(product.image_1920)))
        self.assertEqual((picture.format, picture.size), ("JPEG", (8, 8)))
        with self.assertRaisesRegex(UserError, "JPEG"):
            self.work["product.template"].create(values | {"image_1920": SVG})

    def test_large_photo_is_made_as_small_as_pages_show_it(self):
        self.product.image_1920 = self._draw_picture(size=(6000, 3000))
        picture = Image.open(io.BytesIO(base64.b64decode(self.product.image_1920)))
        self.assertEqual(picture.size, (1920, 960))

    def test_what_people_came_to_see_is_fetched_first(self):
        self.product.image_1920 = self._draw_picture()
        detail = {"name": "De cerca", "product_tmpl_id": self.product.id, "image_1920": self._draw_picture()}
        self.assertEqual(self._get_first_picture("/shop", "oe_product_image_img"), ("eager", "high"))
        for _pictures in range(2):
            shown = self._get_first_picture(self.product.website_url, "product_detail_img")
            self.assertEqual(shown, ("eager", "high"))
            self.work["product.image"].create(detail)

    def _get_first_picture(self, path, css_class):
        """Return when the first picture of a page is fetched, and with what priority."""
        page = html.fromstring(self._visit(self.garden, path).content)
        picture = page.xpath(f"//img[contains(@class, '{css_class}')]")[0]
        return picture.get("loading"), picture.get("fetchpriority")

    def test_bombs_and_enormous_files_are_refused_with_a_sentence(self):
        with self.assertRaisesRegex(UserError, "50 megapixels"):
            self.product.image_1920 = self._draw_bomb()
        with self.assertRaisesRegex(UserError, "25 megabytes"):
            self.product.image_1920 = base64.b64encode(b"\xff\xd8\xff" + bytes(50_000_000))
        with self.assertRaisesRegex(UserError, "JPEG"):
            self.product.image_1920 = base64.b64encode(b"%PDF-1.7 of an invoice")

    def _draw_bomb(self):
        """Return a PNG of a few kilobytes that would unpack to gigabytes."""

        def chunk(kind, data):
            return len(data).to_bytes(4, "big") + kind + data + zlib.crc32(kind + data).to_bytes(4, "big")

        side = (12_000).to_bytes(4, "big")
        return base64.b64encode(
            b"\x89PNG\r\n\x1a\n"
            + chunk(b"IHDR", side + side + b"\x08\x02\x00\x00\x00")
            + chunk(b"IDAT", zlib.compress(bytes(100_000)))
            + chunk(b"IEND", b"")
        )
