"""A shopper's browser: pages, and a guest's whole checkout."""

import json
from urllib.parse import urlsplit

import requests
from launcher.say import Failure
from lxml import html


class Shopper:
    """A guest at one store. The store's address goes in the Host header: no name has to resolve."""

    def __init__(self, server, store):
        self.store = store
        self._root = f"http://127.0.0.1:{server.port}"
        self._browser = requests.Session()
        self._browser.trust_env = False  # no proxy between us and this machine
        self._browser.headers["Host"] = store["host"]

    def see_shop(self):
        self._expect(self._open("/shop"), self.store["mark"])

    def open_shop(self):
        self._expect(self._open("/shop"), "o_wsale_products_grid")

    def open_path(self, path):
        self._open(path)

    def filter_by_seals(self):
        page = self._open("/shop?seal=agroecological&seal=artisanal&seals=all")
        self._expect(page, "o_wsale_products_grid")

    def see_product(self):
        self._expect(self._open(self.store["product_path"]), self.store["product_name"])

    def buy(self):
        """Buy one product as a new guest: cart, address, delivery, wire transfer, confirmation."""
        self._browser.cookies.clear()
        product = {key: self.store[key] for key in ("product_template_id", "product_id")}
        self._open(self.store["product_path"])
        self._call("/shop/cart/add", **product, quantity=1)
        self._open("/shop/cart")
        self._fill_address(self._open("/shop/checkout?try_skip_step=true"))
        self._open("/shop/checkout")
        self._call("/shop/set_delivery_method", dm_id=self.store["carrier_id"])
        self._pay(self._open("/shop/payment"))

    def _fill_address(self, page):
        form = _find(page, "//form[contains(@class, 'address_autoformat')]")
        values = {**dict(form.form_values()), **self.store["guest"]}
        answer = json.loads(self._send("/shop/address/submit", data=values))
        if "redirectUrl" not in answer:
            raise Failure(f"{self.store['host']} refused the address: {answer}")

    def _pay(self, page):
        form = _find(page, "//form[@id='o_payment_form']")
        method = _find(page, f"//input[@data-provider-id='{self.store['provider_id']}']")
        transaction = self._call(
            form.get("data-transaction-route"),
            access_token=form.get("data-access-token"),
            landing_route=form.get("data-landing-route"),
            amount=float(form.get("data-amount")),
            provider_id=self.store["provider_id"],
            payment_method_id=int(method.get("data-payment-option-id")),
            token_id=None,
            flow="redirect",
            tokenization_requested=False,
            is_validation=False,
        )
        self._send("/payment/custom/process", data={"reference": transaction["reference"]})
        self._call("/payment/status/poll")
        self._expect(self._open("/shop/payment/validate"), transaction["reference"].partition("-")[0])

    def _open(self, path):
        return self._send(path, method="GET")

    def _call(self, path, **params):
        answer = json.loads(self._send(path, json={"jsonrpc": "2.0", "params": params}))
        if "error" in answer:
            raise Failure(f"{self.store['host']}{path} answered {answer['error']}")
        return answer["result"]

    def _send(self, path, method="POST", **content):
        """Return the page at the end of the redirects, which all lead to this machine."""
        answer = self._browser.request(method, self._root + path, allow_redirects=False, **content)
        while answer.is_redirect:
            target = urlsplit(answer.headers["location"])
            path = f"{target.path}?{target.query}" if target.query else target.path
            answer = self._browser.get(self._root + path, allow_redirects=False)
        if answer.status_code != 200:
            raise Failure(f"{self.store['host']}{path} answered {answer.status_code}")
        return answer.text

    def _expect(self, page, text):
        if text not in page:
            raise Failure(f"{self.store['host']} shows a page without “{text}”")


def _find(page, path):
    found = html.fromstring(page).xpath(path)
    if not found:
        raise Failure(f"A page has nothing at {path}")
    return found[0]
