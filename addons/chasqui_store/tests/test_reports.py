import io
from unittest.mock import patch

from odoo.tests import tagged
from odoo.tools.pdf import PdfFileReader

from .common_demo import DemoCommon

DOCUMENT = """<html><body><main>
    <div class="header">La Huerta %(number)s</div>
    <div class="article" data-oe-model="res.partner" data-oe-id="%(number)s"><p>Remito %(number)s</p></div>
    <div class="footer"><div>Gracias <div>Page <span class="page"/> / <span class="topage"/></div></div></div>
</main></body></html>"""


@tagged("post_install", "-at_install")
class TestReports(DemoCommon):
    def _prepare(self, html, plain):
        reports = self.env["ir.actions.report"]
        with patch.object(type(reports), "_chasqui_is_plain_wkhtmltopdf", lambda _self: plain):
            return reports._prepare_html(html, report_model="res.partner")

    def test_a_plain_binary_gets_header_and_footer_within_the_document(self):
        bodies, ids, header, footer, paper = self._prepare(DOCUMENT % {"number": 7}, plain=True)
        self.assertEqual(ids, [7])
        self.assertFalse(header or footer)
        text = bodies[0]
        self.assertLess(text.index("La Huerta 7"), text.index("Remito 7"))
        self.assertLess(text.index("Remito 7"), text.index("Gracias"))
        self.assertNotIn("Page", text[text.index("Gracias") :])
        self.assertEqual(paper["data-report-margin-top"], 10)

    def test_a_patched_binary_gets_them_apart_as_ever(self):
        bodies, _ids, header, footer, _paper = self._prepare(DOCUMENT % {"number": 7}, plain=False)
        self.assertNotIn("La Huerta 7", bodies[0])
        self.assertIn("La Huerta 7", header)
        self.assertIn("Gracias", footer)

    def test_several_documents_are_printed_one_by_one_and_joined(self):
        pdf = self.env["ir.actions.report"]._run_wkhtmltopdf(
            ["<html><body>uno</body></html>", "<html><body>dos</body></html>"]
        )
        self.assertEqual(PdfFileReader(io.BytesIO(pdf)).getNumPages(), 2)

    def test_the_picking_sheet_names_the_store(self):
        env = self._as("huerta-operacion", self.huerta)
        picking = env["stock.picking"].search([("company_id", "=", self.huerta.company_id.id)], limit=1)
        report = self.env.ref("stock.action_report_picking")
        picking = picking or env["stock.picking"].create(self._prepare_picking_vals(env))
        html = env["ir.actions.report"]._render_qweb_html(report, picking.ids)[0]
        bodies = self._prepare(html, plain=True)[0]
        self.assertIn("La Huerta del Oeste", bodies[0])

    def _prepare_picking_vals(self, env):
        warehouse = env["stock.warehouse"].search([("company_id", "=", self.huerta.company_id.id)], limit=1)
        return {
            "picking_type_id": warehouse.out_type_id.id,
            "location_id": warehouse.lot_stock_id.id,
            "location_dest_id": env.ref("stock.stock_location_customers").id,
        }
