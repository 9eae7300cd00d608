import functools

from odoo.http import request


def kept_page(draw):
    """Let a page of the portal be drawn once for all anonymous visitors, until something it shows changes.

    Put it between `@route` and the method:

        @http.route("/news", **PUBLIC_PAGE)
        @kept_page
        def news(self, **kw): ...

    It does nothing where there are parameters, or somebody is signed in. What the page reads must be of
    models with `chasqui.shown.mixin`, else an edit shows after five minutes only.
    """

    @functools.wraps(draw)
    def visit(self, *args, **kwargs):
        return request.website._get_kept_page(lambda: draw(self, *args, **kwargs))

    return visit
