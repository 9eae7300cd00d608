from odoo import Command, api, fields, models
from odoo.exceptions import UserError


class ChasquiStore(models.Model):
    """What a store needs to sell: company, books, warehouse, website, payments, a manager."""

    _name = "chasqui.store"
    _inherit = ["chasqui.store", "chasqui.provisioning.mixin"]

    manager_name = fields.Char()
    manager_email = fields.Char()
    manager_id = fields.Many2one(comodel_name="res.users", string="First manager", copy=False, readonly=True)

    @api.model
    def _get_provisioning_steps(self):
        return super()._get_provisioning_steps() + [
            ("warehouse", self.env._("Warehouse and numbering")),
            ("website", self.env._("Website")),
            ("pricelist", self.env._("Price list")),
            ("delivery", self.env._("Pickup and home delivery")),
            ("payment", self.env._("Payment methods")),
            ("manager", self.env._("The manager's account and invitation")),
        ]

    def _check_ready_for_provisioning(self):
        super()._check_ready_for_provisioning()
        if not self.manager_email:
            raise UserError(self.env._("Who manages “%s”? Give an e-mail address.", self.name))
        self._check_manager_login()

    def _check_manager_login(self):
        """The manager may already work for another store, but not be somebody else."""
        user_sudo = self._get_existing_manager()
        if user_sudo and not user_sudo.has_group("chasqui_store.group_operator"):
            raise UserError(
                self.env._(
                    "%s already has an account here that is not a store's. The manager needs an"
                    " account of their own for the store: give another e-mail address.",
                    self.manager_email,
                )
            )

    def _get_existing_manager(self):
        return (
            self.env["res.users"]
            .sudo()
            .with_context(active_test=False)
            .search([("login", "=", self._get_manager_login())])
        )

    def _get_manager_login(self):
        return (self.manager_email or "").strip().lower()

    # === STEPS === #

    def _provision_warehouse(self):
        """Give the company its warehouse; under test Odoo has already made one."""
        Warehouse = self.env["stock.warehouse"]
        vals = self._prepare_warehouse_vals()
        warehouse = Warehouse.search([("company_id", "=", self.company_id.id)], limit=1)
        if warehouse:
            warehouse.write(vals)
        else:
            Warehouse.create(vals)
        self.env["ir.sequence"].create(self._prepare_sequences_vals())

    def _prepare_warehouse_vals(self):
        return {
            "name": self.name,
            "code": self.slug.replace("-", "")[:5].upper(),
            "company_id": self.company_id.id,
            "partner_id": self.company_id.partner_id.id,
        }

    def _prepare_sequences_vals(self):
        """Each store numbers its own orders: numbers tell nothing of the others, nor wait."""
        return [
            {
                "name": name,
                "code": code,
                "prefix": prefix,
                "padding": 5,
                "company_id": self.company_id.id,
            }
            for name, code, prefix in (
                (self.env._("Sales orders"), "sale.order", "S"),
                (self.env._("Purchase orders"), "purchase.order", "P"),
            )
        ]

    def _provision_website(self):
        websites = self.env["website"].with_context(chasqui_store_website=True)
        self.website_id = websites.create(self._prepare_website_vals())

    def _prepare_website_vals(self):
        lang = self.country_id._get_chasqui_lang()
        return {
            "name": self.name,
            "company_id": self.company_id.id,
            "domain": self._get_base_url(),
            "default_lang_id": lang.id,
            "language_ids": [Command.set(lang.ids)],
            "salesteam_id": self._create_sales_team().id,
            "show_line_subtotals_tax_selection": "tax_included",
        }

    def _create_sales_team(self):
        return self.env["crm.team"].create({"name": self.name, "company_id": self.company_id.id})

    def _provision_pricelist(self):
        self.env["product.pricelist"].create(
            {
                "name": self.env._("Prices"),
                "company_id": self.company_id.id,
                "website_id": self.website_id.id,
                "currency_id": self.company_id.currency_id.id,
            }
        )

    def _provision_delivery(self):
        self.env["delivery.carrier"].create(
            [self._prepare_pickup_carrier_vals(), self._prepare_home_carrier_vals()]
        )
        self._create_first_pickup_point()

    def _prepare_pickup_carrier_vals(self):
        return {
            **self._prepare_carrier_vals(self.env._("Pickup"), "PICKUP"),
            "delivery_type": "chasqui_pickup",
            "sequence": 10,
        }

    def _prepare_home_carrier_vals(self):
        return {
            **self._prepare_carrier_vals(self.env._("Home delivery"), "DELIVERY"),
            "sequence": 20,
        }

    def _prepare_carrier_vals(self, name, code):
        """Values of a delivery method with a product of its own: a shared one changes company."""
        product = self.env["product.product"].create(
            {
                "name": name,
                "default_code": code,
                "type": "service",
                "company_id": self.company_id.id,
                "list_price": 0.0,
                "sale_ok": False,
                "purchase_ok": False,
                "invoice_policy": "order",
            }
        )
        return {
            "name": name,
            "delivery_type": "fixed",
            "product_id": product.id,
            "company_id": self.company_id.id,
            "website_id": self.website_id.id,
            "is_published": True,
            "allow_cash_on_delivery": True,
        }

    def _provision_payment(self):
        for xmlid, vals in self._prepare_payment_provider_vals().items():
            provider = self._get_or_copy_payment_provider(xmlid)
            provider.write({"website_id": self.website_id.id, **vals})
            provider._transfer_ensure_pending_msg_is_set()

    def _prepare_payment_provider_vals(self):
        """Return the values of each way to pay, by the provider it is made like."""
        return {
            "payment.payment_provider_transfer": {
                "name": self.env._("Bank transfer"),
                "state": "enabled",
                "is_published": True,
            },
            "delivery.payment_provider_cod": {
                "name": self.env._("Cash"),
                "state": "enabled",
                "is_published": True,
                "pending_msg": self.env._("You pay in cash when you get your order."),
            },
            "payment.payment_provider_mercado_pago": {"state": "disabled"},
        }

    def _get_or_copy_payment_provider(self, xmlid):
        """Return the company's own provider; Odoo copies them for companies, not for branches."""
        model = self.env.ref(xmlid)
        provider = self.env["payment.provider"].search(
            [
                ("company_id", "=", self.company_id.id),
                ("code", "=", model.code),
                ("custom_mode", "=", model.custom_mode),
            ],
            limit=1,
        )
        return provider or model.copy({"company_id": self.company_id.id})

    def _provision_manager(self):
        """One person may work for two stores, and switches as Odoo does."""
        self.manager_id = self._get_existing_manager() or self.env["res.users"].create(
            self._prepare_manager_vals()
        )
        self.env["chasqui.store.member"].create(
            {"store_id": self.id, "user_id": self.manager_id.id, "role": "manager"}
        )
        self._invite_manager()

    def _prepare_manager_vals(self):
        return {
            "name": self.manager_name or self.manager_email,
            "login": self._get_manager_login(),
            "email": self.manager_email,
            "lang": self.env.lang,
            "company_id": self.company_id.id,
            "company_ids": [Command.set(self.company_id.ids)],
            "group_ids": [Command.set(self.env.ref("base.group_user").ids)],
        }

    def _invite_manager(self):
        """Write the invitation; it leaves once the store is there, so that a failure leaves no mail."""
        if not self.manager_id.login_date:
            self.manager_id.partner_id.signup_prepare(signup_type="signup")
        self.env.ref("chasqui_store.mail_template_manager_invitation")._send_soon(
            self.ids, email_values={"email_to": self.manager_id.email_formatted}
        )
