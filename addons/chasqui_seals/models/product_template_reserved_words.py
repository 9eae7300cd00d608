from odoo import api, fields, models
from odoo.tools import html2plaintext

from ..tools.reserved_words import find_reserved_words


class ProductTemplate(models.Model):
    """Points out to whoever edits a product the words that the law keeps for certified goods."""

    _inherit = "product.template"

    seal_reserved_words = fields.Char(
        compute="_compute_seal_reserved_words",
        help="Words in its name or texts that are for certified goods, which this product is not.",
    )

    @api.depends("name", "description_sale", "description_ecommerce", "website_description")
    @api.depends_context("lang")
    def _compute_seal_reserved_words(self):
        certified = {
            product_id
            for product_id, grants in self._get_valid_seal_grants().items()
            if any(grant.seal_id._is_organic() for grant in grants)
        }
        for product in self:
            words = [] if product._origin.id in certified else find_reserved_words(*product._get_seal_texts())
            product.seal_reserved_words = ", ".join(words)

    def _get_seal_texts(self):
        """Return what this product says of itself to shoppers."""
        return [
            self.name,
            self.description_sale,
            *(
                html2plaintext(html)
                for html in (self.description_ecommerce, self.website_description)
                if html
            ),
        ]
