from odoo import api, models
from odoo.exceptions import AccessError, ValidationError
from odoo.tools import escape_psql

from ..tools.text import normalized_key

# what a store is known by, and stands for before the tax office
IDENTITY_FIELDS = {
    "active",
    "country_id",
    "l10n_ar_afip_responsibility_type_id",
    "name",
    "slug",
    "vat",
}
# what only the workflow's own methods write
WORKFLOW_FIELDS = {
    "company_id",
    "manager_id",
    "provisioning_error",
    "provisioning_state",
    "provisioning_step_ids",
    "slug_ids",
    "state",
    "website_id",
}
COMPANY_FIELDS = ("name", "vat", "street", "zip", "city", "state_id", "phone", "email")


class ChasquiStore(models.Model):
    """Who a store is: unlike any other, and not for its own staff to change."""

    _inherit = "chasqui.store"

    _name_key_unique = models.UniqueIndex(
        "(name_key)", "Another store already has this name, or one that only looks different."
    )
    _vat_key_unique = models.UniqueIndex(
        "(vat_key) WHERE vat_key IS NOT NULL", "Another store already has this tax ID."
    )

    @api.constrains("name_key", "company_id")
    def _check_name_is_free(self):
        """A company that is no store may have the name too; the index only knows stores."""
        for store in self:
            if store._search_other_company([("name", "=ilike", escape_psql(store.name))]):
                raise ValidationError(
                    self.env._("Another organisation is already called “%s”.", store.name)
                )

    @api.constrains("vat_key", "company_id")
    def _check_vat_is_free(self):
        for store in self.filtered("vat"):
            spellings = [store.vat, normalized_key(store.vat)]
            if store._search_other_company([("partner_id.vat", "in", spellings)]):
                raise ValidationError(
                    self.env._("Another organisation already has the tax ID %s.", store.vat)
                )

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
            self._check_may_write_fields(vals.keys() & WORKFLOW_FIELDS)
        return super().create(vals_list)

    def write(self, vals):
        self._check_may_write_fields(vals.keys())
        res = super().write(vals)
        if changed := [fname for fname in COMPANY_FIELDS if fname in vals]:
            self.sudo()._sync_company(changed)
        return res

    @api.model
    def _check_may_write_fields(self, fnames):
        """Refuse what a form, an import or a call from outside has no business to write.

        The workflow writes as sudo, after a check of its own, which no call can pretend.
        """
        if self.env.su:
            return
        refused = WORKFLOW_FIELDS.intersection(fnames)
        if not self._is_platform_staff():
            refused |= IDENTITY_FIELDS.intersection(fnames)
        if refused:
            labels = [self._fields[fname]._description_string(self.env) for fname in refused]
            raise AccessError(
                self.env._("Ask the incubator to change this: %s.", ", ".join(sorted(labels)))
            )

    @api.model
    def _is_platform_staff(self):
        return self.env.is_system() or self.env.user.has_group("chasqui_store.group_incubator")

    def _sync_company(self, fnames):
        """Tell the company, and the website, what changed of the store."""
        for store in self.filtered("company_id"):
            vals = {fname: store[fname] for fname in fnames if fname != "state_id"}
            if "state_id" in fnames:
                vals["state_id"] = store.state_id.id
            store.company_id.write(vals)
            if "name" in fnames:
                store.website_id.name = store.name
