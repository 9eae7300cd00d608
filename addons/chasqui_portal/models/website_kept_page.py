import re
import time
from urllib.parse import urlsplit

from odoo import models, tools
from odoo.http import Response, request

LIFETIME = 300  # seconds after which a page is drawn anew: days come, rounds close
# What a page tells one visitor once, after a form was sent
FLASHES = {"chasqui_flash", "chasqui_node_flash"}
TOKEN = re.compile(r"""(?<=csrf_token: ")[^"]+(?=")|(?<=name="csrf_token" value=")[^"]+(?=")""")


class CannotBeKept(Exception):
    """What was drawn is no page that others may see."""

    def __init__(self, response):
        super().__init__()
        self.response = response


class Website(models.Model):
    """Pages of the portal that are drawn once for all anonymous visitors, as Odoo keeps its own pages.

    They live in the same cache, and are drawn anew as soon as something that they show has changed,
    on every worker: the version of `chasqui.portal.change` is asked at each visit.
    """

    _inherit = "website"

    def _get_kept_page(self, draw):
        """Return the page that is asked for: as it was kept, or drawn by this function.

        :param draw: function that returns a response
        """
        if not self._may_keep_page():
            return draw()
        stamp = (*self.env["chasqui.portal.change"]._get_version(), int(time.time() // LIFETIME))
        key = (request.lang.code, request.httprequest.path)
        try:
            kept = self._read_kept_page(key, stamp, draw)
            if kept[0] != stamp:
                kept = self._draw_kept_page(stamp, draw)
                self._read_kept_page.__cache__.add_value(self, key, stamp, draw, cache_value=kept)
        except CannotBeKept as refusal:
            return refusal.response
        return self._to_response(kept)

    def _may_keep_page(self):
        """Tell whether this visitor gets what every other would: nobody in particular, nothing asked."""
        return (
            request.httprequest.method in ("GET", "HEAD")
            and not request.httprequest.args
            and not request.session.debug
            and not FLASHES & request.session.keys()
            and self.env.user._is_public()
            and "xml" not in tools.config["dev_mode"]
            and request.httprequest.host == urlsplit(self.domain or "").netloc
        )

    @tools.ormcache("self.id", "key", cache="templates.cached_values")
    def _read_kept_page(self, key, stamp, draw):
        return self._draw_kept_page(stamp, draw)

    def _draw_kept_page(self, stamp, draw):
        """Return `(stamp, parts of the page between its tokens, type)`."""
        response = draw()
        if not isinstance(response, Response) or response.status_code != 200:
            raise CannotBeKept(response)
        response.flatten()
        return stamp, tuple(TOKEN.split(response.get_data(as_text=True))), response.content_type

    def _to_response(self, kept):
        """Return the page with the visitor's own token, which forms are sent with."""
        _stamp, parts, content_type = kept
        return Response(request.csrf_token(None).join(parts), content_type=content_type)
