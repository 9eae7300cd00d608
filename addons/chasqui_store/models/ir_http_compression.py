import gzip

import brotli

from odoo import api, models, tools
from odoo.http import request
from odoo.tools import config

SMALLEST = 1024
# For what is drawn anew each time: faster than gzip's own choice, and as good to a few percent.
LEVEL = 5
TYPES = frozenset(
    {
        "application/javascript",
        "application/json",
        "application/xml",
        "image/svg+xml",
        "text/css",
        "text/html",
        "text/javascript",
        "text/plain",
    }
)


class IrHttp(models.AbstractModel):
    """Text travels compressed also where no proxy does it: slow lines are what most shoppers have."""

    _inherit = "ir.http"

    @classmethod
    def _post_dispatch(cls, response):
        super()._post_dispatch(response)
        if cls._is_worth_compressing(response):
            cls._compress(response)

    @classmethod
    def _is_worth_compressing(cls, response):
        """Tell whether this answer is text, whole, and wanted compressed; a proxy does it by itself."""
        headers = request.httprequest.headers
        return (
            not config["proxy_mode"]
            and response.status_code == 200
            and request.httprequest.method == "GET"
            and "gzip" in headers.get("Accept-Encoding", "")
            and "Content-Encoding" not in response.headers
            and response.mimetype in TYPES
            and (response.direct_passthrough or not response.is_streamed)
            and (response.content_length or SMALLEST) >= SMALLEST
        )

    @classmethod
    def _compress(cls, response):
        response.direct_passthrough = False
        etag, _weak = response.get_etag()
        encoding = "gzip"
        if etag and response.cache_control.immutable:
            encoding = cls._get_best_encoding()
            response.data = request.env["ir.http"]._get_compressed(etag, encoding, response.get_data)
        else:
            response.data = gzip.compress(response.get_data(), LEVEL)
        response.headers["Content-Encoding"] = encoding
        response.headers.add("Vary", "Accept-Encoding")
        if etag:
            response.set_etag(etag, weak=True)  # these are not the bytes that it stood for

    @classmethod
    def _get_best_encoding(cls):
        """Return the encoding for what is compressed once: browsers take Brotli on safe connections only."""
        accepted = request.httprequest.headers.get("Accept-Encoding", "")
        return "br" if "br" in accepted.replace(" ", "").split(",") else "gzip"

    @api.model
    @tools.ormcache("etag", "encoding", cache="assets")
    def _get_compressed(self, etag, encoding, get_data):
        """Return what never changes compressed; remembered, since it takes long for a whole bundle."""
        if encoding == "br":
            return brotli.compress(get_data(), quality=9)
        return gzip.compress(get_data())
