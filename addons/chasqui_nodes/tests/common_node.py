from odoo.fields import Command
from odoo.tests import new_test_user

from .common import CollectiveCommon


class NodeCommon(CollectiveCommon):
    """A node with people, which a store has accepted."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True, "tracking_disable": True})
        cls.way_of_nodes = cls.store._get_buying_way("node")
        cls.node = cls._create_node()
        cls.link = cls._create_link()
        cls.rosa = cls._create_member("Rosa", role="coordinator")
        cls.luis = cls._create_member("Luis")

    @classmethod
    def _create_node(cls, **values):
        return cls.env["chasqui.node"].create(
            {
                "name": "La Casona",
                "city": "Bernal",
                "street": "Calle 8 123",
                "neighbourhood": "Centro",
                "latitude": -34.7112345,
                "longitude": -58.2812345,
                **values,
            }
        )

    @classmethod
    def _create_link(cls, **values):
        return cls.env["chasqui.node.store"].create(
            {
                "node_id": cls.node.id,
                "store_id": cls.store.id,
                "state": "accepted",
                "min_baskets": 1,
                **values,
            }
        )

    @classmethod
    def _create_shopper(cls, name):
        login = f"{name.lower()}-node@example.com"
        return new_test_user(cls.env, login, "base.group_portal", name=name, email=login, lang="en_US")

    @classmethod
    def _create_member(cls, name, **values):
        """Return somebody of the node, with an account."""
        partner = cls._create_shopper(name).partner_id
        return cls.env["chasqui.node.member"].create(
            {
                "node_id": cls.node.id,
                "partner_id": partner.id,
                "name": name,
                "phone": "11 5555 0000",
                "email": partner.email,
                "state": "accepted",
                "joined_on": "2026-01-01",
                **values,
            }
        )

    @classmethod
    def _create_staff(cls, store, login, group="chasqui_store.group_manager"):
        return new_test_user(
            cls.env,
            login,
            group,
            company_id=store.company_id.id,
            company_ids=[Command.set(store.company_id.ids)],
        )
