"""What the pages of news and figures read; see `chasqui.shown.mixin`."""

from odoo import models


class BlogBlog(models.Model):
    _name = "blog.blog"
    _inherit = ["chasqui.shown.mixin", "blog.blog"]

    _chasqui_directory_fields = frozenset()


class BlogPost(models.Model):
    _name = "blog.post"
    _inherit = ["chasqui.shown.mixin", "blog.post"]

    _chasqui_directory_fields = frozenset()


class ChasquiFigure(models.Model):
    _name = "chasqui.figure"
    _inherit = ["chasqui.shown.mixin", "chasqui.figure"]

    _chasqui_directory_fields = frozenset()
