from odoo import models


class ProductProduct(models.Model):
    _inherit = "product.product"

    def _to_markup_data(self, website):
        """Let search engines read who certified what, until when; what is only declared is a property."""
        data = super()._to_markup_data(website)
        grants = self.product_tmpl_id._get_valid_seal_grants().get(self.product_tmpl_id.id, ())
        declared = [grant for grant in grants if grant.seal_id.granting == "self"]
        certified = [grant for grant in grants if grant.seal_id.granting != "self"]
        if certified:
            data["hasCertification"] = [grant._to_markup_data() for grant in certified]
        if declared:
            data["additionalProperty"] = [grant._to_markup_property() for grant in declared]
        return data
