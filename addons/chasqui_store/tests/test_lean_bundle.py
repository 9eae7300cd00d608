import re

from odoo.tests import TransactionCase

from odoo.addons.chasqui_store.tools import lean_bundle

MODULES = """
import {a} from "@web/core/a";
import "./beside";
import {
    b,
    c,
} from "../up/b.js";
const later = import("@web/core/later");
const {App} = odoo.loader.modules.get("@web/core/app");
"""


class TestLeanBundle(TransactionCase):
    """Visitors are sent what their pages use, and all that this needs."""

    def _get_paths(self, bundle):
        return [file[0] for file in self.env["ir.asset"]._get_asset_paths(bundle, {"website_id": False})]

    def test_imports_are_read_however_they_are_written(self):
        self.assertEqual(
            lean_bundle.get_imports("/addon/static/src/in/it.js", MODULES),
            {"@web/core/a", "@addon/in/beside", "@addon/up/b", "@web/core/later", "@web/core/app"},
        )

    def test_nothing_that_a_script_imports_is_left_out(self):
        whole = {lean_bundle.get_module(path) for path in self._get_paths("web.assets_frontend")}
        for name in ("chasqui_store.assets_reading", "chasqui_store.assets_shopping"):
            files = self.env["ir.asset"]._get_asset_paths(f"{name}_lazy", {"website_id": False})
            minimal = self._get_paths("web.assets_frontend_minimal")
            sent = {lean_bundle.get_module(path) for path in (*(file[0] for file in files), *minimal)}
            for path, full_path, *_rest in files:
                if path.endswith(".js") and "/lib/" not in path:
                    with open(full_path, encoding="utf-8") as file:
                        needed = lean_bundle.get_imports(path, file.read())
                    with self.subTest(bundle=name, script=path):
                        self.assertFalse((needed & whole) - sent)

    def test_readers_are_sent_neither_the_editor_nor_the_shop(self):
        sent = self._get_paths("chasqui_store.assets_reading_lazy")
        self.assertIn("/chasqui_store/static/src/interactions/map.js", sent)
        others = re.compile(r"/(html_editor|website|website_sale)/.*\.js$")
        self.assertFalse([path for path in sent if others.match(path)])

    def test_shoppers_are_sent_what_sells_and_no_editor(self):
        sent = self._get_paths("chasqui_store.assets_shopping_lazy")
        for path in (
            "/website_sale/static/src/interactions/website_sale.js",
            "/payment/static/src/interactions/payment_form.js",
            "/payment_custom/static/src/interactions/post_processing.js",
            "/chasqui_store/static/src/interactions/checkout.js",
            "/website_sale_stock/static/src/xml/website_sale_stock_product_availability.xml",
        ):
            self.assertIn(path, sent)
        self.assertFalse([path for path in sent if "/html_editor/static/src/main/" in path])

    def test_styles_are_compiled_whole(self):
        for name in ("chasqui_store.assets_reading", "chasqui_store.assets_shopping"):
            bundle = self.env["ir.qweb"]._get_asset_bundle(name, css=True, js=False)
            style = bundle.css().raw.decode()
            self.assertFalse(bundle.css_errors)
            self.assertIn(".o_chasqui_header", style)
            self.assertIn(".row", style)

    def test_shoppers_are_sent_the_terms_of_their_scripts_alone(self):
        modules = ("web", "website", "website_sale", "chasqui_store")
        terms = self.env["ir.http"]._get_chasqui_lean_terms(modules, "es_AR")
        all_terms, _parameters = self.env["ir.http"]._get_translations_for_webclient(modules, "es_AR")

        def count(modules):
            return sum(len(found["messages"]) for found in modules.values())

        self.assertTrue(count(terms["modules"]))
        self.assertLess(count(terms["modules"]), count(all_terms) / 3)
        sent = {m["id"] for found in terms["modules"].values() for m in found["messages"]}
        self.assertIn("Computed after delivery", sent)
