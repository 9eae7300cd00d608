from odoo.tests import tagged

from .common_node import NodeCommon


@tagged("post_install", "-at_install")
class TestNodeHealth(NodeCommon):
    def test_a_store_sees_how_its_nodes_do_and_no_other(self):
        self.way_of_nodes.is_on = True
        purchase = self.link._open_purchase(self.rosa)
        for member in (self.rosa, self.luis):
            participant = purchase._join_member(member)
            self._fill(participant, (self.jam, 1))
            participant._set_ready()
        self.assertEqual(self.link.purchase_count, 0, "What is not confirmed does not count")
        purchase._close()
        purchase._get_member_participants()[self.luis].cash_received = True
        self.link.invalidate_recordset()
        self.assertEqual((self.link.purchase_count, self.link.baskets_per_purchase), (1, 2))
        self.assertFalse(self.link.last_day or self.link.paid_in_time, "Nobody is late before the delivery")
        for step in ("accepted", "prepared", "delivered"):
            purchase._step_to(step)
        self.link.invalidate_recordset()
        self.assertEqual(self.link.paid_in_time, 50)
        self.assertEqual(self.link.last_day, purchase.day)
        self.assertEqual((self.link.member_count, self.link.place), (2, "Calle 8 123, Bernal"))
        self.assertIn("Rosa", self.link.coordinators)

    def test_when_it_is_over_the_store_keeps_the_name_alone(self):
        self.link.state = "ended"
        self.assertEqual(self.link.node_name, "La Casona")
        self.assertFalse(self.link.coordinators or self.link.place or self.link.member_count)

    def test_looking_at_many_nodes_costs_what_looking_at_few_does(self):
        """Facts and health are read together: twenty more nodes of a store add next to no queries."""
        few = self._create_links(2)
        many = few | self._create_links(20)
        self.assertLessEqual(self._count_queries(many), self._count_queries(few) + 6)

    def _create_links(self, number):
        nodes = self.env["chasqui.node"].create(
            [{"name": f"Node {number}.{index}", "city": "Bernal"} for index in range(number)]
        )
        return self.env["chasqui.node.store"].create(
            [{"node_id": node.id, "store_id": self.store.id, "state": "accepted"} for node in nodes]
        )

    def _count_queries(self, links):
        self.env.flush_all()
        self.env.invalidate_all()
        before = self.env.cr.sql_log_count
        links.web_read({"member_count": {}, "coordinators": {}, "place": {}, "paid_in_time": {}})
        return self.env.cr.sql_log_count - before
