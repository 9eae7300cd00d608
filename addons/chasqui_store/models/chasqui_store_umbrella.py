from odoo import api, fields, models
from odoo.exceptions import UserError, ValidationError


class ChasquiStore(models.Model):
    """A store without a tax identity of its own: a branch of an umbrella organisation.

    It has its own company (a branch), warehouse, website and ways to be paid; the chart of
    accounts, the taxes and the books are the umbrella's.
    """

    _inherit = "chasqui.store"

    umbrella_id = fields.Many2one(
        comodel_name="chasqui.umbrella",
        string="Umbrella organisation",
        ondelete="restrict",
        copy=False,
        tracking=True,
        help="The organisation that invoices for this group, if the group has no tax ID of its own.",
    )

    @api.constrains("umbrella_id", "vat")
    def _check_branch_has_no_tax_id(self):
        for store in self:
            if store.umbrella_id and store.vat:
                raise ValidationError(
                    self.env._(
                        "“%(store)s” invoices with the tax ID of “%(umbrella)s”: leave its own empty.",
                        store=store.name,
                        umbrella=store.umbrella_id.name,
                    )
                )

    @api.onchange("umbrella_id")
    def _onchange_umbrella_id(self):
        if self.umbrella_id:
            self.vat = False
            self.country_id = self.umbrella_id.country_id

    def write(self, vals):
        if "umbrella_id" in vals and self.company_id:
            raise UserError(
                self.env._("The store is set up already. To leave its umbrella it has to graduate.")
            )
        return super().write(vals)

    def _check_ready_for_provisioning(self):
        super()._check_ready_for_provisioning()
        if not self.umbrella_id:
            if not self.vat:
                raise UserError(
                    self.env._(
                        "“%s” needs a tax ID, or an umbrella organisation that invoices for it.", self.name
                    )
                )
        elif not self.umbrella_id.sudo().company_id:
            raise UserError(self.env._("Set up “%s” first.", self.umbrella_id.name))

    # === STEPS === #

    def _prepare_company_vals(self):
        vals = super()._prepare_company_vals()
        if self.umbrella_id:
            root = self.umbrella_id.company_id
            vals |= {"parent_id": root.id, "currency_id": root.currency_id.id}
        return vals

    def _prepare_company_partner_vals(self):
        """A branch signs its invoices with the tax data of its umbrella."""
        vals = super()._prepare_company_partner_vals()
        if self.umbrella_id:
            root_partner = self.umbrella_id.company_id.partner_id
            vals["vat"] = root_partner.vat
            if self.country_code == "AR":
                vals["l10n_ar_afip_responsibility_type_id"] = (
                    root_partner.l10n_ar_afip_responsibility_type_id.id
                )
        return vals

    def _provision_books(self):
        """A branch shares the umbrella's books; only its money is kept apart, in own journals."""
        if not self.umbrella_id:
            return super()._provision_books()
        self.env.cr.flush()  # Odoo gives branches their root's chart of accounts at the flush
        self._provision_bank_journal()
        self._provision_cash_journal()

    def _provision_bank_journal(self):
        self.env["account.journal"].create(
            {
                "name": self.env._("Bank of %s", self.name),
                "type": "bank",
                "company_id": self.company_id.id,
                "show_on_dashboard": True,
            }
        )
