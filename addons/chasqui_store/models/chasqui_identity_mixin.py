from odoo import api, fields, models
from odoo.exceptions import AccessError, ValidationError
from odoo.tools import escape_psql

from ..tools.text import normalized_key

AFIP_RESPONSIBILITIES_OF_COMPANIES = ("1", "4", "6")
COMPANY_FIELDS = ("name", "vat", "street", "zip", "city", "state_id", "phone", "email")


class ChasquiIdentityMixin(models.AbstractModel):
    """Who an organisation is: unlike any other, known to the tax office, with its company."""

    _name = "chasqui.identity.mixin"
    _description = "Organisation with an identity of its own"

    name = fields.Char(required=True, tracking=True)
    name_key = fields.Char(compute="_compute_name_key", store=True, precompute=True)
    country_id = fields.Many2one(
        comodel_name="res.country",
        required=True,
        default=lambda self: self.env["chasqui.localization"]._get_default_country(),
    )
    country_code = fields.Char(related="country_id.code")
    vat = fields.Char(string="Tax ID", copy=False, tracking=True)
    vat_key = fields.Char(compute="_compute_vat_key", store=True, precompute=True)
    l10n_ar_afip_responsibility_type_id = fields.Many2one(
        comodel_name="l10n_ar.afip.responsibility.type",
        string="Fiscal responsibility",
        domain=[("code", "in", AFIP_RESPONSIBILITIES_OF_COMPANIES)],
        default=lambda self: self.env.ref("l10n_ar.res_RM", raise_if_not_found=False),
    )
    street = fields.Char()
    zip = fields.Char()
    city = fields.Char()
    state_id = fields.Many2one(
        comodel_name="res.country.state", string="Province", domain="[('country_id', '=', country_id)]"
    )
    phone = fields.Char()
    email = fields.Char()
    company_id = fields.Many2one(comodel_name="res.company", ondelete="restrict", copy=False, readonly=True)

    @api.depends("name")
    def _compute_name_key(self):
        for record in self:
            record.name_key = normalized_key(record.name)

    @api.depends("vat", "country_id")
    def _compute_vat_key(self):
        for record in self:
            key = normalized_key(record.vat)
            record.vat_key = key and f"{record.country_id.code or ''}{key}"

    @api.constrains("name_key", "company_id")
    def _check_name_is_free(self):
        """A company that is no store may have the name too; the index only knows stores."""
        for record in self:
            if record._search_other_company([("name", "=ilike", escape_psql(record.name))]):
                raise ValidationError(self.env._("Another organisation is already called “%s”.", record.name))

    @api.constrains("vat_key", "company_id")
    def _check_vat_is_free(self):
        for record in self.filtered("vat"):
            record._refuse_taken_vat(record.vat)

    def _refuse_taken_vat(self, vat):
        if self._search_other_company([("partner_id.vat", "in", [vat, normalized_key(vat)])]):
            raise ValidationError(self.env._("Another organisation already has the tax ID %s.", vat))

    def _search_other_company(self, domain):
        return (
            self.env["res.company"]
            .sudo()
            .with_context(active_test=False)
            .search([*domain, ("id", "!=", self.company_id.id)], limit=1)
        )

    # === CRUD === #

    @api.model_create_multi
    def create(self, vals_list):
        for vals in vals_list:
            self._check_may_write_fields(vals.keys() & self._get_workflow_fields())
        return super().create(vals_list)

    def write(self, vals):
        self._check_may_write_fields(vals.keys())
        res = super().write(vals)
        if changed := [fname for fname in COMPANY_FIELDS if fname in vals]:
            self.sudo()._sync_company(changed)
        return res

    def _has_field_access(self, field, operation):
        """Show as read-only what ``_check_may_write_fields`` leaves to the platform's staff."""
        if operation == "write" and not self.env.su and field.name in self._get_identity_fields():
            return self._is_platform_staff()
        return super()._has_field_access(field, operation)

    @api.model
    def _check_may_write_fields(self, fnames):
        """Refuse what a form, an import or a call from outside has no business to write.

        The workflow writes as sudo, after a check of its own, which no call can pretend.
        """
        if self.env.su:
            return
        refused = self._get_workflow_fields().intersection(fnames)
        if not self._is_platform_staff():
            refused |= self._get_identity_fields().intersection(fnames)
        if refused:
            labels = [self._fields[fname]._description_string(self.env) for fname in refused]
            raise AccessError(self.env._("Ask the incubator to change this: %s.", ", ".join(sorted(labels))))

    @api.model
    def _get_workflow_fields(self):
        """Return what only the workflow's own methods write."""
        return {"company_id"}

    @api.model
    def _get_identity_fields(self):
        """Return what the organisation is known by, and stands for before the tax office."""
        return {"active", "country_id", "l10n_ar_afip_responsibility_type_id", "name", "vat"}

    # === BUSINESS === #

    @api.model
    def _is_platform_staff(self):
        return self.env.is_system() or self.env.user.has_group("chasqui_store.group_incubator")

    def _sync_company(self, fnames):
        """Tell the company what changed of the organisation."""
        for record in self.filtered("company_id"):
            record.company_id.write(
                {fname: self._fields[fname].convert_to_write(record[fname], record) for fname in fnames}
            )
