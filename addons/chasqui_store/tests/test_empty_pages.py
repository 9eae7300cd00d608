from odoo.tests import new_test_user, tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestEmptyPages(SiteCommon):
    """Where nothing is there yet, a page says what to do; other websites keep Odoo's."""

    def test_a_store_without_products_says_that_they_come(self):
        page = self._visit(self.garden, "/en/shop").text
        self.assertIn("The shelves are being filled", page)
        self.assertNotIn("No product defined", page)

    def test_a_search_without_results_leads_to_all_products(self):
        self._create_site_product(self.garden)
        page = self._visit(self.garden, "/en/shop?search=zzqqxx").text
        self.assertIn("Nothing found for “zzqqxx”", page)
        self.assertNotIn("The shelves are being filled", page)

    def test_what_was_searched_for_is_text_not_code(self):
        page = self._visit(self.garden, "/en/shop?search=%3Cimg+src%3Dx%3E").text
        self.assertNotIn("<img src=x>", page)

    def test_a_shop_with_products_has_no_empty_shelf(self):
        self._create_site_product(self.garden)
        self.assertNotIn('name="empty_shelf"', self._visit(self.garden, "/shop").text)

    def test_an_empty_cart_says_so(self):
        self.assertIn("empty_basket.svg", self._visit(self.garden, "/shop/cart").text)

    def test_who_has_not_bought_is_led_to_the_products(self):
        shopper = new_test_user(self.env, "empty-shopper", groups="base.group_portal")
        self.authenticate(shopper.login, shopper.login)
        page = self.url_open(
            "/en/my/orders",
            headers={"Host": self.garden.website_id.domain.removeprefix("http://")},
            cookies={"session_id": self.session.sid, "frontend_lang": "en_US"},
        ).text
        self.assertIn("You have not bought anything yet", page)
        self.assertNotIn("alert-warning", page)

    def test_a_page_that_is_not_there_offers_a_search(self):
        response = self._visit(self.garden, "/en/nothing-here")
        self.assertEqual(response.status_code, 404)
        self.assertIn("We couldn't find that page", response.text.replace("&#39;", "'"))
        self.assertIn('role="search"', response.text)

    def test_another_website_keeps_odoos_own(self):
        self.env["website"].create({"name": "Otra", "domain": "http://otra-vacia.example"})
        for path in ("/shop/cart", "/shop?search=zzqqxx", "/nothing-here"):
            page = self.url_open(path, headers={"Host": "otra-vacia.example"}).text
            self.assertNotRegex(page, "o_chasqui|empty_basket|empty_shelf|lost_road", path)

    def test_icons_that_only_decorate_are_hidden_from_screen_readers(self):
        self._create_site_product(self.garden)
        page = self._visit(self.garden, "/shop").text
        self.assertIn('<i class="oi oi-settings-adjust" aria-hidden="true"', page)
        self.assertNotRegex(page, r'<i class="[^"]*" role="img"\s*/?>')
