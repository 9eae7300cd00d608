from odoo.tests import new_test_user

from .common import ChasquiStoreCommon


class WallsCommon(ChasquiStoreCommon):
    """Two stores with their people, and a shopper who has dealt with the second one."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True})
        cls.store_a = cls._open_store("a")
        cls.store_b = cls._open_store("b")
        cls.operator_a = cls._create_staff(cls.store_a, "operator")
        cls.manager_a = cls._create_staff(cls.store_a, "manager")
        cls.manager_b = cls._create_staff(cls.store_b, "manager")
        cls.incubator = new_test_user(
            cls.env, "incubator", "chasqui_store.group_incubator", email="incubator@example.com"
        )
        cls.shopper = new_test_user(cls.env, "shopper", "base.group_portal", email="shopper@example.com")

    @classmethod
    def _open_store(cls, name):
        """Return an open store without all that provisioning makes."""
        company = cls.env["res.company"].create({"name": f"Company {name}"})
        website = cls.env["website"].create(
            {
                "name": f"Website {name}",
                "company_id": company.id,
                "domain": f"http://walls-{name}.localhost",
            }
        )
        return cls._create_store(
            name=f"Store {name}",
            slug=f"walls-{name}",
            state="open",
            company_id=company.id,
            website_id=website.id,
        )

    @classmethod
    def _create_staff(cls, store, role, **values):
        login = f"{role}-{store.slug}@example.com"
        return store._invite_member(f"{role} of {store.name}", login, role).user_id

    @classmethod
    def _create_order(cls, store, partner, **values):
        return (
            cls.env["sale.order"]
            .with_company(store.company_id)
            .create({"partner_id": partner.id, "company_id": store.company_id.id, **values})
        )
