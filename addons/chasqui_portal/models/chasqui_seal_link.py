from odoo import api, models
from odoo.tools import SQL


class ChasquiSealLink(models.Model):
    _inherit = "chasqui.seal.link"

    @api.model
    def _sync(self, which, which_links, records):
        """Let the portal's search know which products gained or lost a seal."""
        before = self._get_linked_products(which_links)
        super()._sync(which, which_links, records)
        self.env["chasqui.portal.product"]._queue(before | self._get_linked_products(which_links))

    @api.model
    def _get_linked_products(self, which_links):
        self.flush_model()
        return {
            product_id
            for (product_id,) in self.env.execute_query(
                SQL("SELECT DISTINCT product_tmpl_id FROM chasqui_seal_link WHERE %s", which_links)
            )
        }


class ChasquiSealGrant(models.Model):
    _inherit = "chasqui.seal.grant"

    def unlink(self):
        """The links go with their grant, in the database itself."""
        products = self.env["chasqui.seal.link"]._get_linked_products(SQL("grant_id = ANY(%s)", self.ids))
        res = super().unlink()
        self.env["chasqui.portal.product"]._queue(products)
        return res
