from datetime import timedelta

from lxml import html

from odoo import fields
from odoo.http import root
from odoo.tests import new_test_user, tagged
from odoo.tools import mute_logger

from .common_account import AccountCommon, Browser


@tagged("post_install", "-at_install")
class TestSignIn(AccountCommon):
    """Sign in once at the portal, be signed in at every store; and nobody else is."""

    # === WHAT IT IS FOR === #

    def test_who_signs_in_at_one_store_is_asked_once_for_all(self):
        page = self._fill_in(self.browser, self.garden_url)
        self.assertEqual(page.at, f"{self.garden_url}/my")
        self.assertEqual(page.status_code, 200)
        page = self.browser.follow(f"{self.bakery_url}/web/login?redirect=/shop/cart")
        self.assertEqual(page.at, f"{self.bakery_url}/shop/cart")
        for url in (self.garden_url, self.bakery_url, self.portal_url):
            self.assertEqual(self.browser.who(url), self.shopper.login)

    def test_a_page_for_the_signed_in_opens_after_signing_in_at_the_portal(self):
        self._be_signed_in(self.browser)
        page = self.browser.follow(f"{self.bakery_url}/my/orders")
        self.assertEqual(page.at, f"{self.bakery_url}/my/orders")

    def test_a_visit_alone_sends_nobody_to_the_portal(self):
        self._be_signed_in(self.browser)
        self.assertEqual(self.browser.open(f"{self.garden_url}/shop").status_code, 200)
        self.assertIsNone(self.browser.who(self.garden_url))

    def test_a_new_account_opened_from_a_store_lands_there_and_is_at_home_on_the_platform(self):
        page = self.browser.follow(f"{self.garden_url}/web/signup?redirect=/shop/cart")
        target, form = self.browser.fill(
            page,
            name="Nora",
            login="nora@example.com",
            password="long enough",
            confirm_password="long enough",
        )
        page = self.browser.follow(target, form)
        self.assertEqual(page.at, f"{self.garden_url}/shop/cart")
        user = self.env["res.users"].search([("login", "=", "nora@example.com")])
        self.assertEqual(user.company_id, self.platform.company_id)
        self.assertFalse(user.partner_id.company_id)

    def test_the_cart_of_before_is_still_there(self):
        product = self._create_site_product(self.garden).product_variant_id
        self.browser.open(f"{self.garden_url}/shop")
        order = self.env["sale.order"].create(
            {
                "partner_id": self.garden.website_id.user_id.partner_id.id,
                "website_id": self.garden.website_id.id,
                "company_id": self.garden.company_id.id,
                "order_line": [fields.Command.create({"product_id": product.id})],
            }
        )
        session = root.session_store.get(self.browser.get_sid(self.garden_url))
        session["sale_order_id"] = order.id
        root.session_store.save(session)
        self._enter(self.browser, self.garden_url)
        self.browser.open(f"{self.garden_url}/shop/cart")
        self.assertEqual(order.partner_id, self.shopper.partner_id)

    def test_the_portal_form_names_the_store_and_where_its_staff_go(self):
        page = self.browser.follow(f"{self.bakery_url}/web/login").text
        self.assertIn("El Horno", page)
        self.assertIn(f"{self.bakery_url}/web/login?staff=1", page)
        [form] = html.fromstring(page).xpath("//form[contains(@class, 'oe_login_form')]")
        self.assertNotIn("d-none", form.get("class"), "it waits for a script")
        self.assertNotIn("El Horno", self.browser.open(f"{self.portal_url}/web/login").text)

    # === WHO IS NOT SENT === #

    def test_staff_sign_in_where_they_work(self):
        for path in ("/web/login?staff=1", "/web/login?redirect=/odoo/contacts", "/web/login?redirect=/web"):
            page = self.browser.open(f"{self.garden_url}{path}")
            self.assertEqual(page.status_code, 200, path)

    def test_staff_sessions_are_not_carried_to_a_store(self):
        staff = new_test_user(
            self.env, "incubator-staff", "chasqui_store.group_incubator", password="long enough"
        )
        page = self._enter(self.browser, self.garden_url, staff)
        self.assertEqual(page.at.partition("?")[0], f"{self.portal_url}/chasqui/sign-in")
        self.assertIn("/web/login?staff=1", page.text)
        self.assertFalse(self.env["chasqui.sign.in"].search([]))
        self.assertIsNone(self.browser.who(self.garden_url))

    def test_the_second_factor_is_asked_before_any_code_is_given(self):
        self.shopper.sudo().totp_secret = "JBSWY3DPEHPK3PXP"
        page = self._fill_in(self.browser, self.garden_url, until="/web/login/totp")
        self.assertIn("/web/login/totp", page.headers["Location"])
        page = self.browser.follow(f"{self.garden_url}/web/login", until="/web/login?")
        self.assertFalse(self.env["chasqui.sign.in"].search([]))
        self.assertIsNone(self.browser.who(self.garden_url))

    def test_a_domain_with_letters_of_any_language_is_known_by_what_browsers_ask_for(self):
        self.garden.website_id.domain = "http://ñandú.example:8069"
        door = self.browser.open("http://xn--and-6ma2c.example:8069/web/login")
        self.assertIn("/chasqui/sign-in?store=huerta-pages", door.headers["Location"])

    def test_by_another_address_than_its_own_a_store_asks_itself(self):
        page = self.browser.open("http://huerta-pages.localhost:9999/web/login")
        self.assertEqual(page.status_code, 200)

    def test_the_door_of_a_store_that_is_not_open_to_all_is_its_staffs(self):
        for state in ("building", "closed"):
            self.garden.state = state
            self.assertEqual(self.browser.open(f"{self.garden_url}/web/login").status_code, 200)
            door = f"{self.portal_url}/chasqui/sign-in?store=huerta-pages&challenge={'x' * 43}"
            self.assertEqual(self.browser.open(door).status_code, 404)

    # === A CODE IS GOOD FOR ONE BROWSER, ONE STORE, ONCE, FOR A MINUTE === #

    def _assert_refused(self, browser, url):
        page = browser.open(url)
        self.assertEqual(page.status_code, 403)
        self.assertIn("/web/login?redirect=", page.text)
        self.assertIsNone(browser.who(url.partition("/chasqui")[0]))

    def test_a_code_is_good_once(self):
        url = self._get_code(self.browser, self.garden_url)
        copy = Browser(self)
        copy.jars = {host: dict(jar) for host, jar in self.browser.jars.items()}
        self.assertEqual(self.browser.open(url).status_code, 303)
        self.assertEqual(self.browser.who(self.garden_url), self.shopper.login)
        self._assert_refused(copy, url)

    def test_a_code_is_worth_nothing_in_another_browser_and_is_used_up_by_it(self):
        url = self._get_code(self.browser, self.garden_url)
        thief = Browser(self)
        thief.open(f"{self.garden_url}/web/login")  # has a secret, of its own
        self._assert_refused(thief, url)
        self._assert_refused(self.browser, url)

    def test_a_code_is_worth_nothing_in_a_browser_without_cookies(self):
        url = self._get_code(self.browser, self.garden_url)
        self._assert_refused(Browser(self), url)

    def test_a_code_is_worth_nothing_at_another_store(self):
        url = self._get_code(self.browser, self.garden_url)
        self.browser.open(f"{self.bakery_url}/web/login")
        secret = self.browser.jars["huerta-pages.localhost:8069"]["chasqui-sign-in"]
        self.browser.jars["tienda-propia.example"]["__Host-chasqui-sign-in"] = secret
        self._assert_refused(self.browser, url.replace(self.garden_url, self.bakery_url))
        self._assert_refused(self.browser, url)

    def test_a_code_is_worth_nothing_after_a_minute(self):
        url = self._get_code(self.browser, self.garden_url)
        self.env["chasqui.sign.in"].search([]).expires_at = fields.Datetime.now() - timedelta(seconds=1)
        self._assert_refused(self.browser, url)

    def test_forged_codes_are_refused_and_counted(self):
        for code in ("", "x", "x" * 43, "../", "x" * 9000):
            self._assert_refused(self.browser, f"{self.garden_url}/chasqui/signed-in?code={code}")
        url = self._get_code(self.browser, self.garden_url)
        self.env["chasqui.attempt"].search([("key", "=like", "sign-in refused%")]).count = 30
        self._assert_refused(self.browser, url)

    def test_a_code_of_somebody_who_left_opens_nothing(self):
        url = self._get_code(self.browser, self.garden_url)
        self.shopper.active = False
        self._assert_refused(self.browser, url)

    def test_the_code_of_who_became_staff_meanwhile_opens_nothing(self):
        url = self._get_code(self.browser, self.garden_url)
        self.shopper.group_ids = self.env.ref("base.group_user")
        self._assert_refused(self.browser, url)

    def test_a_code_does_not_replace_who_is_signed_in(self):
        """Somebody lures a shopper to the address of a code of their own account."""
        url = self._get_code(self.browser, self.garden_url)
        other = self._create_shopper("otra@example.com")
        victim = Browser(self)
        self._enter(victim, self.garden_url, other)
        self.assertEqual(victim.open(url).status_code, 303)
        self.assertEqual(victim.who(self.garden_url), other.login)

    @mute_logger("odoo.addons.base.models.res_users")
    def test_the_form_of_a_store_takes_no_code_without_the_browsers_secret(self):
        url = self._get_code(self.browser, self.garden_url)
        thief = Browser(self)
        page = thief.open(f"{self.garden_url}/web/login?staff=1")
        target, form = thief.fill(page, login=self.shopper.login, password=self._read_query(url)["code"])
        page = thief.open(target, {**form, "type": "chasqui_code", "code": self._read_query(url)["code"]})
        self.assertEqual(page.status_code, 200)
        self.assertIsNone(thief.who(self.garden_url))

    def test_only_hashes_are_kept(self):
        code = self._read_query(self._get_code(self.browser, self.garden_url))["code"]
        sign_in = self.env["chasqui.sign.in"].search([])
        self.assertEqual(len(sign_in.code), 64)
        self.assertNotIn(code, str(sign_in.read()))

    def test_somebody_who_asks_for_codes_without_end_is_told_to_wait(self):
        self._be_signed_in(self.browser)
        attempts = self.env["chasqui.attempt"]
        attempts._add(f"sign-in codes {self.shopper.id}")
        attempts.search([("key", "=like", "sign-in codes%")]).count = 120
        self.assertEqual(self.browser.follow(f"{self.garden_url}/web/login").status_code, 429)

    # === WHERE IT LEADS === #

    def test_the_portal_sends_nobody_to_a_host_that_is_no_stores(self):
        self._be_signed_in(self.browser)
        challenge = "x" * 43
        for query in (
            f"store=evil.example&challenge={challenge}",
            f"store=&challenge={challenge}",
            f"challenge={challenge}",
            "store=huerta-pages",
            "store=huerta-pages&challenge=short",
            f"store=huerta-pages&challenge={'x' * 44}",
        ):
            page = self.browser.open(f"{self.portal_url}/chasqui/sign-in?{query}")
            self.assertEqual(page.status_code, 404, query)

    def test_a_store_gives_out_no_codes(self):
        self._enter(self.browser, self.garden_url)
        door = f"{self.garden_url}/chasqui/sign-in?store=horno-pages&challenge={'x' * 43}"
        self.assertEqual(self.browser.open(door).status_code, 404)

    def test_signing_in_leads_to_no_other_site(self):
        self._be_signed_in(self.browser)
        for path in (
            "//evil.example",
            "https://evil.example/",
            "/%5Cevil.example",
            "/%09/evil.example",
            "javascript:alert(1)",
            "evil.example",
        ):
            page = self.browser.follow(f"{self.garden_url}/web/login?redirect={path}")
            self.assertEqual(page.at, f"{self.garden_url}/my", path)
            del self.browser.jars["huerta-pages.localhost:8069"]

    def test_what_is_on_its_way_is_neither_kept_nor_told(self):
        responses = [self.browser.open(f"{self.garden_url}/web/login")]
        url = self._get_code(self.browser, self.garden_url)
        responses += [Browser(self).open(url), self.browser.open(url)]
        for response in responses:
            self.assertEqual(response.headers["Referrer-Policy"], "no-referrer")
            self.assertEqual(response.headers["Cache-Control"], "no-store")

    # === COOKIES === #

    def test_cookies_are_of_one_host_and_not_for_scripts(self):
        for url, name in ((self.garden_url, "chasqui-sign-in"), (self.bakery_url, "__Host-chasqui-sign-in")):
            lines = self.browser.open(f"{url}/web/login").raw.headers.getlist("Set-Cookie")
            line = next(line for line in lines if line.startswith(f"{name}="))
            self.assertIn("HttpOnly", line)
            self.assertIn("SameSite=Lax", line)
            self.assertNotIn("Domain", line)
            self.assertEqual("Secure" in line, url.startswith("https"))
        response = self._enter(self.browser, self.garden_url, until="/my")
        line = next(
            line for line in response.raw.headers.getlist("Set-Cookie") if line.startswith("session_id=")
        )
        self.assertIn("HttpOnly", line)
        self.assertNotIn("Domain", line)

    def test_each_host_has_a_session_of_its_own_under_a_new_name(self):
        self.browser.open(f"{self.garden_url}/web/login?staff=1")
        before = self.browser.jars["huerta-pages.localhost:8069"].get("session_id")
        self._enter(self.browser, self.garden_url)
        self.browser.follow(f"{self.bakery_url}/web/login")
        sessions = [self.browser.jars[host]["session_id"] for host in self.browser.jars]
        self.assertEqual(len({*sessions, before}), 4)
        planted = Browser(self)
        planted.jars = {"huerta-pages.localhost:8069": {"session_id": before, "frontend_lang": "es_AR"}}
        self.assertIsNone(planted.who(self.garden_url))
