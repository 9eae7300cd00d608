import base64

from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..models.chasqui_seal_evidence import MAX_MEGABYTES

MAX_TRIES = 60  # of one address in an hour
MAX_FILES = 10
NOT_FOUND = 404


class ChasquiSealEvidence(http.Controller):
    """Where a producer without an account adds evidence to one claim, by a link."""

    @http.route(
        "/seal-evidence/<string:token>",
        type="http",
        auth="public",
        website=True,
        sitemap=False,
        methods=["GET", "POST"],
    )
    def evidence(self, token, **post):
        self._check_tries()
        if not request.website.is_chasqui_platform:
            raise request.not_found()
        grant_sudo = request.env["chasqui.seal.grant"]._get_by_producer_token(token)
        if not grant_sudo:
            return request.render("chasqui_seals.producer_link_over", status=NOT_FOUND)
        values = {"grant": grant_sudo, "post": post}
        if request.httprequest.method == "POST":
            values.update(self._add_evidence(grant_sudo, post))
        response = request.render("chasqui_seals.producer_evidence", values)
        response.headers["Referrer-Policy"] = "no-referrer"
        response.headers["X-Robots-Tag"] = "noindex"
        return response

    # === BUSINESS METHODS === #

    def _check_tries(self):
        """Guessing links, or filling the disk, ends soon."""
        key = f"seal-evidence:{request.httprequest.remote_addr}"
        if request.env["chasqui.attempt"].sudo()._add(key) > MAX_TRIES:
            raise request.not_found()

    def _add_evidence(self, grant_sudo, post):
        """Return what the page says of it: thanks, or why it was not taken, with what was written."""
        author = post.get("author", "")[:100]
        try:
            with request.env.cr.savepoint():
                grant_sudo._add_producer_evidence(author, self._prepare_evidence(post))
        except UserError as error:
            return {"error": str(error)}
        return {"done": True, "post": {"author": author}}

    def _prepare_evidence(self, post):
        name = (post.get("name") or "").strip()[:200]
        if not name:
            raise UserError(request.env._("Say in some words what it shows."))
        common = {"name": name, "note": (post.get("note") or "")[:5000]}
        files = [file for file in request.httprequest.files.getlist("file") if file.filename][:MAX_FILES]
        return [{**common, **self._prepare_file(file)} for file in files] or [
            {**common, "kind": "voucher", "voucher": (post.get("author") or "")[:100]}
        ]

    def _prepare_file(self, file):
        content = file.read(MAX_MEGABYTES * 1024 * 1024 + 1)  # one more than is taken, to be refused
        is_picture = (file.mimetype or "").startswith("image/")
        return {
            "kind": "photo" if is_picture else "document",
            "filename": file.filename,
            "file": base64.b64encode(content),
        }
