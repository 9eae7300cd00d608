"""One account: sign in once at the portal, be signed in at every store.

A cookie of one host says nothing at another, and shall not. So a store sends who wants to sign in to the
portal, and the portal sends them back with a code that only this browser can use, once, at this store:

1. ``/web/login`` at the store keeps a secret in a cookie and goes to the portal with its hash
2. ``/chasqui/sign-in`` at the portal asks who is there, if it does not know, and goes back with a code
3. ``/chasqui/signed-in`` at the store trades code and secret for a session of its own

Staff are not handed over: their sessions reach the back office, so they sign in where they work.
"""

import re
import secrets
from base64 import urlsafe_b64encode
from hashlib import sha256
from urllib.parse import parse_qs, urlencode, urlsplit

from odoo import http
from odoo.exceptions import AccessDenied
from odoo.http import STORED_SESSION_BYTES, request, root, route

from odoo.addons.auth_signup.controllers.main import AuthSignupHome
from odoo.addons.chasqui_store.models.chasqui_store import SLUG_PATTERN

SECRET_SECONDS = 900
SECRET = re.compile(r"[\w-]{43}")
BACK_OFFICE = ("/odoo", "/web", "/scoped_app")
FAILURES_PER_HOUR = 30
PORTAL_DOOR = "/chasqui/sign-in"
# What is on its way is neither kept by the browser nor told to the page that comes after.
DISCREET = {"Cache-Control": "no-store", "Referrer-Policy": "no-referrer"}


def make_challenge(secret):
    """Return what may be told of a browser's secret.

    >>> make_challenge("secret")
    'K7gNU3sdo-OL0wNhqoVWhr3g6s1xYv72ol_pe_Unols'
    """
    return urlsafe_b64encode(sha256(secret.encode()).digest()).decode().rstrip("=")


def get_safe_path(path):
    """Return a path of this host, whatever a link asks for; nothing if it leads elsewhere.

    >>> get_safe_path("/shop?search=pan"), get_safe_path("//evil.example"), get_safe_path("/\\\\evil.example")
    ('/shop?search=pan', None, None)
    >>> get_safe_path("https://evil.example/shop"), get_safe_path("/a\\nb"), get_safe_path(None)
    (None, None, None)
    """
    if not path or len(path) > 2000 or not re.fullmatch(r"/(?![/\\])[^\\\s\x00-\x1f\x7f]*", path):
        return None
    return path


