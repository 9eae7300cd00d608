import io
import json
import subprocess
from datetime import date, datetime, timedelta

from lxml import html
from PIL import Image, ImageOps

from odoo import Command
from odoo.exceptions import UserError
from odoo.tests import new_test_user, tagged

from .common_site import SealSiteCommon


@tagged("post_install", "-at_install")
class TestSealOrders(SealSiteCommon):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.grant = cls._grant(cls.agroecological, cls.honey)
        cls._grant(cls.cooperative, cls.garden)
        cls.shopper = new_test_user(cls.env, "seal-shopper", "base.group_portal")
        cls.other = new_test_user(cls.env, "other-shopper", "base.group_portal")

    @classmethod
    def _buy(cls, *products, **values):
        """Return an order of one piece of each, at 10 without taxes."""
        order = (
            cls.env["sale.order"]
            .with_company(cls.garden.company_id)
            .create(
                {
                    "partner_id": cls.shopper.partner_id.id,
                    "company_id": cls.garden.company_id.id,
                    "website_id": cls.garden.website_id.id,
                    "order_line": [
                        Command.create(
                            {
                                "product_id": product.product_variant_id.id,
                                "price_unit": 10.0,
                                "tax_ids": False,
                            }
                        )
                        for product in products
                    ],
                    **values,
                }
            )
        )
        return order

    def test_a_basket_tells_its_seals_before_it_is_confirmed(self):
        order = self._buy(self.honey, self.chard)
        self.assertEqual(
            order._get_basket_seals(),
            [
                (self.agroecological, ["Miel de monte"]),
                (self.cooperative, ["Miel de monte", "Acelga"]),
            ],
        )

    def test_what_was_sold_keeps_the_seals_of_that_day(self):
        order = self._buy(self.honey)
        order.action_confirm()
        self.grant.state = "withdrawn"
        self.assertEqual(order.order_line.chasqui_seal_ids, self.agroecological + self.cooperative)
        self.assertIn(self.agroecological, [seal for seal, _names in order._get_basket_seals()])

    def test_a_seal_retired_while_a_cart_holds_its_product_is_not_sold(self):
        order = self._buy(self.honey)
        self.agroecological.active = False
        order.action_confirm()
        self.assertEqual(order.order_line.chasqui_seal_ids, self.cooperative)

    def test_the_mail_of_the_order_tells_its_seals(self):
        order = self._buy(self.honey)
        order.action_confirm()
        template = self.env.ref("sale.mail_template_sale_confirmation")
        body = template._generate_template(order.ids, ["body_html"])[order.id]["body_html"]
        self.assertIn("/seals/agroecological", body)
        self.grant.seal_id = self.artisanal
        self.assertIn(
            "/seals/agroecological",
            template._generate_template(order.ids, ["body_html"])[order.id]["body_html"],
        )

    def test_sales_are_told_by_seal(self):
        self._buy(self.honey, self.chard).action_confirm()
        self.env.flush_all()
        groups = self.env["sale.report"]._read_group(
            [("company_id", "=", self.garden.company_id.id)], ["chasqui_seal_ids"], ["price_total:sum"]
        )
        amounts = dict(groups)
        self.assertEqual(amounts[self.agroecological], 10.0)
        self.assertEqual(amounts[self.cooperative], 20.0)

    def test_a_year_tells_the_share_of_each_kind(self):
        self._buy(self.honey, self.chard).action_confirm()
        self.grant.state = "withdrawn"
        [year] = self.shopper.partner_id._get_food_year(self.today.year)
        self.assertEqual(year["total"], 20.0)
        self.assertEqual(
            year["parts"], {"agroecological": (10.0, 50), "cooperative": (20.0, 100), "near": (0.0, 0)}
        )
        self.assertFalse(self.shopper.partner_id._get_food_year(self.today.year - 1))
        self.assertFalse(self.other.partner_id._get_food_year(self.today.year))

    def test_a_year_begins_when_it_does_where_the_shopper_is(self):
        self.shopper.tz = "America/Argentina/Buenos_Aires"
        order = self._buy(self.honey)
        order.action_confirm()
        order.date_order = datetime(2025, 1, 1, 2, 30)
        self.assertTrue(self.shopper.partner_id._get_food_year(2024))
        self.assertFalse(self.shopper.partner_id._get_food_year(2025))

    def test_the_page_of_the_year_is_for_who_signed_in(self):
        self._buy(self.honey).action_confirm()
        answer = self._visit(self.garden, "/my/year", allow_redirects=False)
        self.assertIn("/web/login", answer.headers["Location"])
        self.authenticate("seal-shopper", "seal-shopper")
        for query in ("", "?year=abc", "?year=99999999999", "?year=-1", f"?year={date.today().year - 1}"):
            self.assertEqual(self.url_open(f"/my/year{query}").status_code, 200, query)

    def test_search_engines_read_who_certified_what(self):
        self.grant.verifier = "Comisión del Oeste"
        self._grant(self.env.ref("chasqui_seals.seal_seasonal"), self.honey)
        page = html.fromstring(self._visit(self.garden, self.honey.website_url).text)
        scripts = [json.loads(each.text) for each in page.xpath("//script[@type='application/ld+json']")]
        data = next(item for each in scripts if isinstance(each, list) for item in each)
        found = {item["name"]: item for item in data["hasCertification"]}
        self.assertEqual(found["Agroecológico"]["issuedBy"]["name"], "Comisión del Oeste")
        self.assertEqual(found["Agroecológico"]["expires"], (self.today + timedelta(days=30)).isoformat())
        self.assertEqual([item["name"] for item in data["additionalProperty"]], ["De temporada"])

    def test_labels_are_of_seals_in_force_alone(self):
        label = self.env["chasqui.seal.label"].create(
            {"grant_ids": self.grant.ids, "size": "medium", "quantity": 25}
        )
        self.assertEqual(label.action_print()["report_name"], "chasqui_seals.seal_labels")
        self.assertEqual([len(sheet) for sheet in label._get_sheets()], [7, 2])
        sheet = self.env["ir.actions.report"]._render_qweb_html("chasqui_seals.report_seal_label", label.ids)[
            0
        ]
        self.assertEqual(sheet.count(b"data:image/png;base64"), 25)
        self.assertEqual(sheet.count(b"data:image/svg+xml;base64"), 25)
        label.quantity = 99999
        with self.assertRaises(UserError):
            label.action_print()
        label.quantity = 1
        self.grant.date_to = self.today - timedelta(days=1)
        with self.assertRaises(UserError):
            label.action_print()

    def test_labels_come_out_of_the_printer_in_their_true_size(self):
        label = self.env["chasqui.seal.label"].create({"grant_ids": self.grant.ids, "size": "medium"})
        width, height = self._measure(self._print(label))
        self.assertAlmostEqual(width, 3 * 63, delta=2)
        self.assertAlmostEqual(height, 7 * 38, delta=3)

    def _print(self, label):
        reports = self.env["ir.actions.report"].with_context(force_report_rendering=True)
        return reports._render_qweb_pdf("chasqui_seals.report_seal_label", label.ids)[0]

    def _measure(self, pdf):
        """Return the width and height of what is drawn on the first page, in mm."""
        drawn = subprocess.run(
            ["pdftoppm", "-l", "1", "-r", "100", "-gray", "-"], input=pdf, capture_output=True, check=True
        )
        left, top, right, bottom = ImageOps.invert(Image.open(io.BytesIO(drawn.stdout))).getbbox()
        return (right - left) * 0.254, (bottom - top) * 0.254
