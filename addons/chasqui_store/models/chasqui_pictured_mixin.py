from werkzeug.urls import url_encode

from odoo import models
from odoo.tools.image import image_data_uri


class ChasquiPicturedMixin(models.AbstractModel):
    """Something with pictures that a store's pages show."""

    _name = "chasqui.pictured.mixin"
    _description = "With pictures for a store's pages"

    def _get_picture_url(self, field, **size):
        """Return the address of a picture; of one that is not saved yet, the picture itself.

        :param size: width or height that it is shown in
        """
        self.ensure_one()
        if self.env.context.get("chasqui_draft"):
            return image_data_uri(self[field])
        query = url_encode({**size, "unique": self.write_date.timestamp()})
        return f"/chasqui/picture/{self._name}/{self.id}/{field}?{query}"
