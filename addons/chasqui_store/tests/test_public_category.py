from odoo.fields import Command
from odoo.tests import tagged

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestPublicCategory(SiteCommon):
    """Stores share the categories; each shop shows those that it has something in."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.food, cls.clothes, cls.toys = cls.env["product.public.category"].create(
            [{"name": "Comida de la Red"}, {"name": "Ropa de la Red"}, {"name": "Juguetes de la Red"}]
        )
        cls.jams = cls.env["product.public.category"].create(
            {"name": "Dulces de la Red", "parent_id": cls.food.id}
        )
        cls.jam = cls._sell_in(cls.garden, cls.jams)
        cls._sell_in(cls.bakery, cls.clothes)

    @classmethod
    def _sell_in(cls, store, category):
        return cls._create_site_product(store, public_categ_ids=[Command.link(category.id)])

    def _get_offered(self, website):
        offered = self.env["product.public.category"].with_context(website_id=website.id)
        return offered.search([("has_published_products", "=", True)])

    def test_a_shop_shows_what_it_has_something_in_and_not_what_others_have(self):
        page = self._visit(self.garden, "/shop").text
        self.assertIn(self.food.name, page)
        self.assertNotIn(self.clothes.name, page)
        self.assertNotIn(self.toys.name, page)

    def test_a_category_goes_with_the_last_product_in_it(self):
        website = self.garden.website_id
        self.assertLessEqual(self.food | self.jams, self._get_offered(website))
        self.jam.is_published = False
        self.assertFalse((self.food | self.jams) & self._get_offered(website))

    def test_search_and_field_say_the_same(self):
        website = self.garden.website_id
        categories = (self.food | self.jams | self.clothes | self.toys).with_context(website_id=website.id)
        offered = self._get_offered(website)
        self.assertEqual(categories.filtered("has_published_products"), categories & offered)
        hidden = categories.search([("has_published_products", "=", False)])
        self.assertEqual(hidden & categories, categories - offered)

    def test_elsewhere_it_means_any_store(self):
        everywhere = self.env["product.public.category"].search([("has_published_products", "=", True)])
        self.assertLessEqual(self.food | self.jams | self.clothes, everywhere)
        self.assertNotIn(self.toys, everywhere)
