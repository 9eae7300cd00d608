from lxml import html

from odoo.tests import tagged

from .common_account import AccountCommon, Browser


@tagged("post_install", "-at_install")
class TestSignOut(AccountCommon):
    """Sign out in one place: of this browser everywhere, or of all browsers."""

    def _enter_everywhere(self, browser, user=None):
        self._enter(browser, self.garden_url, user)
        browser.follow(f"{self.bakery_url}/web/login", until="/my")

    def _who_everywhere(self, browser):
        return {browser.who(url) for url in (self.portal_url, self.garden_url, self.bakery_url)}

    def test_signing_out_anywhere_ends_all_of_this_browser_and_nothing_of_others(self):
        """Else the next person at the same computer would be let in by the portal."""
        for url in (self.garden_url, self.portal_url):
            phone, library = Browser(self), Browser(self)
            for browser in (phone, library):
                self._enter_everywhere(browser)
            library.open(f"{url}/web/session/logout?redirect=/")
            self.assertEqual(self._who_everywhere(library), {None}, url)
            self.assertEqual(self._who_everywhere(phone), {self.shopper.login}, url)

    def test_after_signing_out_the_portal_asks_again(self):
        self._enter_everywhere(self.browser)
        self.browser.open(f"{self.bakery_url}/web/session/logout?redirect=/")
        page = self.browser.follow(f"{self.garden_url}/web/login")
        self.assertEqual(page.at.partition("?")[0], f"{self.portal_url}/web/login")

    def test_signing_out_everywhere_ends_all_browsers_of_this_person_and_nobody_elses(self):
        other = self._create_shopper("otra@example.com")
        stranger, phone = Browser(self), Browser(self)
        self._enter(stranger, self.garden_url, other)
        self._enter_everywhere(phone)
        self._enter_everywhere(self.browser)
        pending = self.browser
        code = self._get_pending_code(phone)
        page = pending.open(f"{self.portal_url}/my/security")
        self.assertIn("/my/sign-out-everywhere", page.text)
        answer = pending.send(page, "/my/sign-out-everywhere")
        self.assertEqual(answer.status_code, 303)
        for browser in (phone, pending):
            self.assertEqual(self._who_everywhere(browser), {None})
        self.assertEqual(phone.open(code).status_code, 403)
        self.assertEqual(stranger.who(self.garden_url), other.login)
        self.assertIn("/web/login", pending.follow(answer.headers["Location"]).text)

    def _get_pending_code(self, browser):
        """Return the address with a code that was given out and not used yet."""
        browser.jars.pop("huerta-pages.localhost:8069")
        answer = browser.follow(f"{self.garden_url}/web/login", until="/chasqui/signed-in")
        return answer.headers["Location"]

    def test_signing_out_everywhere_takes_a_press_of_the_button(self):
        self._be_signed_in(self.browser)
        url = f"{self.portal_url}/my/sign-out-everywhere"
        self.assertNotEqual(self.browser.open(url).status_code, 303)
        with self.assertLogs("odoo.http", "WARNING"):
            self.assertEqual(self.browser.open(url, form={"x": "1"}).status_code, 400)
        self.assertEqual(self.browser.who(self.portal_url), self.shopper.login)

    def test_a_shopper_at_a_store_finds_password_and_security_at_the_portal(self):
        self._enter(self.browser, self.garden_url)
        page = self.browser.follow(f"{self.garden_url}/my/security")
        self.assertEqual(page.at, f"{self.portal_url}/my/security")
        self.assertEqual(page.status_code, 200)
        self.assertEqual(len(html.fromstring(page.text).findall(".//h1")), 1)

    def test_what_is_known_of_ended_sessions_is_forgotten(self):
        self._enter_everywhere(self.browser)
        sign_ins = self.env["chasqui.sign.in"].search([])
        self.assertEqual(len(sign_ins), 2)
        sign_ins.expires_at = "2020-01-01"
        self.env["chasqui.sign.in"]._gc_sign_ins()
        self.assertTrue(sign_ins.exists())
        sign_ins[0].session = "x" * 42
        self.env["chasqui.sign.in"]._gc_sign_ins()
        self.assertEqual(sign_ins.exists(), sign_ins[1:])
