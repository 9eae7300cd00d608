from odoo import api, fields, models
from odoo.exceptions import AccessError
from odoo.tools import SQL

# With these one could sign in as a person, or make their documents one's own.
IDENTITY_FIELDS = {"email", "parent_id", "commercial_partner_id", "company_id", "active", "user_ids"}


class ResPartner(models.Model):
    _inherit = "res.partner"

    company_id = fields.Many2one(
        default=lambda self: self.env["res.company"]._get_store_staff_company(),
        help="Contacts that a store's staff create are the store's own; people who open an account "
        "have no company and are known to the stores that they deal with.",
    )
    chasqui_dealing_company_ids = fields.Many2many(
        comodel_name="res.company",
        relation="chasqui_partner_dealing",
        column1="partner_id",
        column2="company_id",
        string="Deals With",
        copy=False,
        readonly=True,
        groups="base.group_erp_manager",
        help="Companies that have a document with this contact; their staff can see it.",
    )

    # --- CRUD

    @api.model_create_multi
    def create(self, vals_list):
        partners = super().create(vals_list)
        partners._check_store_staff_parents()
        return partners

    def write(self, vals):
        if IDENTITY_FIELDS & vals.keys():
            self._check_store_staff_identity(vals)
        res = super().write(vals)
        if "parent_id" in vals:
            self._check_store_staff_parents()
        return res

    # --- compute

    def _compute_avatar(self, avatar_field, image_field):
        """Whoever sees a contact sees its picture, though the user that it may have is not theirs to see."""
        super(ResPartner, self.sudo())._compute_avatar(avatar_field, image_field)

    # --- business

    def _is_bound_by_store_walls(self):
        return not self.env.su and self.env.user._is_chasqui_store_staff()

    def _check_store_staff_identity(self, vals):
        """Refuse a store's staff to change who a person with an account is.

        Whoever sets the e-mail receives the link that resets the password; whoever moves the contact
        under another one makes its orders readable there.
        """
        if not self._is_bound_by_store_walls():
            return
        for partner_sudo in self.sudo() - self.env.user.partner_id.sudo():
            changed = partner_sudo._get_changed_fields(IDENTITY_FIELDS & vals.keys(), vals)
            if changed and partner_sudo.with_context(active_test=False).user_ids:
                raise AccessError(
                    self.env._(
                        "%s has an account: only they can change who they are (e-mail, company).",
                        partner_sudo.display_name,
                    )
                )

    def _get_changed_fields(self, names, vals):
        """Return those of these fields that writing ``vals`` would really change."""
        self.ensure_one()
        return [
            name
            for name in names
            if self._fields[name].convert_to_write(self[name], self) != (vals[name] or False)
        ]

    def _check_store_staff_parents(self):
        """Refuse a store's staff to put contacts under a person with an account.

        An address is an exception: it is no contact that could get an account of its own.
        """
        if not self._is_bound_by_store_walls():
            return
        contacts_sudo = self.sudo().filtered(lambda partner: partner.type == "contact")
        parents_sudo = contacts_sudo.parent_id.commercial_partner_id
        if parents_sudo.with_context(active_test=False).user_ids.filtered("share"):
            raise AccessError(self.env._("Only an address can be added to a person who has an account."))

    @api.model
    def _add_dealings(self, pairs):
        """Note that contacts deal with companies, given as ``(partner id, company id)``."""
        rows = [SQL("(%s, %s)", *pair) for pair in sorted(pairs)]
        if not rows:
            return
        self.env.execute_query(
            SQL(
                """
                INSERT INTO chasqui_partner_dealing (partner_id, company_id)
                     VALUES %s
                ON CONFLICT DO NOTHING
                  RETURNING partner_id
                """,
                SQL(", ").join(rows),
            )
        )
        self.sudo().invalidate_model(["chasqui_dealing_company_ids"], flush=False)
