from datetime import date

from odoo.tests import BaseCase, tagged

from ..tools.reserved_words import find_reserved_words
from .common import SealsCommon


@tagged("post_install", "-at_install")
class TestReservedWords(SealsCommon):
    def test_the_editor_is_told_of_words_kept_for_certified_goods(self):
        self.honey.name = "Miel orgánica"
        self.honey.description_ecommerce = "<p>Es <b>ecológica</b> y agroecológica</p>"
        self.assertEqual(self.honey.seal_reserved_words, "orgánica, ecológica")
        self.assertFalse(self.bread.seal_reserved_words)

    def test_certified_goods_may_say_so_until_the_certificate_ends(self):
        self.honey.name = "Miel orgánica"
        self._certify("gluten_free")
        self.assertEqual(self.honey.seal_reserved_words, "orgánica", "that certificate is of other things")
        self._certify("organic")
        self.assertFalse(self.honey.seal_reserved_words)
        self._set_today(date(2026, 6, 16))
        self.honey.invalidate_recordset(["seal_reserved_words"])
        self.assertEqual(self.honey.seal_reserved_words, "orgánica")

    def _certify(self, code):
        self._create_grant(
            self.honey,
            seal_id=self.env.ref(f"chasqui_seals.seal_{code}").id,
            certificate_number="1",
            certifier="OIA",
            certificate_date=date(2026, 1, 1),
            date_to=self.today,
        )
        self.honey.invalidate_recordset(["seal_reserved_words"])


@tagged("post_install", "-at_install")
class TestWords(BaseCase):
    def test_inflections_are_found_and_other_words_are_not(self):
        for text in (
            "Orgánicos",
            "organica",
            "ecológicamente",
            "BIO",
            "yerba eco",
            "biológicas",
            "eco-bolsa",
        ):
            self.assertTrue(find_reserved_words(text), text)
        for text in ("agroecológico", "biografía", "economía", "organización", "ecosistema", "", None):
            self.assertFalse(find_reserved_words(text), text)
