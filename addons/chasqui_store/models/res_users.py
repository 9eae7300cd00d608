from odoo import Command, api, fields, models
from odoo.exceptions import ValidationError
from odoo.http import request

from .chasqui_store_member import ROLE_GROUPS, ROLE_LEVELS

# Whoever holds one of these can read and change every store, by design of Odoo.
ADMINISTRATOR_GROUPS = ("base.group_system", "base.group_erp_manager")
DESIGNER_GROUPS = ("website.group_website_designer", "base.group_sanitize_override")


class ResUsers(models.Model):
    _inherit = "res.users"

    chasqui_member_ids = fields.One2many(
        comodel_name="chasqui.store.member", inverse_name="user_id", string="Works For"
    )

    @api.constrains("group_ids")
    def _check_store_staff_groups(self):
        """Keep groups that reach every store away from those who work for one."""
        operators = self.env.ref("chasqui_store.group_operator")
        for user in self.filtered(lambda user: operators in user.all_group_ids):
            forbidden = user._get_chasqui_forbidden_groups() & user.all_group_ids
            if forbidden:
                raise ValidationError(
                    self.env._(
                        "%(user)s works for a store and cannot also hold “%(group)s”, "
                        "which reaches every store.",
                        user=user.name,
                        group=forbidden[0].sudo().full_name,
                    )
                )

    # --- CRUD

    @api.model_create_multi
    def create(self, vals_list):
        users = super().create(vals_list)
        users._open_every_store()
        return users

    def write(self, vals):
        res = super().write(vals)
        if "group_ids" in vals:
            self._open_every_store()
        return res

    def _open_every_store(self):
        """Let the incubator's people into the companies of all stores, which they support."""
        incubator = self.env.ref("chasqui_store.group_incubator")
        users_sudo = self.sudo().filtered(lambda user: incubator in user.all_group_ids)
        if users_sudo:
            users_sudo._join_companies(self.env["chasqui.store"]._get_all_companies())

    def _join_companies(self, companies):
        for user_sudo in self.sudo():
            missing = companies - user_sudo.company_ids
            if missing:
                user_sudo.write({"company_ids": [Command.link(id_) for id_ in missing.ids]})

    # --- business

    def _get_chasqui_forbidden_groups(self):
        """Return the groups that this member of a store or of the incubator may not hold.

        Only the web editors of the platform website are trusted as designers.
        """
        is_web_editor = self.env.ref("chasqui_store.group_web_editor") in self.all_group_ids
        xmlids = ADMINISTRATOR_GROUPS if is_web_editor else ADMINISTRATOR_GROUPS + DESIGNER_GROUPS
        return self.env["res.groups"].union(*map(self.env.ref, xmlids))

    def _apply_store_roles(self):
        """Give users the groups and companies that their memberships amount to."""
        for user_sudo in self.sudo().filtered(lambda user: not user._has_platform_role()):
            members_sudo = user_sudo.chasqui_member_ids
            if members_sudo:
                best = max(members_sudo.mapped("role"), key=ROLE_LEVELS.get)
                user_sudo.write(
                    {
                        "active": True,
                        "company_ids": [Command.link(id_) for id_ in members_sudo.company_id.ids],
                        "group_ids": user_sudo._prepare_role_commands(best),
                    }
                )

    def _prepare_role_commands(self, role):
        """Return the commands that leave a user with the group of one role of a store, or none."""
        to_id = self.env["ir.model.data"]._xmlid_to_res_id
        return [
            (Command.link if name == role else Command.unlink)(to_id(xmlid))
            for name, xmlid in ROLE_GROUPS.items()
        ]

    def _get_store_role(self):
        """Return the role that this user has at stores, or nothing."""
        self.ensure_one()
        roles = [role for role, xmlid in ROLE_GROUPS.items() if self.has_group(xmlid)]
        return roles[-1] if roles else None

    def _leave_companies(self, companies):
        """Take users out of companies; the account of who has no other company left sleeps."""
        for user_sudo in self.sudo().filtered(lambda user: not user._has_platform_role()):
            rest = user_sudo.company_ids - companies
            if rest:
                home = user_sudo.company_id if user_sudo.company_id in rest else rest[0]
                vals = {"company_id": home.id, "company_ids": [Command.set(rest.ids)]}
            else:
                vals = {"active": False, "group_ids": user_sudo._prepare_role_commands(None)}
            user_sudo.write(vals)

    def _has_platform_role(self):
        """Tell whether this user's companies and groups are for the platform to decide."""
        return self._is_admin() or self.has_group("chasqui_store.group_incubator")

    def _is_chasqui_store_staff(self):
        """Tell whether this user works for a store, and for nobody above the stores."""
        self.ensure_one()
        if not self._is_internal() or self._has_platform_role():
            return False
        if self.has_group("chasqui_store.group_operator"):
            return True
        companies_sudo = self.env["res.company"].sudo().browse(self._get_company_ids())
        return bool(companies_sudo.with_context(active_test=False).chasqui_store_ids)

    def _get_company_ids(self):
        """Add the company of the store that a shopper is visiting.

        Odoo caches what super returns; this is added outside of that cache, and lasts as long as the
        request that set it.
        """
        company_ids = super()._get_company_ids()
        visited_id = self._get_visited_company_id()
        if visited_id and visited_id not in company_ids:
            return (*company_ids, visited_id)
        return company_ids

    def _get_visited_company_id(self):
        """Return the id of the company of the store that this shopper visits in this request."""
        visit = getattr(request, "chasqui_visit", None) if request else None
        return visit[1] if visit and visit[0] == self.id else False

    @api.model
    def _signup_create_user(self, values):
        """Make a shopper's account at home on the platform, whichever store it was opened at.

        Odoo puts it in the company of the website, which would make the shopper one of that store's
        people for good, and unknown at the others.
        """
        user = super()._signup_create_user(values)
        website = self.env["website"].get_current_website()
        if website._get_chasqui_store_id() and not website.specific_user_account:
            user._move_to_platform_company()
        return user

    def _move_to_platform_company(self):
        """Take shoppers and their addresses out of the company of any one store."""
        company = self.env["res.company"]._get_main_company()
        self.sudo().write({"company_id": company.id, "company_ids": [Command.set(company.ids)]})
        addresses = self.env["res.partner"].sudo().with_context(active_test=False)
        addresses.search([("id", "child_of", self.partner_id.ids)]).company_id = False
