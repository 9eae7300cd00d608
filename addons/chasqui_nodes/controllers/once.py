"""A form that is sent again, because the phone lost the network before the answer came, is done once."""

import hashlib

from odoo.http import request

ONCE_KEY = "chasqui_once"
REMEMBERED = 20


def is_repeated(*parts):
    """Tell whether the same page sent the same before; each page has a token of its own.

    :param parts: what makes this deed different from others of the same page
    """
    token = request.httprequest.form.get("csrf_token", "")
    key = hashlib.sha256("\n".join([token, *map(str, parts)]).encode()).hexdigest()[:20]
    known = request.session.get(ONCE_KEY, [])
    if key in known:
        return True
    request.session[ONCE_KEY] = [*known, key][-REMEMBERED:]
    return False
