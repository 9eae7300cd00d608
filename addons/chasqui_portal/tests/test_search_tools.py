import doctest

from werkzeug.datastructures import MultiDict

from odoo.tests import TransactionCase, tagged
from odoo.tools import SQL

from ..tools import contents, search_text, spelling
from ..tools.product_query import ProductQuery

TEXTS = (
    "Ñandú, AJÍ y maíz (500 g)",
    "Açúcar Orgânico às 10%",
    "nueces panes ajos lápices luz té",
    "Mandi'o Kuñá jety",
    "ÆØÅ straße Łódź",
    "e\u0301 combinada",
    "",
)


@tagged("post_install", "-at_install")
class TestSearchTools(TransactionCase):
    def test_the_examples_are_right(self):
        for module in (contents, search_text, spelling):
            self.assertFalse(doctest.testmod(module).failed, module.__name__)

    def test_the_database_compares_words_as_python_does(self):
        for text in TEXTS:
            [[plain, stemmed]] = self.env.execute_query(
                SQL("SELECT chasqui_plain(%(text)s), chasqui_stem(%(text)s)", text=text)
            )
            self.assertEqual(plain, search_text.plain(text))
            self.assertEqual(stemmed, " ".join(map(search_text.stem, plain.split())))

    def test_an_address_says_what_the_query_says(self):
        for url in (
            "/products",
            "/products?q=miel+de+monte&category=3&seal=agroecological&seal=artisanal&seals=all&store=huerta"
            "&producer=familia-quispe&way=pickup&measure=kg&low=100&high=250.5&near=Luj%C3%A1n&km=20&sort=price&page=3",
        ):
            pairs = [pair.split("=") for pair in url.partition("?")[2].split("&") if pair]
            values = MultiDict(
                (name, value.replace("+", " ").replace("%C3%A1", "á")) for name, value in pairs
            )
            self.assertEqual(ProductQuery.from_values(values).get_url(), url)

    def test_choosing_goes_back_to_the_first_page(self):
        query = ProductQuery(search="miel", page=4)
        self.assertEqual(query.toggle("seal", "a").get_url(), "/products?q=miel&seal=a")
        self.assertEqual(query.toggle("seal", "a").toggle("seal", "a").get_url(), "/products?q=miel")
