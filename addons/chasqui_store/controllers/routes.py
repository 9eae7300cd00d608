"""What the routes of our public pages have in common."""

from odoo.http import request

PUBLIC_PAGE = {"type": "http", "auth": "public", "website": True, "readonly": True}
# Parts of pages: the same address in all languages, and no business of search engines.
PAGE_PART = {**PUBLIC_PAGE, "multilang": False, "sitemap": False}


def lead_to_platform():
    """Return where a page of the platform is to be looked for instead: a store's host leads there.

    :return: nothing on the platform's own site
    :raise werkzeug.exceptions.NotFound: on a site that is none of ours
    """
    if request.website.is_chasqui_platform:
        return None
    if not request.website._get_chasqui_store():
        raise request.not_found()
    path = request.httprequest.full_path.rstrip("?")
    return request.redirect(request.env["chasqui.store"]._get_platform_url() + path, code=301, local=False)
