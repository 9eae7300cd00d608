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
