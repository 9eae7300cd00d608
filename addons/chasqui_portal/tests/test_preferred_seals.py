from odoo.tests import new_test_user, tagged

from .common_search import SearchCommon


@tagged("post_install", "-at_install")
class TestPreferredSeals(SearchCommon):
    """The seals that a shopper cares about come first among what fits as well, and change nothing else."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.shopper = new_test_user(cls.env, "preferring@example.com", "base.group_portal")
        cls.shopper.chasqui_seal_ids = cls.agroecological | cls.artisanal
        for name in ("Galleta A", "Galleta B", "Galleta C"):
            cls._create_site_product(cls.bakery, name=name)
        products = cls.env["product.template"].search([("name", "like", "Galleta %")], order="id")
        cls.first, cls.second, cls.third = products

    def _get_order(self, user, search="galleta", **filters):
        names = self._get_names(search, user=user, **filters)
        return [name[-1] for name in names if name.startswith("Galleta")]

    def test_what_carries_one_comes_first_and_two_are_no_more_than_one(self):
        self.assertEqual(self._get_order(self.shopper), ["C", "B", "A"])
        self._grant(self.agroecological, self.first)
        self._grant(self.artisanal, self.first)
        self.assertEqual(self._get_order(self.shopper), ["A", "C", "B"])
        self._grant(self.artisanal, self.third)
        self.assertEqual(self._get_order(self.shopper), ["C", "A", "B"])

    def test_others_and_strangers_see_the_order_as_it_is(self):
        self._grant(self.agroecological, self.first)
        other = new_test_user(self.env, "indifferent@example.com", "base.group_portal")
        for user in (other, self.platform.user_id):
            self.assertEqual(self._get_order(user), ["C", "B", "A"])

    def test_what_fits_better_stays_first(self):
        self._grant(self.agroecological, self.bread)
        self.bread.description_ecommerce = "<p>Con galleta molida</p>"
        names = self._get_names("galleta", user=self.shopper)
        self.assertEqual(names, ["Galleta C", "Galleta B", "Galleta A", "Pan"])

    def test_an_order_that_was_asked_for_is_kept(self):
        self._grant(self.agroecological, self.first)
        self.first.list_price, self.second.list_price, self.third.list_price = 30, 10, 20
        self.assertEqual(self._get_order(self.shopper, sort="price"), ["B", "C", "A"])
        self.assertEqual(self._get_order(self.shopper, sort="new"), ["C", "B", "A"])

    def test_without_words_it_is_so_too(self):
        self._grant(self.agroecological, self.first)
        self.assertEqual(self._get_order(self.shopper, search="")[0], "A")
