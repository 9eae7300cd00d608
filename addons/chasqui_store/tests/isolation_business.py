import contextlib
import importlib

from odoo.fields import Command


class BusinessSeeder:
    """A day of a store: it buys, sells, delivers, invoices, is paid, and talks about it."""

    def __init__(self, env, store):
        self.env = env
        self.store = store.with_env(env)
        self.company = self.store.company_id
        self.website = self.store.website_id

    def make(self):
        """Return one record of each model that cannot be made without knowing the business."""
        self.warehouse = self.env["stock.warehouse"].search([("company_id", "=", self.company.id)], limit=1)
        self.partner = self.env["res.partner"].create(
            {"name": f"Customer of {self.store.name}", "company_id": self.company.id}
        )
        self._make_product()
        self._make_purchase()
        self._make_sale()
        self._make_payment()
        self._make_talk()
        made = [
            self.company,
            self.website,
            self.store,
            self.store.member_ids[0],
            self.env.user.with_env(self.env),
            self.env.user.res_users_settings_id.with_env(self.env),
            self.warehouse,
            self.partner,
            self.template,
            self.template.attribute_line_ids,
            self.template.attribute_line_ids.product_template_value_ids[0],
            self.product,
            self.lot,
            self.purchase,
            self.purchase.order_line,
            self.sale,
            self.sale.order_line,
            self.sale.picking_ids,
            self.sale.picking_ids.move_ids,
            self.sale.picking_ids.move_line_ids,
            self.invoice,
            self.invoice.line_ids[0],
            self.payment,
            self.company.resource_calendar_id,
            self.view,
            self.channel,
            self.channel.channel_member_ids[0],
            self.warehouse.lot_stock_id,
            self._search_own("account.account"),
            self._search_own("account.journal"),
            self._search_own("account.tax"),
            self._search_own("delivery.carrier"),
        ]
        return {record._name: record for record in made}

    def _search_own(self, name):
        model = self.env[name]
        company_field = "company_ids" if "company_ids" in model._fields else "company_id"
        return model.search([(company_field, "in", self.company.ids)], limit=1)

    def _make_product(self):
        attribute = self.env["product.attribute"].create(
            {
                "name": f"Size {self.company.id}",
                "value_ids": [Command.create({"name": "S"}), Command.create({"name": "L"})],
            }
        )
        self.template = self.env["product.template"].create(
            {
                "name": f"Product of {self.store.name}",
                "company_id": self.company.id,
                "is_storable": True,
                "tracking": "lot",
                "list_price": 100.0,
                "attribute_line_ids": [
                    Command.create(
                        {
                            "attribute_id": attribute.id,
                            "value_ids": [Command.set(attribute.value_ids.ids)],
                        }
                    )
                ],
            }
        )
        self.product = self.template.product_variant_ids[0]
        self.lot = self.env["stock.lot"].create(
            {"name": "L1", "product_id": self.product.id, "company_id": self.company.id}
        )
        self.env["stock.quant"]._update_available_quantity(
            self.product, self.warehouse.lot_stock_id, 10.0, lot_id=self.lot
        )

    def _make_purchase(self):
        self.purchase = self.env["purchase.order"].create(
            {
                "partner_id": self.partner.id,
                "company_id": self.company.id,
                "order_line": [Command.create({"product_id": self.product.id, "product_qty": 1.0})],
            }
        )
        self.purchase.button_confirm()

    def _make_sale(self):
        self.sale = self.env["sale.order"].create(
            {
                "partner_id": self.partner.id,
                "company_id": self.company.id,
                "website_id": self.website.id,
                "order_line": [Command.create({"product_id": self.product.id})],
            }
        )
        self.sale.action_confirm()
        picking = self.sale.picking_ids
        picking.action_assign()
        picking.move_ids.picked = True
        picking.button_validate()

    def _make_payment(self):
        self.invoice = self.env["account.move"].create(
            {
                "move_type": "entry",
                "company_id": self.company.id,
                "journal_id": self.env["account.journal"]
                .search([("company_id", "=", self.company.id), ("type", "=", "general")], limit=1)
                .id,
                "line_ids": [
                    Command.create(self._prepare_entry_line(debit=100.0)),
                    Command.create(self._prepare_entry_line(credit=100.0)),
                ],
            }
        )
        self.invoice.action_post()
        self.invoice.line_ids.reconcile()
        self.payment = self.env["account.payment"].create(
            {
                "partner_id": self.partner.id,
                "amount": 100.0,
                "payment_type": "inbound",
                "journal_id": self.env["account.journal"]
                .search([("company_id", "=", self.company.id), ("type", "=", "bank")], limit=1)
                .id,
            }
        )

    def _prepare_entry_line(self, **amounts):
        account = self.partner.with_company(self.company).property_account_receivable_id
        return {"account_id": account.id, "partner_id": self.partner.id, **amounts}

    def _make_talk(self):
        for record in (self.partner, self.sale, self.template, self.store):
            record.message_post(body="said among us")
        self.channel = self.env["discuss.channel"]._create_channel(
            name=f"Team of {self.store.name}", group_id=self.env.ref("base.group_user").id
        )
        self.channel.message_post(body="said in the channel")
        self.sale.activity_schedule(summary="call", user_id=self.env.uid)
        self.view = self.env["ir.ui.view"].create(
            {
                "name": "page",
                "type": "qweb",
                "arch": "<t t-name='page'/>",
                "website_id": self.website.id,
                "key": f"page.{self.company.id}",
            }
        )

    def prepare_values(self):
        """Return what models ask for beyond their required fields, in each of our addons.

        An addon says it of its own models in `tests/isolation_values.py`.
        """
        values = self._prepare_own_values()
        modules = self.env["ir.module.module"].search(
            [("name", "=like", "chasqui%"), ("state", "=", "installed")]
        )
        for name in modules.mapped("name"):
            with contextlib.suppress(ModuleNotFoundError):
                addon = importlib.import_module(f"odoo.addons.{name}.tests.isolation_values")
                values.update(addon.prepare_values(self))
        return values

    def _prepare_own_values(self):
        contact = {"res_model": "res.partner", "res_id": self.partner.id}
        line = {"product_id": self.product.id, "name": "line"}
        me = self.env.user.partner_id.id
        return {
            "account.analytic.distribution.model": {"product_id": self.product.id},
            "account.bank.statement": {"journal_id": self.payment.journal_id.id},
            "account.bank.statement.line": {
                "payment_ref": "x",
                "amount": 1.0,
                "journal_id": self.payment.journal_id.id,
                "move_id": None,
            },
            "account.lock_exception": {"fiscalyear_lock_date": "2020-01-01"},
            "account.reconcile.model.line": {"account_id": self._search_own("account.account").id},
            "chasqui.decision.ballot": {"store_id": self.store.id},
            "discuss.channel.rtc.session": {},
            "ir.attachment": {**contact, "public": False},
            "ir.default": {"json_value": "1"},
            "ir.filters": {"user_ids": False, "model_id": "sale.order"},
            "ir.exports": {"resource": "sale.order"},
            "mail.canned.response": {"is_shared": True},
            "mail.followers": {**contact, "partner_id": me},
            "mail.message.reaction": {"partner_id": me},
            "mail.scheduled.message": {
                "model": "res.partner",
                "res_id": self.partner.id,
                "scheduled_date": "2100-01-01",
            },
            "mail.template": {"model_id": self.env["ir.model"]._get_id("sale.order")},
            "product.image": {"product_tmpl_id": self.template.id},
            "product.supplierinfo": {"product_tmpl_id": self.template.id},
            "product.value": {"product_id": self.product.id, "value": 1.0},
            "resource.calendar": {"name": "Week"},
            "sale.order.template.line": line,
            "snailmail.letter": {"model": "res.partner", "res_id": self.partner.id},
            "stock.move": {"product_uom": self.product.uom_id.id},
            "stock.quant": {"location_id": self.env.ref("stock.stock_location_customers").id},
            "stock.scrap": {"product_uom_id": self.product.uom_id.id},
            "res.users.settings.volumes": {"partner_id": me, "guest_id": None},
            "stock.warehouse.orderpoint": {"product_min_qty": 1.0, "product_max_qty": 2.0},
            "website.rewrite": {"url_from": "/a", "url_to": "/b", "redirect_type": "301"},
        }
