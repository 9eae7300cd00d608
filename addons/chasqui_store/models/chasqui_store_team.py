from odoo import api, fields, models
from odoo.tools import single_email_re
from odoo.exceptions import UserError


class ChasquiStore(models.Model):
    """The team of a store."""

    _inherit = "chasqui.store"

    member_ids = fields.One2many(comodel_name="chasqui.store.member", inverse_name="store_id")

    def action_invite_member(self):
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Invite to the team"),
            "res_model": "chasqui.store.invite",
            "view_mode": "form",
            "target": "new",
            "context": {"default_store_id": self.id},
        }

    def _invite_member(self, name, login, role):
        """Add somebody to the team: an account of theirs if they have one, else a new one.

        :return: the new ``chasqui.store.member``, in the environment of who invites
        """
        self.ensure_one()
        login = (login or "").strip().lower()
        if not single_email_re.match(login):
            raise UserError(self.env._("“%s” is not an e-mail address.", login))
        member_model = self.env["chasqui.store.member"]
        member_model.check_access("create")
        user_sudo = self._get_user_by_login(login) or self._create_member_user(name, login)
        return member_model.create({"store_id": self.id, "user_id": user_sudo.id, "role": role})

    @api.model
    def _get_user_by_login(self, login):
        users_sudo = self.env["res.users"].sudo().with_context(active_test=False)
        return users_sudo.search([("login", "=ilike", login)], limit=1)

    def _create_member_user(self, name, login):
        """Create an account without any rights yet, and write the invitation to it."""
        company_sudo = self.sudo().company_id
        return (
            self.env["res.users"]
            .sudo()
            .create(
                {
                    "name": name or login,
                    "login": login,
                    "email": login,
                    "lang": self.env.lang,
                    "company_id": company_sudo.id,
                    "company_ids": [fields.Command.set(company_sudo.ids)],
                    "group_ids": [fields.Command.set(self.env.ref("base.group_user").ids)],
                }
            )
        )
