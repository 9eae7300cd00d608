import inspect
from functools import lru_cache

import werkzeug.exceptions

from odoo import models
from odoo.http import Response, request

# Of a path as it was decoded: browsers never send them, and what draws addresses of pages refuses them.
DOTS = {".", ".."}


class IrHttp(models.AbstractModel):
    _inherit = "ir.http"

    @classmethod
    def _match(cls, path):
        """Answer plainly what no browser asks for, and what ends in errors wherever it is looked up."""
        if "\0" in path or b"%00" in request.httprequest.query_string or DOTS & set(path.split("/")):
            refusal = Response("Bad Request", status=400, content_type="text/plain; charset=utf-8")
            werkzeug.exceptions.abort(refusal)
        rule, args = super()._match(path)
        if any(isinstance(value, models.BaseModel) and not value.ids for value in args.values()):
            # `/blog/0`: no record, of which no page can be named
            raise werkzeug.exceptions.NotFound
        return rule, args

    @classmethod
    def _dispatch(cls, endpoint):
        """Take out what the database refuses, and refuse addresses that lack what their page needs."""
        if request.dispatcher.routing_type == "http":
            request.params = {name: without_nulls(value) for name, value in request.params.items()}
            missing = get_required(endpoint.func) - request.params.keys()
            if missing:
                raise werkzeug.exceptions.BadRequest(f"Missing: {', '.join(sorted(missing))}")
        return super()._dispatch(endpoint)


def without_nulls(value):
    return value.replace("\0", "") if isinstance(value, str) else value


@lru_cache(maxsize=4096)
def get_required(page):
    """Return the names that a controller's method must be called with."""
    named = (inspect.Parameter.POSITIONAL_OR_KEYWORD, inspect.Parameter.KEYWORD_ONLY)
    return frozenset(
        name
        for name, parameter in inspect.signature(page).parameters.items()
        if parameter.kind in named and parameter.default is inspect.Parameter.empty
    )
