from odoo import api, models

PAGES = ("ir.ui.view", "website.page")


class Website(models.Model):
    """Who may not edit a page with the website builder reads where it is written, and by whom."""

    _inherit = "website"

    def get_chasqui_edit_advice(self, model=None, record_id=None):
        """Return what to tell a person who wants to edit a page of this website; nothing to who may.

        The website builder opens for whoever may edit anything, and then has its blocks greyed out.

        :param model: of what the page is about, as a product; of the page itself where it is of nothing
        :return: ``{"text", "action", "label"}``, the action being the place to go to, or False
        """
        self.ensure_one()
        if not self._is_chasqui_site():
            return False
        is_of_store = bool(self._get_chasqui_store_id())
        if self._is_chasqui_page_editable(is_of_store, model, record_id):
            return False
        return self._prepare_store_edit_advice() if is_of_store else self._prepare_platform_edit_advice()

    @api.model
    def _is_chasqui_page_editable(self, is_of_store, model, record_id):
        if model in PAGES or model not in self.env or not record_id:
            return not is_of_store and self.env.user.has_group("website.group_website_designer")
        return self.env[model].browse(record_id).has_access("write")

    def _prepare_store_edit_advice(self):
        store = self._get_chasqui_store().sudo(False)
        if not store.has_access("read"):
            return {"text": self.env._("The staff of this store writes its pages."), "action": False}
        return {
            "text": self.env._(
                "The pages of %s are made of what its managers write in the back office, under “Site”.",
                store.name,
            ),
            "action": {
                "type": "ir.actions.act_window",
                "name": store.name,
                "res_model": "chasqui.store",
                "res_id": store.id,
                "views": [[False, "form"]],
            },
            "label": self.env._("Go to the store"),
        }

    @api.model
    def _prepare_platform_edit_advice(self):
        if not self.env["chasqui.store"]._is_platform_staff():
            return {"text": self.env._("The platform's staff writes this page."), "action": False}
        names = self.env["res.users"]._get_web_editor_names()
        if names:
            text = self.env._(
                "This page is written by the web editors of the platform: %s. "
                "Ask one of them to change it, or to make you a web editor.",
                ", ".join(names),
            )
        else:
            text = self.env._(
                "The web editors of the platform write this page, and there is none yet. "
                "Ask the administrator to name one."
            )
        return {
            "text": text,
            "action": "chasqui_store.platform_team_action",
            "label": self.env._("Team of the platform"),
        }
