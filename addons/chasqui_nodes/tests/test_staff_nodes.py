from odoo.tests import HttpCase, new_test_user, tagged

from .common_node import NodeCommon


@tagged("post_install", "-at_install")
class TestStaffNodes(NodeCommon, HttpCase):
    """A store sees its nodes on a map, with how they do, and is told what waits for its answer."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_store = cls._create_other_store()
        cls.manager = cls._create_staff(cls.store, "map-manager")
        cls.stranger = cls._create_staff(cls.other_store, "map-stranger")
        cls.incubator = new_test_user(cls.env, "map-incubator", "chasqui_store.group_incubator", lang="en_US")

    def _see_map(self, user):
        self.authenticate(user.login, user.login)
        return self.url_open("/chasqui/nodes")

    def _get_cards(self, user):
        today = self.env["chasqui.today"].with_user(user)
        today = today.with_context(allowed_company_ids=user.company_ids.ids)
        return {card["title"]: card["count"] for card in today.get_today()["cards"]}

    def _ask(self, stores):
        return self.env["chasqui.node.request"]._ask(
            self.luis.partner_id, stores=stores, name="El Galpón", city="Bernal", phone="11 5555 0000"
        )

    def test_staff_see_their_nodes_at_the_door_and_how_they_do(self):
        page = self._see_map(self.manager)
        self.assertEqual(page.status_code, 200)
        for words in ("La Casona", "Calle 8 123", "-34.7112345", "Rosa", "fa-heartbeat"):
            self.assertIn(words, page.text)
        self.assertIn(f"chasqui_node_store_action/{self.link.id}", page.text)

    def test_staff_of_another_store_see_none_of_it_and_shoppers_no_page(self):
        page = self._see_map(self.stranger)
        self.assertEqual(page.status_code, 200)
        self.assertNotIn("La Casona", page.text)
        self.assertNotIn("o_chasqui_node_card", page.text)
        self.assertEqual(self._see_map(self.rosa.partner_id.user_ids).status_code, 404)

    def test_a_node_that_is_over_is_not_on_the_map(self):
        self.link.state = "ended"
        self.assertNotIn("La Casona", self._see_map(self.manager).text)

    def test_the_list_leads_to_the_map(self):
        action = self.env["chasqui.node.store"].with_user(self.manager).action_view_map()
        self.assertEqual((action["type"], action["url"]), ("ir.actions.act_url", "/chasqui/nodes"))

    def test_a_request_is_put_before_the_incubator_and_the_store_that_is_asked(self):
        self.store.manager_id = self.manager
        self.other_store.manager_id = self.stranger
        self.incubator.lang = self.env["res.lang"]._activate_lang("es_AR").code
        request = self._ask(self.store)
        told = {activity.user_id: activity.summary for activity in request.activity_ids}
        self.assertIn(self.incubator, told)
        self.assertIn(self.manager, told)
        self.assertNotIn(self.stranger, told)
        self.assertIn("El Galpón", told[self.incubator])
        self.assertNotEqual(told[self.incubator], told[self.manager], "Each in their words")
        self.assertTrue(
            self.env["mail.mail"].search([("recipient_ids", "in", self.incubator.partner_id.ids)])
        )
        self.assertIn("El Galpón", self._see_map(self.manager).text)
        self.assertNotIn("El Galpón", self._see_map(self.stranger).text)
        for user, count in ((self.incubator, 1), (self.manager, 1), (self.stranger, None)):
            self.assertEqual(self._get_cards(user).get("Requests for nodes to decide"), count, user.login)
        request._withdraw()
        self.assertFalse(request.activity_ids)
        self.assertNotIn("Requests for nodes to decide", self._get_cards(self.manager))

    def test_a_store_that_says_no_is_not_asked_any_more(self):
        self.store.manager_id = self.manager
        self.other_store.manager_id = self.stranger
        request = self._ask(self.store | self.other_store)
        mine = request.with_user(self.manager).with_context(allowed_company_ids=self.manager.company_ids.ids)
        mine.reason = "We do not drive there"
        mine.action_refuse()
        self.assertNotIn(self.manager, request.activity_ids.user_id)
        self.assertIn(self.stranger, request.activity_ids.user_id)

    def test_what_waits_for_the_store_is_on_its_page_of_today(self):
        self.way_of_nodes.is_on = True
        self.link.state = "asked"
        self.assertEqual(self._get_cards(self.manager)["Nodes that would like to buy"], 1)
        self.link.state = "accepted"
        purchase = self.link._open_purchase(self.rosa)
        self._fill(purchase.coordinator_id, (self.jam, 1))
        purchase.coordinator_id._set_ready()
        purchase._close()
        self.assertEqual(self._get_cards(self.manager)["Collective purchases to accept"], 1)
        self.assertNotIn("Collective purchases to accept", self._get_cards(self.stranger))
