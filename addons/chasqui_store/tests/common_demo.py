from odoo.tests import TransactionCase


class DemoCommon(TransactionCase):
    """The demonstration's stores, with their real products, people and books."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.demo = cls.env["chasqui.demo"]
        cls.demo._load()
        cls.huerta = cls.demo._ref("huerta")
        cls.espiga = cls.demo._ref("espiga")

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
