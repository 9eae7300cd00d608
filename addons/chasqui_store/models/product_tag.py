import base64

from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.tools.mimetypes import guess_mimetype


class ProductTag(models.Model):
    _inherit = "product.tag"

    @api.constrains("image")
    def _check_image(self):
        """Refuse drawings that can carry scripts: shoppers' browsers would run them."""
        for tag in self:
            if tag.image and "svg" in guess_mimetype(base64.b64decode(tag.image)):
                raise ValidationError(self.env._("Use a picture (PNG, JPEG or WebP), not a drawing (SVG)."))
