from odoo import fields, http
from odoo.http import request

from odoo.addons.website_blog.controllers.main import WebsiteBlog

from ..tools.query_string import QueryString

DAYS = ("date_begin", "date_end")
TEXTS = ("search", "tag")
STATES = ("published", "unpublished")  # that who arranges pages chooses from
FEED = 15  # posts


def tidy(asked):
    """Return what is asked of the news without what Odoo fails at: pages, days, states that are none."""
    given = QueryString({name: str(value) for name, value in asked.items() if isinstance(value, str | int)})
    tidied = {name: given.text(name) for name in TEXTS if asked.get(name)}
    tidied |= {name: asked[name] for name in DAYS if is_day(given.text(name))}
    tidied["page"] = given.number("page") or 1
    if request.env.user.has_group("website.group_website_designer"):
        tidied["state"] = given.choice("state", STATES)
    if asked.get("blog"):
        tidied["blog"] = asked["blog"]
    return tidied


def is_day(text):
    try:
        return bool(fields.Datetime.to_datetime(text))
    except ValueError:
        return False


class ChasquiNews(WebsiteBlog):
    @http.route()
    def blog(self, *args, **kwargs):
        """Show the platform's news as cards in its own look; other websites keep Odoo's."""
        response = super().blog(*args, **tidy(kwargs))
        if request.website.is_chasqui_platform and getattr(response, "template", None):
            response.template = "chasqui_portal.news"
        return response

    @http.route()
    def blog_feed(self, blog, limit="", **kwargs):
        return super().blog_feed(blog, limit=QueryString({"limit": limit}).number("limit") or FEED, **kwargs)

    @http.route()
    def blog_post(self, *args, **kwargs):
        response = super().blog_post(*args, **kwargs)
        if request.website.is_chasqui_platform and getattr(response, "template", None):
            response.template = "chasqui_portal.news_post"
            request.update_context(chasqui_written=response.qcontext["blog_post"].content or "")
        return response
