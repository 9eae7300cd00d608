import base64
import io

from PIL import Image

from odoo.exceptions import UserError
from odoo.tests import HttpCase, tagged

from .common import SealsCommon

SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
BOMB = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x "xx"><!ENTITY y "&x;&x;">]><svg>&y;</svg>'


def draw(side, image_format="JPEG"):
    output = io.BytesIO()
    Image.new("RGB", (side, side), "#a8442a").save(output, format=image_format)
    return output.getvalue()


@tagged("post_install", "-at_install")
class TestEvidence(SealsCommon, HttpCase):
    def _add(self, content, **values):
        grant = self._claim(self.honey)
        return grant.evidence_ids.create(
            {"grant_id": grant.id, "name": "Plot", "file": base64.b64encode(content), **values}
        )

    def test_a_photo_is_drawn_again_smaller_and_named_as_what_it_is(self):
        evidence = self._add(draw(3000) + b"<script>", filename="plot.html")
        picture = base64.b64decode(evidence.file)
        self.assertNotIn(b"<script>", picture)
        self.assertEqual(Image.open(io.BytesIO(picture)).width, 1920)
        self.assertEqual(evidence.filename, "plot.jpg")

    def test_a_pdf_is_kept(self):
        evidence = self._add(b"%PDF-1.7 papers", filename="papers.exe")
        self.assertEqual(base64.b64decode(evidence.file), b"%PDF-1.7 papers")
        self.assertEqual(evidence.filename, "papers.pdf")

    def test_what_is_neither_or_too_large_is_refused_with_a_sentence(self):
        for content in (SVG, BOMB, b"<html>", b"MZ program", b"x" * (50 * 1024 * 1024)):
            with self.subTest(content=content[:20]), self.assertRaises(UserError):
                self._add(content)

    def test_an_icon_that_is_no_picture_is_refused(self):
        for content in (SVG, BOMB):
            with self.assertRaises(UserError):
                self.seal.icon = base64.b64encode(content)
        self.seal.icon = base64.b64encode(draw(16, "WEBP"))
        self.assertIn(f"/chasqui.seal/{self.seal.id}/icon", self.seal._get_icon_url())

    def test_evidence_is_private_by_address_too(self):
        evidence = self._add(b"%PDF-1.7 papers").sudo()
        attachment = self.env["ir.attachment"].search(
            [("res_model", "=", evidence._name), ("res_id", "=", evidence.id), ("res_field", "=", "file")]
        )
        paths = (f"/web/content/{evidence._name}/{evidence.id}/file", f"/web/content/{attachment.id}")
        for login in (None, self.manager_b.login, self.shopper.login):
            self._sign_in(login)
            for path in paths:
                response = self.url_open(path)
                self.assertNotIn(b"papers", response.content, (login, path))
                self.assertEqual(response.status_code, 404, (login, path))
        self._sign_in(self.manager_a.login)
        self.assertEqual(self.url_open(paths[0]).content, b"%PDF-1.7 papers")

    def _sign_in(self, login):
        user = login and self.env["res.users"].search([("login", "=", login)])
        if user:
            user.password = login
        self.authenticate(login, login)
