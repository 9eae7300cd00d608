import re

from odoo.exceptions import AccessError
from odoo.tests import new_test_user, tagged

from .common_portal import PortalCommon

FORM = {
    "kind": "wrong",
    "body": "El sello de la miel venció.",
    "page": "/seals/organic",
    "contact_name": "Ana",
    "contact_email": "ana@example.com",
}


@tagged("post_install", "-at_install")
class TestContact(PortalCommon):
    """What people write to the incubator reaches it; nothing else does."""

    def setUp(self):
        super().setUp()
        self.platform.company_id.email = "incubadora@example.com"
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 1)

    def _send(self, **values):
        page = self._visit_platform("/en/contact").text
        token = re.search(r'name="csrf_token" value="([^"]+)"', page)[1]
        return self._visit_platform("/en/contact", data={"csrf_token": token, **FORM, **values})

    def _get_contacts(self):
        return self.env["chasqui.contact"].search([("contact_email", "=", "ana@example.com")])

    def test_a_report_reaches_the_incubator(self):
        self.assertIn("Thank you", self._send().text)
        contact = self._get_contacts()
        self.assertEqual((contact.kind, contact.page, contact.state), ("wrong", "/seals/organic", "new"))
        [mail] = self.env["mail.mail"].search([("email_to", "=", "incubadora@example.com")])
        self.assertEqual(mail.reply_to, "ana@example.com")

    def test_a_link_says_what_it_is_about(self):
        page = self._visit_platform("/en/contact?kind=wrong&page=/stores/x").text
        self.assertRegex(page, r'value="wrong" selected="(True|selected)"')
        self.assertIn('value="/stores/x"', page)

    def test_what_is_missing_is_told(self):
        for values in ({"body": " "}, {"contact_name": ""}, {"contact_email": "x"}, {"kind": "?"}):
            self.assertIn('role="alert"', self._send(**values).text)
        self.assertFalse(self._get_contacts())

    def test_programs_and_too_many_are_kept_out(self):
        self._send(website_url="spam")
        self.patch(self.env.registry["chasqui.attempt"], "_add", lambda self, key, window=3600: 6)
        self.assertIn("Please try again", self._send().text)
        self.assertFalse(self._get_contacts())

    def test_staff_of_stores_do_not_read_it(self):
        manager = new_test_user(
            self.env,
            "garden-manager",
            "chasqui_store.group_manager",
            company_id=self.garden.company_id.id,
            company_ids=[(6, 0, self.garden.company_id.ids)],
        )
        with self.assertRaises(AccessError):
            self.env["chasqui.contact"].with_user(manager).search([])

    def test_odoos_own_address_leads_here(self):
        response = self._visit_platform("/contactus", allow_redirects=False)
        self.assertEqual((response.status_code, response.headers["Location"][-8:]), (301, "/contact"))
