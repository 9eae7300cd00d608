from odoo.exceptions import AccessError, ValidationError
from odoo.tests import tagged

from .common import ChasquiStoreCommon


@tagged("post_install", "-at_install")
class TestChasquiStoreAddress(ChasquiStoreCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.store = cls._provision_store(slug="huerta-test")

    def test_address_follows_the_platform(self):
        self.env["chasqui.store"]._set_platform_address("https://chasqui.example:8443")
        self.assertEqual(self.store.website_id.domain, "https://huerta-test.chasqui.example:8443")
        self.assertEqual(self.env["website"].get_base_url(), "https://chasqui.example:8443")

    def test_domain_of_its_own_stays(self):
        self.store.website_id.domain = "https://lahuerta.example"
        self.env["chasqui.store"]._set_platform_address("https://chasqui.example")
        self.assertEqual(self.store.website_id.domain, "https://lahuerta.example")

    def test_former_addresses_lead_to_the_domain_of_its_own(self):
        self.store.slug = "huerta-nueva"
        self.store.own_domain = "LaHuerta.example/"
        self.assertEqual(self.store.website_id.domain, "https://lahuerta.example")
        self.assertEqual(self.store.address, "https://lahuerta.example")
        for host in ("huerta-test.localhost:8069", "huerta-nueva.localhost:8069"):
            self.assertEqual(self.store._get_moved_url(host), "https://lahuerta.example")
        self.assertFalse(self.store._get_moved_url("lahuerta.example"))

    def test_new_slug_does_not_move_a_store_with_a_domain_of_its_own(self):
        self.store.own_domain = "https://lahuerta.example"
        self.store.slug = "huerta-nueva"
        self.assertEqual(self.store.website_id.domain, "https://lahuerta.example")

    def test_store_without_a_domain_of_its_own_is_below_the_platform_again(self):
        self.store.own_domain = "https://lahuerta.example"
        self.store.own_domain = False
        self.assertEqual(self.store.website_id.domain, "http://huerta-test.localhost:8069")
        self.assertFalse(self.store._get_moved_url("huerta-test.localhost:8069"))

    def test_what_is_no_domain_of_its_own_is_refused(self):
        self.env["website"].create({"name": "Other", "domain": "http://other.example"})
        for text, sentence in (
            ("la huerta", "is no domain"),
            ("javascript://lahuerta.example", "is no domain"),
            ("https://lahuerta.example/shop", "is no domain"),
            ("https://someone@lahuerta.example", "is no domain"),
            ("http://localhost:8069", "is no domain"),
            ("https://otra.localhost", "belongs to the platform"),
            ("https://other.example", "already leads to another site"),
        ):
            with self.subTest(text=text), self.assertRaisesRegex(ValidationError, sentence):
                self.store.own_domain = text

    def test_managers_do_not_move_their_store(self):
        with self.assertRaisesRegex(AccessError, "Ask the incubator"):
            self.store.with_user(self.store.manager_id).own_domain = "https://lahuerta.example"
