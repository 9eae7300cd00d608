from odoo import api, fields, models

from ..looks import pictures


class ChasquiPictureMixin(models.AbstractModel):
    """Draw again the pictures that people upload, whichever form or call they come by.

    What the superuser writes comes from an addon's data, or was drawn again already. Administrators
    may use drawings, as Odoo lets them: it draws the first portrait of each user that they create.
    The mixin comes before the model it is added to, which may go on as the superuser.
    """

    _name = "chasqui.picture.mixin"
    _description = "Pictures that are drawn again"

    @api.model_create_multi
    def create(self, vals_list):
        return super().create([self._clean_uploaded_pictures(vals) for vals in vals_list])

    def write(self, vals):
        return super().write(self._clean_uploaded_pictures(vals))

    @api.model
    def _clean_uploaded_pictures(self, vals):
        if self.env.is_system():
            return vals
        return pictures.clean(self.env, vals, filter(self._is_kept_picture, vals))

    @api.model
    def _is_kept_picture(self, fname):
        """Tell whether a field keeps a picture; those of variants hand theirs on to one that does."""
        field = self._fields.get(fname)
        return isinstance(field, fields.Image) and (field.store or field.related)


class ImageMixin(models.AbstractModel):
    """Products and their further pictures, categories of the shop, contacts and producers."""

    _name = "image.mixin"
    _inherit = ["chasqui.picture.mixin", "image.mixin"]


class ProductProduct(models.Model):
    _name = "product.product"
    _inherit = ["chasqui.picture.mixin", "product.product"]


class ProductTag(models.Model):
    _name = "product.tag"
    _inherit = ["chasqui.picture.mixin", "product.tag"]


class ProductAttributeValue(models.Model):
    _name = "product.attribute.value"
    _inherit = ["chasqui.picture.mixin", "product.attribute.value"]


class ResUsers(models.Model):
    """A user's own portrait, which Odoo writes as the superuser."""

    _name = "res.users"
    _inherit = ["chasqui.picture.mixin", "res.users"]
