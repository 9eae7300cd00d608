from odoo.exceptions import AccessError, UserError
from odoo.tests import new_test_user, tagged

from .common_node import NodeCommon


@tagged("post_install", "-at_install")
class TestNodeRequest(NodeCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.other_store = cls._create_other_store()
        cls.manager = cls._create_staff(cls.store, "request-manager")
        cls.stranger = cls._create_staff(cls.other_store, "request-stranger")
        cls.incubator = new_test_user(cls.env, "request-incubator", "chasqui_store.group_incubator")
        cls.partner = cls._create_shopper("Olga").partner_id

    def _ask(self, stores=None, **values):
        return self.env["chasqui.node.request"]._ask(
            self.partner,
            stores=self.store if stores is None else stores,
            **{"name": "El Galpón", "city": "Bernal", "phone": "11 5555 0000", **values},
        )

    def _as(self, user, records):
        return records.with_user(user).with_context(allowed_company_ids=user.company_ids.ids)

    def test_a_store_approves_and_whoever_asked_coordinates(self):
        request = self._ask(stores=self.store | self.other_store, street="Calle 9 99")
        self._as(self.manager, request).action_approve()
        node = request.node_id
        self.assertEqual((request.state, node.name, node.street), ("approved", "El Galpón", "Calle 9 99"))
        self.assertEqual(node._get_general_coordinators().partner_id, self.partner)
        states = {link.store_id: link.state for link in node.node_store_ids}
        self.assertEqual(states, {self.store: "accepted", self.other_store: "asked"})
        self.assertTrue(self.env["mail.mail"].search([("email_to", "ilike", "olga-node")]))
        with self.assertRaises(UserError):
            self._as(self.stranger, request).action_approve()

    def test_the_incubator_approves_and_the_stores_are_asked(self):
        request = self._ask()
        self._as(self.incubator, request).action_approve()
        self.assertEqual(request.node_id.node_store_ids.state, "asked")

    def test_a_refusal_needs_a_reason_and_leaves_the_others_to_decide(self):
        request = self._ask(stores=self.store | self.other_store)
        mine = self._as(self.manager, request)
        with self.assertRaises(UserError):
            mine.action_refuse()
        mine.write({"reason": "We do not drive there"})
        mine.action_refuse()
        self.assertEqual((request.state, request.store_ids), ("asked", self.other_store))
        self.assertFalse(request.reason, "What one store says is not for the others")
        theirs = self._as(self.stranger, request)
        theirs.write({"reason": "Neither do we"})
        theirs.action_refuse()
        self.assertEqual(request.state, "refused")

    def test_one_request_each_until_it_is_decided_or_withdrawn(self):
        request = self._ask()
        with self.assertRaises(UserError):
            self._ask(name="Another")
        request._withdraw()
        self._ask(name="Another")
        with self.assertRaises(UserError):
            request._withdraw()

    def test_a_name_is_not_taken_twice_in_a_place(self):
        for name in ("La Casona", " la casona "):
            with self.assertRaises(UserError):
                self._ask(name=name)
        for missing in ({"name": ""}, {"city": " "}):
            with self.assertRaises(UserError):
                self._ask(**missing)
        request = self._ask()
        self._create_node(name="El Galpón")
        with self.assertRaises(UserError):
            self._as(self.manager, request).action_approve()

    def test_stores_see_what_asks_them_and_change_only_the_reason(self):
        request = self._ask()
        self.assertTrue(self._as(self.manager, request).has_access("read"))
        self.assertFalse(self._as(self.stranger, request).has_access("read"))
        self.assertFalse(self._as(self.stranger, self.env["chasqui.node.request"]).search([]))
        with self.assertRaises(AccessError):
            self._as(self.manager, request).write({"state": "approved"})
        with self.assertRaises(AccessError):
            self._as(self.stranger, request).action_approve()
        operator = self._create_staff(self.store, "request-operator", "chasqui_store.group_operator")
        self.assertFalse(self._as(operator, request).has_access("read"))
        self.assertNotIn("store_answers", self._as(self.manager, request).fields_get())
