from odoo.exceptions import AccessError, ValidationError
from odoo.tests import new_test_user, tagged

from .common_search import SearchCommon

EDIT_QUERIES = 40  # of writing a price, until it can be found


@tagged("post_install", "-at_install")
class TestProductSync(SearchCommon):
    """What the search knows is what is so."""

    def _read_row(self, product):
        self.env.cr.flush()
        return self.portal.search_read([("product_tmpl_id", "=", product.id)])

    def _get_price(self):
        [row] = self._read_row(self.honey)
        return row["price"]

    def test_a_price_list_of_the_store_is_what_visitors_pay(self):
        self.env["res.config.settings"].create({"group_product_pricelist": True}).execute()
        website = self.garden.website_id
        pricelist = self.env["product.pricelist"].create(
            {"name": "Web", "company_id": self.garden.company_id.id, "website_id": website.id}
        )
        item = self.env["product.pricelist.item"].create(
            {
                "pricelist_id": pricelist.id,
                "product_tmpl_id": self.honey.id,
                "applied_on": "1_product",
                "compute_price": "fixed",
                "fixed_price": 7,
            }
        )
        self.assertEqual(self._get_price(), 7)
        item.fixed_price = 8
        self.assertEqual(self._get_price(), 8)
        item.unlink()
        self.assertEqual(self._get_price(), 10)

    def test_taxes_are_in_the_price(self):
        self.garden.website_id.company_id.country_id = self.env.ref("base.ar")
        tax = self.env["account.tax"].create(
            {
                "name": "21%",
                "amount": 21,
                "company_id": self.garden.company_id.id,
                "country_id": self.env.ref("base.ar").id,
                "tax_group_id": self.env["account.tax.group"]
                .create(
                    {
                        "name": "IVA",
                        "company_id": self.garden.company_id.id,
                        "country_id": self.env.ref("base.ar").id,
                    }
                )
                .id,
            }
        )
        self.garden.website_id.show_line_subtotals_tax_selection = "tax_included"
        self.honey.taxes_id = tax
        self.assertAlmostEqual(self._get_price(), 12.1)
        tax.amount = 10.5
        self.assertAlmostEqual(self._get_price(), 11.05)

    def test_a_price_by_the_kilo_comes_from_what_is_stated_the_unit_or_the_name(self):
        gram = self.env.ref("uom.product_uom_gram")
        for values, expected in (
            ({"name": "Miel"}, (False, 0)),
            ({"name": "Miel 500 g"}, ("kg", 20)),
            ({"name": "Jugo de 2 litros"}, ("l", 5)),
            ({"name": "Miel", "uom_id": self.kilo.id}, ("kg", 10)),
            ({"name": "Azafrán", "uom_id": gram.id}, ("kg", 10_000)),
        ):
            product = self._create_site_product(self.garden, **values)
            [row] = self._read_row(product)
            self.assertEqual((row["measure"], round(row["measure_price"], 4)), expected, values)
        product.product_variant_id.write(
            {"base_unit_id": self.env.ref("chasqui_portal.base_unit_kg").id, "base_unit_count": 2}
        )
        self.assertEqual(self._read_row(product)[0]["measure_price"], 5)

    def test_the_name_of_a_producer_a_category_and_a_store_can_change(self):
        producer = self._create_producer(self.garden, name="Valle Hermoso")
        category = self.env["product.public.category"].create({"name": "Untables"})
        self.honey.write({"chasqui_producer_id": producer.id, "public_categ_ids": category.ids})
        for record, old, new in (
            (producer, "hermoso", "Cerro Pelado"),
            (category, "untables", "Dulzuras"),
            (self.garden, "huerta", "Quinta Nueva"),
        ):
            self.assertIn("Miel de monte", self._get_names(old), record)
            record.name = new
            self.assertIn("Miel de monte", self._get_names(new), record)
            self.assertFalse(self._get_names(old, exact="1"), record)

    def test_a_category_that_is_deleted_leads_to_nothing(self):
        category = self.env["product.public.category"].create({"name": "Untables"})
        self.honey.public_categ_ids = category
        self.assertEqual(self._get_names("untables"), ["Miel de monte"])
        category.unlink()
        self.assertFalse(self._get_names("untables", exact="1"))

    def test_a_name_in_another_language_is_found(self):
        self.honey.update_field_translations("name", {"en_US": "Mountain honey"})
        self.assertEqual(self._get_names("mountain honey"), ["Mountain honey"])

    def test_an_edit_costs_the_same_however_many_products_there_are(self):
        self.env.cr.flush()
        self._count_edit()  # what is asked once is kept
        few = self._count_edit()
        for number in range(30):
            self._create_site_product(self.garden, name=f"Verdura {number}")
        self.env.cr.flush()
        self.assertLessEqual(self._count_edit(), few)
        self.assertLessEqual(few, EDIT_QUERIES)

    def _count_edit(self):
        self.env.invalidate_all()
        count = self.env.cr.sql_log_count
        self.honey.list_price += 1
        self.env.cr.flush()
        return self.env.cr.sql_log_count - count

    def test_an_edit_of_what_nobody_sees_writes_nothing(self):
        self.env.cr.flush()
        self.honey.write({"description_purchase": "secret"})
        self.assertFalse(self.env.cr.precommit.data.get("chasqui_portal_products"))

    def test_the_night_repairs_what_went_wrong(self):
        self.env.cr.flush()
        self.env.cr.execute("DELETE FROM chasqui_portal_product WHERE product_tmpl_id = %s", [self.honey.id])
        self.env.cr.execute(
            "UPDATE chasqui_portal_product SET price = 1 WHERE product_tmpl_id = %s", [self.jam.id]
        )
        self.env.cr.execute("UPDATE product_template SET is_published = FALSE WHERE id = %s", [self.chard.id])
        self.env.invalidate_all()
        self.patch(self.env.registry["ir.cron"], "_commit_progress", lambda *_args, **_kwargs: 60.0)
        self.portal._cron_check()
        self.assertEqual(self._get_price(), 10)
        self.assertEqual(self._read_row(self.jam)[0]["price"], 10)
        self.assertFalse(self._read_row(self.chard))

    def test_words_that_nothing_has_any_more_are_forgotten_at_night(self):
        words = self.env["chasqui.portal.word"]
        self.env.cr.flush()
        self.assertTrue(words.search([("word", "=", "acelga")]))
        self.chard.name = "Espinaca"
        self.env.cr.flush()
        words._recount()
        self.assertFalse(words.search([("word", "=", "acelga")]))

    def test_nobody_but_administrators_reads_it(self):
        for login, groups in (
            ("search-manager", "chasqui_store.group_manager"),
            ("search-incubator", "chasqui_store.group_incubator"),
            ("search-shopper", "base.group_portal"),
        ):
            user = new_test_user(self.env, login, groups)
            for name in ("chasqui.portal.product", "chasqui.portal.word"):
                with self.assertRaises(AccessError):
                    self.env[name].with_user(user).search_read([], limit=1)

    def test_the_incubator_keeps_the_synonyms_and_stores_do_not(self):
        synonyms = self.env["chasqui.portal.synonym"]
        incubator = new_test_user(self.env, "synonym-incubator", "chasqui_store.group_incubator")
        synonym = synonyms.with_user(incubator).create({"words": "acelga, penca"})
        self.assertEqual(self._get_names("pencas"), ["Acelga"])
        synonym.active = False
        self.assertFalse(self._get_names("pencas"))
        manager = new_test_user(self.env, "synonym-manager", "chasqui_store.group_manager")
        with self.assertRaises(AccessError):
            synonyms.with_user(manager).create({"words": "acelga, penca"})

    def test_one_word_is_no_synonym(self):
        for words in ("palta", "palta, Paltas", " , ", "a b c d e, f"):
            with self.assertRaises(ValidationError):
                self.env["chasqui.portal.synonym"].create({"words": words})
