from odoo import http
from odoo.exceptions import UserError
from odoo.http import request

from ..form_input import clean_line, clean_text, is_robot, parse_count, parse_email
from ..shop_input import parse_id
from .public_form import PublicForm

APPLICATIONS_PER_HOUR = 5
WORDS_PER_HOUR = 20
PAGE = {"type": "http", "auth": "public", "website": True}


class ChasquiApplication(http.Controller, PublicForm):
    """Ask for a store, on the platform's site, and follow what became of it by a link."""

    # === ROUTES === #

    @http.route("/apply", **PAGE, sitemap=True)
    def apply(self, **post):
        self._check_platform()
        values = {**self._prepare_form_values(), "values": post}
        if request.httprequest.method == "POST":
            if is_robot(post):
                return request.redirect("/apply/thanks")
            try:
                values_to_write = self._parse_application(post)
                self._check_rate("apply", APPLICATIONS_PER_HOUR)
            except UserError as error:
                values["error"] = str(error)
            else:
                application_sudo = request.env["chasqui.store.application"]._apply(values_to_write)
                return request.redirect(f"/apply/{application_sudo.token}")
        return request.render("chasqui_store.application_form", values)

    @http.route("/apply/thanks", **PAGE, sitemap=False)
    def thanks(self, **_kw):
        self._check_platform()
        return request.render("chasqui_store.application_thanks")

    @http.route("/apply/<string:token>", **PAGE, sitemap=False)
    def application(self, token, words=None, **_post):
        """Show an application to whoever has its link, and let them add to it."""
        self._check_platform()
        application_sudo = request.env["chasqui.store.application"]._find_by_token(token)
        if not application_sudo:
            raise request.not_found()
        error = None
        if request.httprequest.method == "POST" and (text := clean_text(words)):
            try:
                self._check_rate("apply words", WORDS_PER_HOUR)
                application_sudo._add_words(text)
                return request.redirect(f"/apply/{token}")
            except UserError as refusal:
                error = str(refusal)
        return request.render(
            "chasqui_store.application_page",
            {"application": application_sudo, "error": error, "words": words},
            headers={"X-Robots-Tag": "noindex", "Referrer-Policy": "no-referrer"},
        )

    # === BUSINESS METHODS === #

    def _check_platform(self):
        if not request.website.is_chasqui_platform:
            raise request.not_found()

    def _prepare_form_values(self):
        country = request.env["chasqui.localization"].sudo()._get_default_country()
        kinds = request.env["chasqui.store.application"]._fields["kind"]
        return {
            "provinces": country.state_ids.sorted("name"),
            "kinds": kinds._description_selection(request.env),
        }

    def _parse_application(self, post):
        """Return the values of an application, or raise what is missing in a sentence."""
        _ = request.env._
        values = {
            "name": clean_line(post.get("name")),
            "kind": clean_line(post.get("kind")),
            "city": clean_line(post.get("city")),
            "state_id": self._parse_province(post.get("state_id")),
            "products": clean_text(post.get("products")),
            "people": parse_count(post.get("people")),
            "story": clean_text(post.get("story")),
            "contact_name": clean_line(post.get("contact_name")),
            "contact_phone": clean_line(post.get("contact_phone"), 40),
            "contact_email": parse_email(request.env, post.get("contact_email")),
        }
        if not (values["name"] and values["contact_name"]):
            raise UserError(_("Write the name of the organisation, and yours."))
        if values["kind"] not in dict(self._prepare_form_values()["kinds"]):
            raise UserError(_("Choose what kind of organisation it is."))
        if not (values["city"] and values["products"]):
            raise UserError(_("Tell us where you are and what you make."))
        if not post.get("consent"):
            raise UserError(_("Tell us that we may keep what you write, to be able to answer."))
        return values

    def _parse_province(self, text):
        return self._prepare_form_values()["provinces"].filtered(lambda state: state.id == parse_id(text)).id
