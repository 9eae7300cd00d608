from odoo import Command, api, fields, models
from odoo.exceptions import AccessError, UserError


class ResUsers(models.Model):
    """The incubator's people, and who of them writes the platform's pages."""

    _inherit = "res.users"

    is_chasqui_web_editor = fields.Boolean(
        string="Web editor",
        compute="_compute_is_chasqui_web_editor",
        compute_sudo=True,
        help="Writes the platform's pages with the website builder.",
    )

    # === COMPUTE METHODS === #

    @api.depends("all_group_ids")
    def _compute_is_chasqui_web_editor(self):
        editors = self.env.ref("chasqui_store.group_web_editor")
        for user in self:
            user.is_chasqui_web_editor = editors in user.all_group_ids

    # === ACTION METHODS === #

    def action_make_web_editor(self):
        self._check_names_web_editors()
        for user_sudo in self.sudo():
            if not user_sudo.has_group("chasqui_store.group_incubator"):
                raise UserError(self.env._("%s is not of the incubator's staff.", user_sudo.name))
        self.sudo().group_ids = [Command.link(self.env.ref("chasqui_store.group_web_editor").id)]

    def action_unmake_web_editor(self):
        """Take the website builder from people, who stay incubator staff."""
        self._check_names_web_editors()
        if self.env.user in self:
            raise UserError(self.env._("You cannot stop being a web editor yourself: ask a colleague."))
        to_id = self.env["ir.model.data"]._xmlid_to_res_id
        self.sudo().group_ids = [
            Command.link(to_id("chasqui_store.group_incubator")),
            Command.unlink(to_id("chasqui_store.group_web_editor")),
            Command.unlink(to_id("website.group_website_designer")),
        ]

    # === BUSINESS METHODS === #

    @api.model
    def _check_names_web_editors(self):
        """Let only web editors and administrators name others: nobody hands on a trust that they lack."""
        if not (self.env.is_system() or self.env.user.is_chasqui_web_editor):
            raise AccessError(
                self.env._("Only the web editors of the platform and administrators can choose web editors.")
            )

    @api.model
    def _get_web_editor_names(self):
        """Return the names of the platform's web editors, to tell the incubator's staff whom to ask."""
        return self.env.ref("chasqui_store.group_web_editor").sudo().all_user_ids.mapped("name")
