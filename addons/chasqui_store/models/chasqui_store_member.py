from odoo import api, fields, models
from odoo.exceptions import AccessError, UserError

ROLE_GROUPS = {
    "operator": "chasqui_store.group_operator",
    "manager": "chasqui_store.group_manager",
}
ROLE_LEVELS = {role: level for level, role in enumerate(ROLE_GROUPS)}  # each holds those before


class ChasquiStoreMember(models.Model):
    """Somebody who works for a store, and as what.

    Managers keep their own team here, so that none of them needs Odoo's access rights, which reach
    every user and every company. What is written here becomes groups and companies of the user.
    """

    _name = "chasqui.store.member"
    _description = "Member of a store's team"
    _order = "store_id, role desc, id"
    _rec_name = "user_id"

    store_id = fields.Many2one(comodel_name="chasqui.store", required=True, index=True, ondelete="cascade")
    company_id = fields.Many2one(related="store_id.company_id", store=True, index=True)
    user_id = fields.Many2one(
        comodel_name="res.users", string="Person", required=True, index=True, ondelete="cascade"
    )
    login = fields.Char(related="user_id.login", related_sudo=True)
    role = fields.Selection(
        selection=[("operator", "Operator"), ("manager", "Manager")],
        required=True,
        default="operator",
    )

    _user_store_unique = models.UniqueIndex(
        "(store_id, user_id)", "This person already works for this store."
    )

    # --- CRUD

    @api.model_create_multi
    def create(self, vals_list):
        members = super().create(vals_list)
        members._check_people()
        members._check_role_elsewhere()
        members.user_id._apply_store_roles()
        return members

    def write(self, vals):
        if {"user_id", "store_id"} & vals.keys():
            raise UserError(self.env._("Remove this person from the team and invite the other one."))
        res = super().write(vals)
        if "role" in vals:
            self._check_role_elsewhere()
            self.user_id._apply_store_roles()
        return res

    def unlink(self):
        users = self.user_id
        companies_by_user = {
            user.id: self.filtered(lambda member, user=user: member.user_id == user).company_id
            for user in users
        }
        res = super().unlink()
        for user in users:
            user._leave_companies(companies_by_user[user.id])
        users._apply_store_roles()
        return res

    @api.ondelete(at_uninstall=False)
    def _unlink_except_oneself(self):
        if self.env.user in self.user_id and not self.env.su:
            raise UserError(self.env._("You cannot leave the team yourself: ask a colleague."))

    # --- business

    def _check_people(self):
        """Only people who have no other trust than a store's may be of a team."""
        for member_sudo in self.sudo():
            user_sudo = member_sudo.user_id
            if user_sudo.share:
                raise UserError(
                    self.env._(
                        "“%s” is a shopper's account. Who works for a store needs another account for "
                        "it: give another e-mail address.",
                        user_sudo.login,
                    )
                )

    def _check_role_elsewhere(self):
        """Refuse to change what somebody may do at another store.

        Odoo's groups hold for all companies of a user: a manager here is one there.
        """
        if self.env.su or not self.env.user._is_chasqui_store_staff():
            return
        for member_sudo in self.sudo():
            user_sudo = member_sudo.user_id
            elsewhere = user_sudo.company_ids - member_sudo.company_id
            if elsewhere and user_sudo._get_store_role() != member_sudo.role:
                raise AccessError(
                    self.env._(
                        "%s has another role at another store. Ask the platform's staff.",
                        user_sudo.name,
                    )
                )
