from odoo.tests import TransactionCase


class DemoCommon(TransactionCase):
    """The demonstration's stores, with their real products, people and books, and no business yet."""

    #: those that a class needs: each takes seconds to set up
    demo_stores = ("huerta", "espiga")

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.demo = cls.env["chasqui.demo"]
        cls.demo._load_stores(cls.demo_stores)
        for slug in cls.demo_stores:
            setattr(cls, slug, cls.demo._ref(slug))

    @classmethod
    def _get_user(cls, login):
        return cls.env["res.users"].search([("login", "=", login)])

    @classmethod
    def _as(cls, login, store):
        """Return an environment in which that person works for that store."""
        user = cls._get_user(login)
        return cls.env(
            user=user.id,
            context={"allowed_company_ids": store.company_id.ids, "lang": "es_AR", "tracking_disable": True},
        )

    @classmethod
    def _get_product(cls, env, name):
        return env.ref(f"chasqui_demo.{name}").product_variant_id
