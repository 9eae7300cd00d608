from odoo import http
from odoo.http import request

from odoo.addons.website_blog.controllers.main import WebsiteBlog


class ChasquiNews(WebsiteBlog):
    @http.route()
    def blog(self, *args, **kwargs):
        """Show the platform's news as cards in its own look; other websites keep Odoo's."""
        response = super().blog(*args, **kwargs)
        if request.website.is_chasqui_platform and getattr(response, "template", None):
            response.template = "chasqui_portal.news"
        return response

    @http.route()
    def blog_post(self, *args, **kwargs):
        response = super().blog_post(*args, **kwargs)
        if request.website.is_chasqui_platform and getattr(response, "template", None):
            response.template = "chasqui_portal.news_post"
            request.update_context(chasqui_written=response.qcontext["blog_post"].content or "")
        return response
