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

    def _get_chasqui_store_id(self):
        """Return the id of the store whose website this is; asked on every request."""
        return self._get_chasqui_store_ids().get(self.id, False)

    @api.model
    @tools.ormcache()
    def _get_chasqui_store_ids(self):
        """Return `{website id: store id}`: remembered together, since Odoo's cache holds so many things."""
        stores_sudo = self.env["chasqui.store"].sudo().with_context(active_test=False)
        found_sudo = stores_sudo.search_fetch([("website_id", "!=", False)], ["website_id"])
        return {store.website_id.id: store.id for store in found_sudo}

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
        return Domain(super().sale_product_domain()) & website._get_chasqui_company_domain()

    def _get_chasqui_company_domain(self):
        """Return the domain of what a store may sell on this site; on any other site, of everything."""
        if not self._get_chasqui_store_id():
            return Domain.TRUE
        return Domain("company_id", "in", [False, *self.sudo().company_id.parent_ids.ids])

    @api.model
    def _get_chasqui_shop(self):
        """Return the store's website that is being visited; none elsewhere."""
        website = self.get_current_website(fallback=False)
        return website if website and website._get_chasqui_store_id() else self.browse()

    def _get_product_available_qty(self, product, **kwargs):
        """Do not show as available what others hold."""
        kept = product.with_context(warehouse_id=self.warehouse_id.id).sudo().chasqui_kept_qty
        return super()._get_product_available_qty(product, **kwargs) - kept
