from odoo.tests import BaseCase

from .. import search_words


class TestSearchWords(BaseCase):
    phrases = {("agroecologic",): "agro", ("sin", "agrotoxic"): "agro", ("km", "0"): "near"}

    def test_accents_plurals_and_gender_make_no_difference(self):
        for word in ("agroecológica", "Agroecológicos", "AGROECOLOGICO"):
            self.assertEqual(search_words.find(word, self.phrases), (["agro"], ""), word)

    def test_the_other_words_are_left_as_they_were(self):
        self.assertEqual(search_words.find("Miel sin agrotóxicos", self.phrases), (["agro"], "Miel"))
        self.assertEqual(
            search_words.find("km 0 miel de monte agroecológica", self.phrases),
            (["near", "agro"], "miel de monte"),
        )

    def test_nothing_to_find(self):
        for text in ("", None, "sin sal", "%_'\"", "km"):
            self.assertEqual(search_words.find(text, self.phrases)[0], [], text)
