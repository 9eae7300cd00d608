import json
from unittest.mock import patch

from odoo.tests import HttpCase, new_test_user, tagged
from odoo.tools import mute_logger

from odoo.addons.iap.tools import iap_tools

from .common import ChasquiStoreCommon


@tagged("post_install", "-at_install")
class TestPaidServices(ChasquiStoreCommon, HttpCase):
    """What a store's staff type is sent to no service outside."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.manager = new_test_user(cls.env, "paid-manager", "chasqui_store.group_manager")
        cls.partner = cls.env["res.partner"].create(
            {"name": "Vecina", "street": "Mitre 1", "city": "Bernal", "zip": "B1876", "phone": "1141112222"}
        )
        cls.partner.country_id = cls.env.ref("base.ar")

    def setUp(self):
        super().setUp()
        self.asked = self.startPatcher(patch.object(iap_tools, "iap_jsonrpc"))

    def _pretend_no_test(self):
        """Odoo asks its services nothing under test, which would prove nothing here."""
        self.startPatcher(patch("odoo.modules.module.current_test", False))

    def test_contacts_are_completed_from_nowhere(self):
        self._pretend_no_test()
        partners = self.env["res.partner"].with_user(self.manager)
        with patch("odoo.addons.partner_autocomplete.models.res_partner.check_vies") as vies:
            self.assertEqual(partners.autocomplete_by_name("Cooperativa", 0), [])
            self.assertEqual(partners.autocomplete_by_vat("BE0477472701", 0), [])
        self.assertNotIn("name", partners.enrich_by_duns("1"))
        vies.assert_not_called()
        self.asked.assert_not_called()

    def test_new_companies_are_not_looked_up(self):
        self._pretend_no_test()
        company = self.env["res.company"].create({"name": "La Semilla", "email": "hola@lasemilla.example"})
        company.iap_enrich_auto()
        self.asked.assert_not_called()
        self.assertFalse(self.env["iap.account"].search([("name", "ilike", "autocomplete")]))

    def test_invoices_are_not_offered_to_the_paid_post(self):
        sending = self.env["account.move.send"]
        move = self.env["account.move"].new({"move_type": "out_invoice", "partner_id": self.partner.id})
        self.assertTrue(self.env["snailmail.letter"]._is_valid_address(self.partner))
        self.assertFalse(sending._is_applicable_to_company("snailmail", self.env.company))
        self.assertFalse(sending._is_applicable_to_move("snailmail", move))
        self.assertTrue(sending._is_applicable_to_company("email", self.env.company))

    def test_text_messages_and_letters_are_not_offered(self):
        actions = self.env["ir.actions.actions"].with_user(self.manager).get_bindings("res.partner")
        models = {action.get("res_model") for kind in actions.values() for action in kind}
        self.assertTrue(models)
        self.assertNotIn("sms.composer", models)
        for model in ("sms.composer", "snailmail.letter"):
            with self.subTest(model=model):
                self.assertFalse(self.env[model].with_user(self.manager).has_access("create"))

    @mute_logger("odoo.http")
    def test_texts_are_not_sent_to_a_machine(self):
        self.authenticate("paid-manager", "paid-manager")
        answer = self.url_open(
            "/html_editor/generate_text",
            json.dumps({"params": {"prompt": "Nuestra historia", "conversation_history": []}}),
            headers={"Content-Type": "application/json"},
        ).json()
        self.assertIn("AccessError", answer["error"]["data"]["name"])
        self.asked.assert_not_called()
