from odoo import api, fields, models, tools
from odoo.fields import Domain


class Website(models.Model):
    _inherit = "website"

    chasqui_store_ids = fields.One2many(
        comodel_name="chasqui.store",
        inverse_name="website_id",
        context={"active_test": False},
        help="The store that this website belongs to: at most one.",
    )

    def _get_chasqui_store(self):
        """Return the store whose website this is, as sudo; empty on the platform website."""
        return self.env["chasqui.store"].sudo().browse(self._get_chasqui_store_id() or [])

    @tools.ormcache("self.id")
    def _get_chasqui_store_id(self):
        """Return the id of the store whose website this is; asked on every request."""
        stores_sudo = self.env["chasqui.store"].sudo().with_context(active_test=False)
        return stores_sudo.search([("website_id", "=", self.id)], limit=1).id

    @api.depends("company_id.account_fiscal_country_id")
    def _compute_show_line_subtotals_tax_selection(self):
        """Keep how a store shows its prices: writing its address, even the same, is no reason to change."""
        of_stores = self.filtered("chasqui_store_ids")
        for website in of_stores:
            website.show_line_subtotals_tax_selection = (
                website.show_line_subtotals_tax_selection or "tax_included"
            )
        super(Website, self - of_stores)._compute_show_line_subtotals_tax_selection()

    def sale_product_domain(self):
        """Offer on a store's site what is the store's, also to staff of another who look at it.

        Odoo leaves it to record rules, which show visitors of another company the products of
        their own company on this site.
        """
        website = self.get_current_website()
        domain = Domain(super().sale_product_domain())
        if website._get_chasqui_store_id():
            companies_sudo = website.sudo().company_id.parent_ids
            domain &= Domain("company_id", "in", [False, *companies_sudo.ids])
        return domain

    def _get_product_available_qty(self, product, **kwargs):
        """Do not show as available what others hold."""
        kept = product.with_context(warehouse_id=self.warehouse_id.id).sudo().chasqui_kept_qty
        return super()._get_product_available_qty(product, **kwargs) - kept
