from datetime import date

from odoo.tests import new_test_user

from odoo.addons.chasqui_store.tests.common_walls import WallsCommon

SUBJECT_FIELDS = {
    "product.template": "product_tmpl_id",
    "res.partner": "producer_id",
    "chasqui.store": "store_id",
}


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
        cls.honey = cls._create_site_product(cls.store_a, name="Honey", chasqui_producer_id=cls.producer.id)
        cls.bread = cls._create_site_product(cls.store_a, name="Bread")
        cls.foreign = cls._create_site_product(cls.store_b, name="Cheese")
        cls.criterion = cls.env["chasqui.seal.criterion"].create(
            {"seal_id": cls.seal.id, "name": "Prices are agreed with the producers"}
        )
        cls.reviewer = cls._create_reviewer("reviewer")

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
    def _create_reviewer(cls, login, *categories):
        """Return somebody of the commission who works for no store."""
        user = new_test_user(cls.env, f"{login}@example.com", "base.group_user")
        cls._join_commission(user, *categories)
        return user

    @classmethod
    def _join_commission(cls, user, *categories):
        return cls.env["chasqui.seal.reviewer"].create(
            {"user_id": user.id, "category_ids": [category.id for category in categories]}
        )

    def _claim(self, subject, user=None, **values):
        """Return a claim that a manager has begun, as they see it."""
        user = user or self.manager_a
        grants = self.env["chasqui.seal.grant"].with_user(user)
        return grants.create({"seal_id": self.seal.id, SUBJECT_FIELDS[subject._name]: subject.id, **values})

    def _hand_in(self, subject, **values):
        """Return a claim that was answered and handed in, as its reviewer sees it."""
        grant = self._claim(subject, **values)
        grant.answer_ids.write({"answer": "yes"})
        grant.action_submit()
        return grant.with_user(self.reviewer)

    @classmethod
    def _create_grant(cls, subject, **values):
        """Return a grant in force since the beginning of the year, unless told otherwise."""
        return cls.env["chasqui.seal.grant"].create(
            {
                "seal_id": cls.seal.id,
                SUBJECT_FIELDS[subject._name]: subject.id,
                "state": "granted",
                "date_from": date(2026, 1, 1),
                **values,
            }
        )
