import io
from datetime import timedelta

from PIL import Image

from odoo import fields
from odoo.exceptions import AccessError, UserError
from odoo.tests import HttpCase, tagged

from .common import SealsCommon

HOST = "platform.localhost"


@tagged("post_install", "-at_install")
class TestProducerLink(SealsCommon, HttpCase):
    def setUp(self):
        super().setUp()
        self.env["website"]._ensure_chasqui_platform().domain = f"http://{HOST}"
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 1)
        self.grant = self._claim(self.honey)
        self.path = self._ask(self.grant)

    def _ask(self, grant):
        action = grant.action_ask_producer()
        url = grant.env[action["res_model"]].browse(action["res_id"]).url
        return "/seal-evidence/" + url.rsplit("/", 1)[1]

    def _visit(self, path, host=HOST, **kwargs):
        return self.url_open(path, headers={"Host": host}, **kwargs)

    def _post(self, path, files=None, **data):
        page = self._visit(path).text
        token = page.split('name="csrf_token" value="')[1].split('"')[0]
        return self._visit(path, data={"csrf_token": token, **data}, files=files)

    def test_a_producer_adds_evidence_without_an_account(self):
        photo = io.BytesIO()
        Image.new("RGB", (8, 8)).save(photo, format="JPEG")
        page = self._post(
            self.path,
            files=[("file", ("hive.jpg", photo.getvalue(), "image/jpeg")), ("file", ("a.pdf", b"%PDF-1.4"))],
            author="Doña Rosa",
            name="The hives",
        ).text
        self.assertIn("alert-success", page)
        self.assertEqual(self.grant.evidence_ids.mapped("filename"), ["hive.jpg", "a.pdf"])
        self.assertEqual(set(self.grant.evidence_ids.mapped("given_by")), {"producer"})
        event = self.grant.event_ids[0]
        self.assertEqual((event.step, event.actor, event.author), ("evidence", "producer", "Doña Rosa"))
        self.assertFalse(event.user_id)

    def test_what_is_no_photo_is_refused_and_what_was_written_stays(self):
        self.assertIn("</textarea>", self._visit(self.path).text)
        page = self._post(
            self.path,
            files=[("file", ("x.svg", b"<svg/>", "image/svg+xml"))],
            author="Rosa",
            name="Hives",
            note="In spring",
        ).text
        self.assertIn("alert-danger", page)
        self.assertIn('value="Hives"', page)
        self.assertIn(">In spring</textarea>", page)
        self.assertFalse(self.grant.evidence_ids)

    def test_a_link_is_for_one_claim_and_for_a_while(self):
        other = self._ask(self._claim(self.honey, seal_id=self._create_seal().id))
        self.assertNotEqual(other, self.path)
        self.assertEqual(self._visit(self.path).status_code, 200)
        self.grant.sudo().producer_link_until = fields.Datetime.now() - timedelta(seconds=1)
        for path in (self.path, "/seal-evidence/guessed", "/seal-evidence/" + "x" * 5000):
            response = self._visit(path)
            self.assertEqual(response.status_code, 404, path[:40])
            self.assertIn("Este enlace ya no funciona", response.text)

    def test_a_link_ends_with_a_newer_one_and_with_the_answer(self):
        newer = self._ask(self.grant)
        self.assertEqual(self._visit(self.path).status_code, 404)
        self.assertEqual(self._visit(newer).status_code, 200)
        self.grant.sudo().state = "refused"
        self.assertEqual(self._visit(newer).status_code, 404)

    def test_the_page_is_the_platforms_alone(self):
        self.assertEqual(self._visit(self.path, host="walls-a.localhost").status_code, 404)

    def test_guessing_ends_soon(self):
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 61)
        self.assertEqual(self._visit(self.path).status_code, 404)

    def test_too_much_is_refused(self):
        with self.assertRaises(UserError):
            self.grant.sudo()._add_producer_evidence("Rosa", [{"name": "x"}] * 21)

    def test_only_who_claims_asks_and_only_where_there_is_a_producer(self):
        with self.assertRaises(UserError):
            self._claim(self.bread).action_ask_producer()
        with self.assertRaises(AccessError):
            self.grant.with_user(self.operator_a).action_ask_producer()
