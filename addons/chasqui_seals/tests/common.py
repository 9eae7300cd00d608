from datetime import date

from odoo.addons.chasqui_store.tests.common_walls import WallsCommon


class SealsCommon(WallsCommon):
    """Two stores with their people, a product and a producer each, and seals to be had."""

    today = date(2026, 6, 15)

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "tracking_disable": True})
        # Those of the taxonomy that no grant gives would be on every product near a place.
        cls.env["chasqui.seal"].search([("max_km", ">", 0)]).active = False
        cls.category = cls.env["chasqui.seal.category"].create({"name": "How", "code": "test_how"})
        cls.seal = cls._create_seal(name="Fair trade of the valley")
        cls.producer = cls._create_producer(cls.store_a)
        cls.honey = cls._create_product(cls.store_a, name="Honey", chasqui_producer_id=cls.producer.id)
        cls.bread = cls._create_product(cls.store_a, name="Bread")
        cls.foreign = cls._create_product(cls.store_b, name="Cheese")

    def setUp(self):
        super().setUp()
        self._set_today(self.today)

    def _set_today(self, day):
        """Let it be this day where the stores are."""
        self.patch(self.env.registry["chasqui.store"], "_get_today", lambda self: day)

    @classmethod
    def _create_seal(cls, **values):
        return cls.env["chasqui.seal"].create(
            {"name": "Seal", "category_id": cls.category.id, "granting": "commission", **values}
        )

    @classmethod
    def _create_producer(cls, store, **values):
        return cls.env["res.partner"].create(
            {
                "name": "Familia Quispe",
                "is_chasqui_producer": True,
                "company_id": store.company_id.id,
                **values,
            }
        )

    @classmethod
    def _create_product(cls, store, **values):
        return cls.env["product.template"].create(
            {
                "name": "Product",
                "list_price": 10.0,
                "company_id": store.company_id.id,
                "is_published": True,
                "taxes_id": False,
                **values,
            }
        )

    @classmethod
    def _create_grant(cls, subject, **values):
        """Return a grant in force since the beginning of the year, unless told otherwise."""
        name = {
            "product.template": "product_tmpl_id",
            "res.partner": "producer_id",
            "chasqui.store": "store_id",
        }[subject._name]
        return cls.env["chasqui.seal.grant"].create(
            {
                "seal_id": cls.seal.id,
                name: subject.id,
                "state": "granted",
                "date_from": date(2026, 1, 1),
                **values,
            }
        )
