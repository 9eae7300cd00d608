from odoo import api, models
from odoo.exceptions import ValidationError


class BlogBlog(models.Model):
    """The news are the platform's: a store tells what is new on pages of its own."""

    _inherit = "blog.blog"

    @api.constrains("website_id")
    def _check_website_is_no_store(self):
        for blog in self:
            if blog.sudo().website_id.chasqui_store_ids:
                raise ValidationError(self.env._("A store's website has no blog: news are the platform's."))