class ChasquiSignIn(AuthSignupHome):
    # === 1. AT THE STORE === #

    @route()
    def web_login(self, *args, **kw):
        """Send shoppers to the portal to sign in; staff and those who type a password here stay."""
        if self._is_for_portal(kw) and not kw.get("staff"):
            return self._go_to_portal(kw.get("redirect"))
        response = super().web_login(*args, **kw)
        if hasattr(response, "qcontext"):
            response.qcontext["chasqui_door"] = self._get_store_of_door(kw.get("redirect"))
        return response

    @route()
    def web_auth_signup(self, *args, **kw):
        if self._is_for_portal(kw) and not kw.get("token"):
            return self._go_to_portal(kw.get("redirect"), new="1")
        return super().web_auth_signup(*args, **kw)

    def _is_for_portal(self, params):
        """Tell whether this is a shopper at a store's door whom the portal can tell us about."""
        path = urlsplit(params.get("redirect") or "").path
        return (
            request.httprequest.method == "GET"
            and not request.session.uid
            and not any(path == area or path.startswith(f"{area}/") for area in BACK_OFFICE)
            and request.website._get_chasqui_state() in ("open", "paused")
            and self._is_at_home(request.website)
            and bool(self._get_platform_url())
        )

    def _is_at_home(self, website):
        """Tell whether the visitor came by the website's own address, which cookies go by."""
        return urlsplit(website.domain_punycode or "").netloc == request.httprequest.host

    def _get_platform_url(self):
        """Return the portal's address; nothing if it has none, or this is it."""
        platform_sudo = request.website._get_chasqui_platform()
        return platform_sudo.domain if platform_sudo != request.website else None

    def _go_to_portal(self, path, **params):
        secret = self._get_secret() or secrets.token_urlsafe(32)
        query = {
            "store": request.website._get_chasqui_store().slug,
            "challenge": make_challenge(secret),
            "redirect": get_safe_path(path) or "/my",
            **params,
        }
        response = self._go(f"{self._get_platform_url()}{PORTAL_DOOR}?{urlencode(query)}")
        is_secure = request.httprequest.scheme == "https"
        response.set_cookie(
            self._get_cookie_name(),
            secret,
            max_age=SECRET_SECONDS,
            expires=None,
            secure=is_secure,
            httponly=True,
            samesite="Lax",
        )
        return response

    def _get_cookie_name(self):
        """Return a name that no other host may write to, where the browser can promise that."""
        is_secure = request.httprequest.scheme == "https"
        return "__Host-chasqui-sign-in" if is_secure else "chasqui-sign-in"

    def _get_secret(self):
        secret = request.cookies.get(self._get_cookie_name()) or ""
        return secret if SECRET.fullmatch(secret) else None

    def _go(self, url):
        response = request.redirect(url, local=False)
        response.headers.update(DISCREET)
        return response

    # === 2. AT THE PORTAL === #

    @http.route(
        PORTAL_DOOR,
        type="http",
        auth="public",
        methods=["GET"],
        website=True,
        multilang=False,
        sitemap=False,
    )
    def sign_in(self, store="", challenge="", redirect="", new="", **_kwargs):
        """Say to a store who is there: the portal knows, or asks."""
        store_sudo = self._get_open_store(store)
        if not store_sudo or not SECRET.fullmatch(challenge):
            raise request.not_found()
        if request.env.user._is_public():
            door = (
                f"{PORTAL_DOOR}?{urlencode({'store': store, 'challenge': challenge, 'redirect': redirect})}"
            )
            return self._go(f"{'/web/signup' if new else '/web/login'}?{urlencode({'redirect': door})}")
        if not request.env.user.share:
            return self._answer("chasqui_portal.sign_in_staff", {"store": store_sudo})
        code = request.env["chasqui.sign.in"]._issue(
            request.env.user, store_sudo.website_id, challenge, request.session.sid
        )
        if not code:
            return self._answer("chasqui_portal.sign_in_too_often", {}, status=429)
        query = urlencode({"code": code, "redirect": get_safe_path(redirect) or "/my"})
        return self._go(f"{store_sudo.website_id.domain}/chasqui/signed-in?{query}")

    def _get_open_store(self, slug):
        """Return the store to go back to, as sudo: one that has a site, and is no secret."""
        stores_sudo = request.env["chasqui.store"].sudo()
        if not request.website.is_chasqui_platform or not SLUG_PATTERN.fullmatch(slug or ""):
            return stores_sudo
        store_sudo = stores_sudo.search([("slug", "=", slug), ("state", "in", ("open", "paused"))])
        return store_sudo.filtered("website_id.domain")

    def _get_store_of_door(self, redirect):
        """Return the store, as sudo, that somebody who signs in at the portal comes from."""
        door = urlsplit(redirect or "")
        if door.path != PORTAL_DOOR:
            return None
        return self._get_open_store(parse_qs(door.query).get("store", [""])[0])

    def _answer(self, template, values, status=200):
        return request.render(template, values, status=status, headers=list(DISCREET.items()))

    # === 3. BACK AT THE STORE === #

    @http.route(
        "/chasqui/signed-in",
        type="http",
        auth="public",
        methods=["GET"],
        website=True,
        multilang=False,
        sitemap=False,
    )
    def signed_in(self, code="", redirect="", **_kwargs):
        """Open a session of this store for who brings a code of the portal, and forget the code."""
        path = get_safe_path(redirect) or "/my"
        if not request.session.uid and not self._let_in(code):
            return self._answer("chasqui_portal.sign_in_refused", {"path": path}, status=403)
        response = self._go(path)
        response.delete_cookie(self._get_cookie_name(), secure=request.httprequest.scheme == "https")
        return response

    def _let_in(self, code):
        """Trade a code for a session; tell whether that went well."""
        secret = self._get_secret()
        failures = f"sign-in refused {request.httprequest.remote_addr}"
        attempts = request.env["chasqui.attempt"]
        if attempts._get(failures)[0] >= FAILURES_PER_HOUR:
            return False
        sign_in_sudo = request.env["chasqui.sign.in"]._find(code)
        credential = {
            "type": "chasqui_code",
            "login": sign_in_sudo.user_id.login,
            "code": code,
            "challenge": make_challenge(secret) if secret else "",
        }
        try:
            if not sign_in_sudo or not self._is_at_home(request.website):
                raise AccessDenied
            request.session.authenticate(request.env, credential)
        except AccessDenied:
            attempts._add(failures)
            return False
        self._keep_session(sign_in_sudo)
        return True

    def _keep_session(self, sign_in_sudo):
        """Give the browser a session under a new name, and note that it is this browser's."""
        root.session_store.rotate(request.session, request.env)
        sign_in_sudo.session = request.session.sid[:STORED_SESSION_BYTES]
        if request.session.get("wishlist_ids"):
            request.env["product.wishlist"]._check_wishlist_from_session()
