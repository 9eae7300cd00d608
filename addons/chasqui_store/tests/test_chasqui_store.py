from odoo.exceptions import ValidationError
from odoo.tests import TransactionCase, tagged


@tagged("post_install", "-at_install")
class TestChasquiStore(TransactionCase):
    def test_slug_with_spaces_is_refused(self):
        with self.assertRaises(ValidationError):
            self.env["chasqui.store"].create({"name": "La Huerta", "slug": "la huerta"})
