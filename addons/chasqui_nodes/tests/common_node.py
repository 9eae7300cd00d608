from odoo.fields import Command
from odoo.tests import new_test_user

from .common import CollectiveCommon
from .common_node_people import NodePeopleCommon


class NodeCommon(NodePeopleCommon, CollectiveCommon):
    """A node with people, which a store has accepted."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.way_of_nodes = cls.store._get_buying_way("node")
        cls.link = cls._create_link()

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
    def _create_staff(cls, store, login, group="chasqui_store.group_manager"):
        return new_test_user(
            cls.env,
            login,
            group,
            company_id=store.company_id.id,
            company_ids=[Command.set(store.company_id.ids)],
        )
