from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from odoo.addons.chasqui_store.controllers.public_form import PublicForm
from odoo.addons.chasqui_store.form_input import clean_line, clean_text, is_robot, parse_email

MESSAGES_PER_HOUR = 5
PAGE = {"type": "http", "auth": "public", "website": True}


class ChasquiContactPages(http.Controller, PublicForm):
    """Write to the incubator from the platform's site, or report what is not right."""

    # === ROUTES === #

    @http.route("/contact", **PAGE, sitemap=True)
    def contact_platform(self, **post):
        self._check_platform()
        kinds = request.env["chasqui.contact"]._fields["kind"]._description_selection(request.env)
        values = {"kinds": kinds, "values": post}
        if request.httprequest.method == "POST":
            if is_robot(post):
                return request.redirect("/contact/thanks")
            try:
                values_to_write = self._parse_message(dict(kinds), post)
                self._check_rate("contact", MESSAGES_PER_HOUR)
            except UserError as error:
                values["error"] = str(error)
            else:
                request.env["chasqui.contact"]._write_to_us(values_to_write)
                return request.redirect("/contact/thanks")
        return request.render("chasqui_portal.contact_form", values)

    @http.route("/contact/thanks", **PAGE, readonly=True, sitemap=False)
    def contact_thanks(self, **_kw):
        self._check_platform()
        return request.render("chasqui_portal.contact_thanks")

    # === BUSINESS METHODS === #

    def _check_platform(self):
        if not request.website.is_chasqui_platform:
            raise request.not_found()

    def _parse_message(self, kinds, post):
        """Return the values of a message, or raise what is missing in a sentence."""
        values = {
            "kind": clean_line(post.get("kind")),
            "body": clean_text(post.get("body")),
            "page": clean_line(post.get("page"), 400),
            "contact_name": clean_line(post.get("contact_name")),
            "contact_phone": clean_line(post.get("contact_phone"), 40),
            "contact_email": parse_email(request.env, post.get("contact_email")),
        }
        if values["kind"] not in kinds:
            raise UserError(request.env._("Choose what it is about."))
        if not (values["body"] and values["contact_name"]):
            raise UserError(request.env._("Write your name, and what you want to tell us."))
        return values
