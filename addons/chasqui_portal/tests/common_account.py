from http.cookies import SimpleCookie
from unittest.mock import patch
from urllib.parse import parse_qs, urlsplit

from lxml import html

from odoo.http import root
from odoo.tests import new_test_user
from odoo.tools import config

from odoo.addons.chasqui_store.tests.common_site import SiteCommon


class Browser:
    """Somebody's browser: it keeps the cookies of each host apart, as browsers do.

    :param test: an HttpCase
    """

    def __init__(self, test):
        self.test = test
        self.jars = {}

    def open(self, url, form=None, json=None):
        """Ask for an address without following where it leads; return the response."""
        parts = urlsplit(url)
        jar = self.jars.setdefault(parts.netloc, {"frontend_lang": "es_AR"})
        opener = self.test.opener
        opener.cookies.clear()
        for name, value in jar.items():
            opener.cookies.set(name, value)
        path = f"{parts.path or '/'}?{parts.query}" if parts.query else parts.path or "/"
        headers = {
            "Host": parts.netloc,
            "X-Forwarded-Host": parts.netloc,
            "X-Forwarded-For": "10.0.0.1",
            "X-Forwarded-Proto": parts.scheme,
        }
        response = self.test.url_open(path, data=form, json=json, headers=headers, allow_redirects=False)
        response.at = url
        for line in response.raw.headers.getlist("Set-Cookie"):
            for name, morsel in SimpleCookie(line).items():
                if morsel["max-age"] == "0" or not morsel.value:
                    jar.pop(name, None)
                else:
                    jar[name] = morsel.value
        return response

    def follow(self, url, form=None, until=None):
        """Go where an address leads, over all hosts, and return the last response.

        :param until: stop before asking for an address that has this in it
        """
        response = self.open(url, form)
        for _hop in range(12):
            target = response.headers.get("Location")
            if not target or (until and until in target):
                return response
            if target.startswith("/"):
                target = "{0.scheme}://{0.netloc}{1}".format(urlsplit(response.at), target)
            response = self.open(target)
        raise AssertionError("It leads in circles")

    def fill(self, response, **values):
        """Send the form of a page that asks who is there."""
        page = html.fromstring(response.text)
        form = page.xpath("//form[contains(@class, 'oe_login_form') or contains(@class, 'oe_signup_form')]")[
            0
        ]
        filled = {field.get("name"): field.get("value") or "" for field in form.iter("input")}
        action = form.get("action") or urlsplit(response.at).path
        target = "{0.scheme}://{0.netloc}{1}".format(urlsplit(response.at), action)
        return target, {**filled, **values}

    def form_of(self, response, action):
        """Return what a form of a page, found by where it goes, would send as it is."""
        form = html.fromstring(response.text).xpath("//form[@action=$action]", action=action)[0]
        fields = form.xpath(".//input[not(@type='checkbox')]")
        return {field.get("name"): field.get("value") or "" for field in fields}

    def send(self, response, action, **values):
        """Send a form of a page, with these values, and return the answer."""
        url = "{0.scheme}://{0.netloc}{1}".format(urlsplit(response.at), action)
        return self.open(url, {**self.form_of(response, action), **values})

    def sign_in(self, url, login, password, until=None):
        """Follow an address to the form that asks who is there, fill it in, and go on."""
        target, form = self.fill(self.follow(url), login=login, password=password)
        return self.follow(target, form, until=until)

    def who(self, url):
        """Return the login of who is signed in at a host; nothing for a stranger."""
        if "error" in self.open(f"{url}/web/session/check", json={"params": {}}).json():
            return None
        return root.session_store.get(self.get_sid(url)).login

    def get_sid(self, url):
        return self.jars[urlsplit(url).netloc].get("session_id")


class AccountCommon(SiteCommon):
    """A shopper with an account, the portal, and two stores, one of them on a domain of its own."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True, "tracking_disable": True})
        cls.platform = cls.env["website"]._ensure_chasqui_platform()
        cls.platform.domain = cls.portal_url = "http://localhost:8069"
        cls.garden.website_id.domain = cls.garden_url = "http://huerta-pages.localhost:8069"
        cls.bakery.website_id.domain = cls.bakery_url = "https://tienda-propia.example"
        cls.shopper = cls._create_shopper("juana@example.com")

    def setUp(self):
        super().setUp()
        # the pages' contents are looked at, not their looks: compiling style sheets takes minutes
        self.patch(self.registry["ir.qweb"], "_get_asset_nodes", lambda *args, **kwargs: [])
        self.enterContext(patch.dict(config.options, {"proxy_mode": True}))
        self.browser = Browser(self)

    @classmethod
    def _create_shopper(cls, login, **values):
        return new_test_user(
            cls.env, login, "base.group_portal", password="long enough", email=login, lang="es_AR", **values
        )

    def _fill_in(self, browser, url, user=None, until=None):
        """Sign in at a store or the portal, by the portal's form."""
        user = user or self.shopper
        return browser.sign_in(f"{url}/web/login", user.login, "long enough", until=until)

    def _be_signed_in(self, browser, user=None):
        """Sign in at the portal, without the form that takes its time."""
        self.authenticate((user or self.shopper).login, None)
        jar = browser.jars.setdefault(urlsplit(self.portal_url).netloc, {"frontend_lang": "es_AR"})
        jar["session_id"] = self.session.sid
        self.session = None  # else it ends when the next one signs in

    def _enter(self, browser, url, user=None, until="/my"):
        """Sign in at a store by way of the portal, where somebody is signed in, and stop before its page."""
        self._be_signed_in(browser, user)
        return browser.follow(f"{url}/web/login", until=until)

    def _get_code(self, browser, url):
        """Return the address with the code that the portal sends a browser to a store with."""
        response = self._enter(browser, url, until="/chasqui/signed-in")
        return response.headers["Location"]

    @staticmethod
    def _read_query(url):
        return {name: values[0] for name, values in parse_qs(urlsplit(url).query).items()}
