from odoo.tests import tagged
from odoo.tools import mute_logger

from .common_site import SiteCommon


@tagged("post_install", "-at_install")
class TestSiteSearch(SiteCommon):
    def test_any_page_of_a_shop_is_answered(self):
        for page in ("2", "0", "-1", "x", "", "99999999999999999999"):
            self.assertEqual(self._visit(self.garden, f"/shop?page={page}").status_code, 200, page)

    @mute_logger("odoo.addons.base.models.ir_qweb")  # what Odoo's own template has too much
    def test_any_page_of_odoos_own_search_is_answered(self):
        for page in ("2", "0", "-1", "x", "", "99999999999999999999", "%EF%BB%BF"):
            answer = self._visit(self.garden, f"/website/search?search=tomate&page={page}")
            self.assertEqual(answer.status_code, 200, page)
