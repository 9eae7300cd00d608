from odoo import api, fields, models
from odoo.fields import Domain


class ProductTemplate(models.Model):
    _inherit = "product.template"

    chasqui_producer_id = fields.Many2one(
        comodel_name="res.partner",
        string="Producer",
        domain="[('is_chasqui_producer', '=', True)]",
        check_company=True,
        index="btree_not_null",
        help="Who made it; the store sells it.",
    )

    def _get_producer_sudo(self):
        """Return the producer for showing on the store's public pages."""
        return self.sudo().chasqui_producer_id

    @api.model
    def _search_get_detail(self, website, order, options):
        """Let the shop's search keep to one producer."""
        detail = super()._search_get_detail(website, order, options)
        if producer_id := options.get("chasqui_producer_id"):
            detail["base_domain"].append(Domain("chasqui_producer_id", "=", producer_id))
        return detail
