from odoo import api, models
from odoo.exceptions import ValidationError
from odoo.http import request


class BlogBlog(models.Model):
    """The news are the platform's: a store tells what is new on pages of its own."""

    _inherit = "blog.blog"

    @api.constrains("website_id")
    def _check_website_is_no_store(self):
        for blog in self:
            if blog.sudo().website_id.chasqui_store_ids:
                raise ValidationError(self.env._("A store's website has no blog: news are the platform's."))


class BlogPost(models.Model):
    _inherit = "blog.post"

    def _default_website_meta(self):
        """Show the page's picture where a post has no cover: Odoo would show none."""
        meta = super()._default_website_meta()
        if request.website.is_chasqui_platform and not meta["default_opengraph"]["og:image"]:
            self._show_chasqui_social_picture(meta)
        return meta
