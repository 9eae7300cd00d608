"""What shoppers do in a store's shop, whichever it is, and with which words they do it."""

import re

from playwright.sync_api import expect


class Shopper:
    """Somebody in the shop of a store.

    :param visitor: a Visitor
    :param url: address of the store
    """

    def __init__(self, visitor, url):
        self.visitor = visitor
        self.page = visitor.page
        self.url = url

    # === BROWSING === #

    def goes_to(self, path):
        self.visitor.goes_to(self.url + path)

    def opens_product(self, name):
        self.page.get_by_role("link", name=name).first.click()
        self.page.wait_for_selector(".o_wsale_product_page")
        self.visitor.is_served()

    def adds_to_cart(self):
        before = self._cart_quantity()
        self.page.locator("#add_to_cart").click()
        self.page.wait_for_function(
            "(before) => document.querySelector('.my_cart_quantity')?.textContent.trim() !== before",
            arg=before,
        )

    def _cart_quantity(self):
        return self.page.locator(".my_cart_quantity").first.text_content().strip()

    def finds(self, name):
        """Look for a product by name, and open it."""
        self.goes_to(f"/shop?search={name}")
        self.opens_product(name)

    # === BUYING === #

    def goes_on(self):
        """Press what leads to the next step of the checkout, once it may be pressed."""
        self.page.locator("[name=website_sale_main_button]:not(.disabled):visible").first.click()

    def writes_address(self, **values):
        self.page.wait_for_selector("form.address_autoformat")
        for field, value in values.items():
            self.page.fill(f"input[name={field}]", value)
        self.page.locator("select[name=state_id]").select_option(label="Buenos Aires")

    def chooses_pickup(self, point):
        self._chooses_delivery("chasqui_pickup")
        with self.page.expect_response("**/set_pickup_location"):
            self.page.get_by_text(point).first.click()
        self._may_go_on()

    def chooses_home_delivery(self):
        with self.page.expect_response("**/shop/set_delivery_method"):
            self._chooses_delivery("fixed")
        self._may_go_on()

    def _chooses_delivery(self, kind):
        self.page.wait_for_url("**/shop/checkout*")
        self.visitor.is_served()
        radio = self.page.locator(f"input[name=o_delivery_radio][data-delivery-type={kind}]")
        self.page.locator(f"label[for={radio.get_attribute('id')}]").first.click()
        expect(radio).to_be_checked()

    def _may_go_on(self):
        self.page.locator("a[name=website_sale_main_button]:not(.disabled):visible").first.wait_for()

    def chooses_payment(self, words):
        self.page.wait_for_url("**/shop/payment*")
        self.page.get_by_text(re.compile(words, re.I)).first.click()

    def confirms(self):
        self.page.locator("button[name=o_payment_submit_button]:not([disabled]):visible").first.click()
        self.page.wait_for_url("**/shop/confirmation*")

    # === THEIR ACCOUNT === #

    def signs_up(self, name, address, password):
        self.goes_to("/web/signup")
        self.page.fill("input[name=name]", name)
        self.page.fill("input[name=login]", address)
        self.page.fill("input[name=password]", password)
        self.page.fill("input[name=confirm_password]", password)
        self.visitor.judges("signup")
        self.page.locator(".oe_signup_form button[type=submit]").click()
        self.page.wait_for_url("**/my")

    def opens_order(self, name, store):
        """Open an order from the list of all; two stores may give the same number."""
        self.goes_to("/my/orders")
        self.visitor.judges("orders")
        self.page.locator("tr", has_text=name).filter(has_text=store).get_by_role("link").first.click()
        self.page.wait_for_selector("#sale_order_communication, #portal_sale_content")
        self.visitor.is_served()
