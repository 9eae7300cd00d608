import re

from odoo.tests import TransactionCase

from odoo.addons.chasqui_store.models.ir_asset_lean import LEAN, READING, SHOPPING, get_script_bundles
from odoo.addons.chasqui_store.tools import lean_bundle, lean_style

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
        return [file[0] for file in self._get_files(bundle)]

    def _get_files(self, bundle):
        return self.env["ir.asset"]._get_asset_paths(bundle, {"website_id": False})

    def _get_scripts(self, lean):
        files = [file for bundle in get_script_bundles(lean) for file in self._get_files(bundle)]
        return [file for file in files if not file[0].endswith(lean_bundle.STYLES)]

    def test_imports_are_read_however_they_are_written(self):
        self.assertEqual(
            lean_bundle.get_imports("/addon/static/src/in/it.js", MODULES),
            {"@web/core/a", "@addon/in/beside", "@addon/up/b", "@web/core/later", "@web/core/app"},
        )

    def test_nothing_that_a_script_imports_is_left_out(self):
        whole = {lean_bundle.get_module(path) for path in self._get_paths("web.assets_frontend")}
        for name in LEAN:
            files = self._get_scripts(name)
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
        sent = [file[0] for file in self._get_scripts(SHOPPING)]
        for path in (
            "/website_sale/static/src/interactions/website_sale.js",
            "/website_sale/static/src/js/product_configurator_dialog/product_configurator_dialog.js",
            "/payment/static/src/interactions/payment_form.js",
            "/payment_custom/static/src/interactions/post_processing.js",
            "/chasqui_store/static/src/interactions/checkout.js",
            "/website_sale_stock/static/src/xml/website_sale_stock_product_availability.xml",
        ):
            self.assertIn(path, sent)
        others = ("/html_editor/static/src/main/", "/legacy/js/public/public_root", "/jquery/")
        self.assertFalse([path for path in sent if any(other in path for other in others)])
        self.assertEqual(len(sent), len(set(sent)))

    def test_styles_are_compiled_whole(self):
        for name in (READING, SHOPPING):
            bundle = self.env["ir.qweb"]._get_asset_bundle(name, css=True, js=False)
            style = bundle.css().raw.decode()
            self.assertFalse(bundle.css_errors)
            for wanted in (".o_chasqui_header", ".row", ".btn-primary", "@media print"):
                self.assertTrue(wanted in style, wanted)
            self.assertEqual(style.count("{"), style.count("}"))
            self.assertFalse(".s_countdown" in style)

    def test_the_address_of_styles_changes_with_the_words_of_pages(self):
        def get_version():
            return self.env["ir.qweb"]._get_asset_bundle(READING, css=True, js=False).get_version("css")

        before = get_version()
        view = {"type": "qweb", "key": "chasqui_store.a_new_one", "arch": '<p class="o_brand_new"/>'}
        self.env["ir.ui.view"].create(view)
        self.env.registry.clear_cache("assets")
        self.assertNotEqual(get_version(), before)

    def test_what_an_editor_made_of_blocks_of_the_builder_is_sent_all_styles(self):
        is_known = self.env["ir.asset"]._is_chasqui_known
        self.assertTrue(is_known(READING, ""))
        self.assertTrue(
            is_known(READING, '<section class="o_chasqui_hero container"><p class="lead"/></section>')
        )
        self.assertFalse(is_known(READING, "<section class='s_countdown container'/>"))

    def test_shoppers_are_sent_the_terms_of_their_scripts_alone(self):
        modules = ("web", "website", "website_sale", "chasqui_store", "stock")
        terms = self.env["ir.http"]._get_chasqui_lean_terms(modules, "es_AR")
        all_terms, _parameters = self.env["ir.http"]._get_translations_for_webclient(modules, "es_AR")

        def count(modules):
            return sum(len(found["messages"]) for found in modules.values())

        self.assertTrue(count(terms["modules"]))
        self.assertLess(count(terms["modules"]), count(all_terms) / 3)
        sent = {m["id"] for found in terms["modules"].values() for m in found["messages"]}
        self.assertIn("Computed after delivery", sent)
        self.assertIn("'%s' is not a correct date or datetime", sent)
        self.assertNotIn("Search Bar", sent, "Of the builder: what scripts have is searchBar")
        self.assertNotIn("stock", terms["modules"], "None of its scripts is sent")


class TestLeanStyle(TransactionCase):
    """Rules of what is not written anywhere are left out, and no others."""

    def _prune(self, style, words="card title_ o_on"):
        return lean_style.prune(style, lean_style.find_words(words))

    def test_a_rule_stays_if_all_that_it_asks_for_may_be_there(self):
        self.assertEqual(self._prune(".card a{color:red} .none{color:red}"), ".card a{color:red}")
        self.assertEqual(self._prune(".card .none, .card > p{top:0}"), ".card > p{top:0}")
        self.assertEqual(self._prune("p{top:0} #none{top:0} #card{top:0}"), "p{top:0}#card{top:0}")

    def test_names_that_are_put_together_are_known_by_their_beginning(self):
        self.assertEqual(self._prune(".title_big{top:0} .titles{top:0}"), ".title_big{top:0}")

    def test_what_is_not_asked_for_does_not_count(self):
        for selector in (
            ".card:not(.none, .other)",
            "p:is(.none, .o_on)",
            '[class*=".none"]',
            ".card:hover::before",
        ):
            self.assertEqual(self._prune(f"{selector}{{top:0}}"), f"{selector}{{top:0}}")

    def test_rules_in_rules_are_pruned_and_others_left_alone(self):
        self.assertEqual(self._prune("@media print{.none{top:0}}"), "")
        self.assertEqual(self._prune("@media print{.none{top:0} .card{top:0}}"), "@media print{.card{top:0}}")
        for style in ("@keyframes turn{from{top:0}to{top:1px}}", '@font-face{src:url("a{b;c}d.woff")}'):
            self.assertEqual(self._prune(style), style)

    def test_signs_within_texts_end_nothing(self):
        style = """.card::after{content:"}";background:url("data:image/svg+xml,%3Csvg;{}")}"""
        self.assertEqual(self._prune(f"{style} .none{{top:0}}"), style)

    def test_broken_styles_end(self):
        for style in (".card{", "}", ".card{top:0", "@media print{", ":not(", '"'):
            self._prune(style)
