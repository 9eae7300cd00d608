import re

from odoo.exceptions import AccessError, UserError
from odoo.fields import Command
from odoo.tests import new_test_user, tagged

from .common_site import SiteCommon

FORM = {
    "name": "Horneros del Sur",
    "kind": "recovered",
    "city": "Quilmes",
    "people": "12",
    "products": "Pan y tapas de empanada",
    "contact_name": "Delia Ríos",
    "contact_email": "Delia@Example.com",
    "contact_phone": "11 5555 5555",
    "consent": "1",
}


@tagged("post_install", "-at_install")
class TestApplication(SiteCommon):
    """Whoever wants a store asks for it without an account, and follows what becomes of it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.platform.write(
            {
                "domain": "http://platform-apply.localhost",
                "default_lang_id": cls.spanish.id,
                "language_ids": [Command.set((cls.spanish | cls.english).ids)],
            }
        )
        cls.env["ir.config_parameter"].set_param("chasqui_store.base_url", cls.platform.domain)
        cls.platform.company_id.email = "incubadora@example.com"
        cls.incubator = new_test_user(
            cls.env, "incubator", "chasqui_store.group_incubator", email="incubator@example.com"
        )
        cls.applications = cls.env["chasqui.store.application"]

    def setUp(self):
        super().setUp()
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 1)

    def _visit_platform(self, path, **kwargs):
        headers = {"Host": "platform-apply.localhost"}
        return self.url_open(path, headers=headers, cookies={"frontend_lang": "en_US"}, **kwargs)

    def _send(self, path="/en/apply", **values):
        page = self._visit_platform("/en/apply").text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        return self._visit_platform(path, data={"csrf_token": token, **values})

    def _apply(self):
        self._send(**FORM)
        return self.applications.search([("name", "=", FORM["name"])]).with_user(self.incubator)

    def _get_mails(self, email):
        return self.env["mail.mail"].search([("email_to", "=", email)])

    def test_a_form_reaches_the_incubator_and_its_sender_gets_a_page(self):
        response = self._send(**FORM)
        application = self.applications.search([("name", "=", FORM["name"])])
        self.assertIn(f"/apply/{application.token}", response.url)
        self.assertIn("Pan y tapas", response.text)
        self.assertEqual(response.headers["X-Robots-Tag"], "noindex")
        self.assertEqual((application.people, application.contact_email), (12, "delia@example.com"))
        self.assertTrue(application.consent_date)
        self.assertTrue(self._get_mails("incubadora@example.com"))
        self.assertIn(application.token, self._get_mails("delia@example.com").body_html)

    def test_there_is_room_to_write(self):
        page = self._visit_platform("/en/apply").text
        self.assertEqual(page.count("<textarea"), 2)
        self._send(**FORM)
        application = self.applications.search([("name", "=", FORM["name"])])
        self.assertIn("<textarea", self._visit_platform(f"/en/apply/{application.token}").text)

    def test_what_is_missing_is_told_and_nothing_typed_is_lost(self):
        for name in ("name", "city", "products", "contact_name", "contact_email", "consent"):
            with self.subTest(missing=name):
                page = self._send(**{**FORM, name: ""}).text
                self.assertIn('role="alert"', page)
                self.assertIn('value="Horneros del Sur"' if name != "name" else "Quilmes", page)
        self.assertFalse(self.applications.search_count([]))

    def test_nonsense_is_no_error(self):
        response = self._send(
            **{**FORM, "kind": "\0x", "state_id": "9" * 400, "people": "-3", "name": "a" * 9999}
        )
        self.assertEqual(response.status_code, 200)
        self.assertEqual(self._visit_platform(f"/en/apply/{'a' * 3000}").status_code, 404)

    def test_programs_are_thanked_and_forgotten(self):
        self._send(**FORM, website_url="http://spam.example")
        self.assertFalse(self.applications.search_count([]))

    def test_too_many_from_one_place_are_refused(self):
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 6)
        self.assertIn("Please try again", self._send(**FORM).text)
        self.assertFalse(self.applications.search_count([]))

    def test_the_incubator_asks_and_the_applicants_answer(self):
        application = self._apply()
        with self.assertRaisesRegex(UserError, "Write first"):
            application.action_ask()
        application.answer = "¿Tienen horno propio?"
        application.action_ask()
        self.assertEqual((application.state, application.answer), ("asked", False))
        application.message_post(body="Parecen serios", subtype_xmlid="mail.mt_note")
        path = f"/en/apply/{application.sudo().token}"
        page = self._visit_platform(path).text
        self.assertIn("¿Tienen horno propio?", page)
        self.assertNotIn("Parecen serios", page)
        self.assertIn("Tenemos dos", self._send(path, words="Tenemos dos <b>").text)
        self.assertEqual(application.state, "new")

    def test_accepting_prepares_a_store_that_is_not_open(self):
        application = self._apply()
        action = application.action_accept()
        store = self.env["chasqui.store"].browse(action["res_id"])
        self.assertEqual((store.name, store.state, store.city), ("Horneros del Sur", "building", "Quilmes"))
        self.assertEqual(store.manager_email, "delia@example.com")
        self.assertFalse(store.website_id)
        self.assertEqual(application.action_accept()["res_id"], store.id)

    def test_refusing_takes_a_reason_which_the_applicants_read(self):
        application = self._apply()
        application.answer = "Por ahora sólo alimentos."
        application.action_refuse()
        page = self._send(f"/en/apply/{application.sudo().token}", words="¿Y más adelante?").text
        self.assertIn("Por ahora sólo alimentos.", page)
        self.assertNotIn("¿Y más adelante?", page)

    def test_staff_of_stores_see_no_applications(self):
        manager = new_test_user(
            self.env,
            "garden-manager",
            "chasqui_store.group_manager",
            company_id=self.garden.company_id.id,
            company_ids=[(6, 0, self.garden.company_id.ids)],
        )
        with self.assertRaises(AccessError):
            self.applications.with_user(manager).search([])

    def test_stores_have_no_such_page(self):
        self.assertEqual(self._visit(self.garden, "/apply").status_code, 404)
