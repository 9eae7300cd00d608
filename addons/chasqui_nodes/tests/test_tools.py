import doctest

from odoo.tests import BaseCase, tagged

from ..tools import pages


@tagged("-at_install", "post_install")
class TestTools(BaseCase):
    def test_examples_hold(self):
        self.assertFalse(doctest.testmod(pages).failed)
