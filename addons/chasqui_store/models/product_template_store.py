from odoo import models


class ProductTemplate(models.Model):
    _inherit = "product.template"

    def _get_chasqui_store_url(self):
        """Return the product's page at its store, if visitors may see it there."""
        template_sudo = self.sudo()
        store_sudo = template_sudo.company_id.chasqui_store_ids[:1]
        if store_sudo.state not in ("open", "paused") or not (
            template_sudo.active and template_sudo.sale_ok and template_sudo.is_published
        ):
            return False
        return store_sudo.website_id.domain + template_sudo.website_url

    def _get_chasqui_picture_url(self, field):
        """Return the address of the product's picture at its store, for pages of any site."""
        site_sudo = self.sudo().company_id.chasqui_store_ids[:1].website_id
        return (site_sudo.domain or "") + self.env["website"].image_url(self, field)
