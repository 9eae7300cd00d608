from odoo import models
from odoo.http import request


class WebsiteSeoMetadata(models.AbstractModel):
    """What networks show of a link to the platform: a picture of its own for each page."""

    _inherit = "website.seo.metadata"

    def _default_website_meta(self):
        meta = super()._default_website_meta()
        if request.website.is_chasqui_platform:
            self._show_chasqui_social_picture(meta)
        return meta

    def _show_chasqui_social_picture(self, meta):
        picture = request.website._get_chasqui_social_url(request.httprequest.path)
        meta["default_opengraph"].update(
            {"og:image": picture, "og:image:width": "1200", "og:image:height": "630"}
        )
        meta["default_twitter"]["twitter:image"] = picture
