from odoo.tests import new_test_user

from odoo.addons.chasqui_store.tests.common import ChasquiStoreCommon

# Bernal, and a town of which nobody takes it for the same
BERNAL = (-34.7112345, -58.2812345)
RAFAELA = (-31.2526, -61.4867)


class NodePeopleCommon(ChasquiStoreCommon):
    """A node with a coordinator and a member, each with an account; no store is needed."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.env = cls.env(context={**cls.env.context, "no_reset_password": True, "tracking_disable": True})
        cls.node = cls._create_node()
        cls.rosa = cls._create_member("Rosa", role="coordinator")
        cls.luis = cls._create_member("Luis")

    @classmethod
    def _create_node(cls, **values):
        latitude, longitude = values.pop("position", BERNAL)
        return cls.env["chasqui.node"].create(
            {
                "name": "La Casona",
                "city": "Bernal",
                "street": "Calle 8 123",
                "neighbourhood": "Villa Cramer",
                "latitude": latitude,
                "longitude": longitude,
                **values,
            }
        )

    @classmethod
    def _create_shopper(cls, name):
        """Return somebody with an account; the login is the password too."""
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
