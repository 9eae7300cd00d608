import io
import json
import zipfile

from odoo.exceptions import AccessDenied, UserError
from odoo.http import content_disposition, request, route

from .my_home import ChasquiMyHome
from .my_purchases import PAGE

WRONG_PASSWORDS_PER_HOUR = 5


class ChasquiMyData(ChasquiMyHome):
    """What is kept about a shopper: to see, to take along, to delete; and who looked at it."""

    @route("/my/data", **PAGE)
    def my_data(self, **_kwargs):
        if not self._is_at_portal():
            return self._go_to_portal_page()
        return request.render("chasqui_portal.my_data", self._prepare_data_values())

    def _prepare_data_values(self, **values):
        partner_sudo = request.env.user.partner_id.sudo()
        return {
            "page_name": "data",
            "stores": partner_sudo.chasqui_dealing_company_ids.chasqui_store_ids.sorted("name"),
            "looks": request.env["chasqui.person.look"]._get_looks(partner_sudo),
            "is_staff": not request.env.user.share,
            "reasons": [],
            **values,
        }

    @route("/my/data/export", type="http", auth="user", website=True, sitemap=False, readonly=True)
    def export_data(self, **_kwargs):
        """Return all that is kept, in one file to read and one for programs."""
        sections = request.env.user._get_chasqui_data()
        values = {"sections": sections, "lang": (request.env.lang or "es").replace("_", "-")}
        page = request.env["ir.qweb"]._render("chasqui_portal.my_data_file", values)
        for_programs = {name: {"title": title, "rows": rows} for name, title, rows in sections}
        file = io.BytesIO()
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr("chasqui.html", f"<!DOCTYPE html>\n{page}")
            archive.writestr("chasqui.json", json.dumps(for_programs, ensure_ascii=False, indent=2))
        return request.make_response(
            file.getvalue(),
            [
                ("Content-Type", "application/zip"),
                ("Content-Disposition", content_disposition("chasqui.zip")),
                ("Cache-Control", "no-store"),
            ],
        )

    @route("/my/data/delete", type="http", auth="user", website=True, methods=["POST"], sitemap=False)
    def delete_account(self, password="", **_kwargs):
        """Delete the account of who knows its password and has nothing left to settle."""
        user = request.env.user
        if not user.share:
            return self._refuse_to_delete(request.env._("A staff account is ended by whom you work for."))
        if not self._is_password(password):
            return self._refuse_to_delete(request.env._("That is not your password."))
        try:
            with request.env.cr.savepoint():
                user.partner_id._chasqui_leave()
        except UserError as error:
            return self._refuse_to_delete(*str(error).split("\n"))
        request.session.logout(keep_db=True)
        return request.redirect("/chasqui/goodbye")

    def _is_password(self, password):
        user = request.env.user
        attempts = request.env["chasqui.attempt"]
        key = f"delete account {user.id}"
        if attempts._get(key)[0] >= WRONG_PASSWORDS_PER_HOUR:
            return False
        credential = {"type": "password", "login": user.login, "password": password}
        try:
            user._check_credentials(credential, {"interactive": True})
        except AccessDenied:
            attempts._add(key)
            return False
        return True

    def _refuse_to_delete(self, *reasons):
        return request.render("chasqui_portal.my_data", self._prepare_data_values(reasons=reasons))

    @route("/chasqui/goodbye", type="http", auth="public", website=True, sitemap=False)
    def goodbye(self, **_kw):
        return request.render("chasqui_portal.goodbye")

    @route()
    def security(self, **post):
        """Override: one password for all stores is changed in one place, for those who buy."""
        if request.env.user.share and request.website._get_chasqui_store() and not self._is_at_portal():
            return self._go_to_portal_page()
        return super().security(**post)

    @route()
    def deactivate_account(self, validation, password, **post):
        """Override: Odoo's button would leave the name and the address; ours asks first what is open."""
        if not request.website._is_chasqui_site():
            return super().deactivate_account(validation, password, **post)
        return self.delete_account(password=password)
