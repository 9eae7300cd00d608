from odoo import api, fields, models
from odoo.exceptions import UserError
from odoo.tools import single_email_re


class ChasquiStore(models.Model):
    """The team of a store."""

    _inherit = "chasqui.store"

    member_ids = fields.One2many(comodel_name="chasqui.store.member", inverse_name="store_id")

    @api.model_create_multi
    def create(self, vals_list):
        stores = super().create(vals_list)
        stores._open_to_incubator()
        return stores

    def write(self, vals):
        res = super().write(vals)
        if "company_id" in vals:
            self._open_to_incubator()
        return res

    def _open_to_incubator(self):
        """Let the incubator's people into the companies of these stores."""
        companies_sudo = self.sudo().company_id
        if companies_sudo:
            self.env.ref("chasqui_store.group_incubator").sudo().all_user_ids._join_companies(companies_sudo)

    @api.model
    def _get_all_companies(self):
        """Return the companies of all stores, open or not, and those they graduated from, as sudo."""
        stores_sudo = self.sudo().with_context(active_test=False).search([])
        return stores_sudo.company_id | stores_sudo.former_company_id

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
