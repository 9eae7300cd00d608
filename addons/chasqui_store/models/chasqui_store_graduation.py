from odoo import Command, api, fields, models
from odoo.exceptions import UserError
from odoo.fields import Domain

from ..tools.catalogue_copy import CatalogueCopy

NAMED_OBSTACLES = 10  # of each kind; more would hide the sentence
LINE_FIELDS = ("discount", "name", "price_unit", "product_uom_qty", "technical_price_unit")
GRADUATION_STEPS = (
    "company",
    "books",
    "warehouse",
    "move_site",
    "copy_catalogue",
    "payment",
    "move_carts",
    "move_stock",
)
# What ties a branch to its umbrella until it is finished.
OPEN_DOCUMENTS = {
    "sale.order": Domain("state", "in", ("draft", "sent"))
    | (Domain("state", "=", "sale") & Domain("invoice_status", "=", "to invoice")),
    "payment.transaction": Domain("state", "in", ("pending", "authorized")),
    "stock.picking": Domain("state", "not in", ("done", "cancel")),
    "purchase.order": Domain("state", "in", ("draft", "sent", "to approve"))
    | Domain("invoice_status", "=", "to invoice"),
    "account.move": Domain("state", "=", "draft")
    | (
        Domain("state", "=", "posted")
        & Domain("payment_state", "in", ("not_paid", "partial"))
        & Domain("move_type", "!=", "entry")
    ),
    "stock.quant": Domain("location_id.usage", "in", ("internal", "transit"))
    & (
        Domain("quantity", "<", 0.0)
        | (Domain("quantity", ">", 0.0) & Domain("product_id.active", "=", False))
    ),
}


class ChasquiStore(models.Model):
    """A branch of an umbrella organisation graduates to a company of its own.

    The store stays what it is for shoppers: address, pages, team, prices, carts. What was sold and
    booked so far stays in the umbrella's books, with the branch's company; from then on the store
    has books, warehouse, products and ways of being paid of its own.
    """

    _inherit = "chasqui.store"

    former_company_id = fields.Many2one(
        comodel_name="res.company",
        string="Company until it graduated",
        ondelete="restrict",
        copy=False,
        readonly=True,
        groups="chasqui_store.group_incubator,base.group_system",
        help="What the store sold and booked as a group of an umbrella organisation is kept there.",
    )

    is_graduating = fields.Boolean(
        copy=False,
        readonly=True,
        help="Its graduation waits, is under way, or failed.",
    )
    graduation_vat = fields.Char(
        string="Tax ID it graduates with",
        copy=False,
        readonly=True,
        groups="chasqui_store.group_incubator,base.group_system",
    )
    graduation_responsibility_id = fields.Many2one(
        comodel_name="l10n_ar.afip.responsibility.type",
        string="Fiscal responsibility it graduates with",
        copy=False,
        readonly=True,
        groups="chasqui_store.group_incubator,base.group_system",
    )

    @api.constrains("graduation_vat")
    def _check_graduation_vat_is_free(self):
        for store in self.filtered("graduation_vat"):
            store._refuse_taken_vat(store.graduation_vat)

    @api.model
    def _get_workflow_fields(self):
        return super()._get_workflow_fields() | {
            "former_company_id",
            "graduation_responsibility_id",
            "graduation_vat",
            "is_graduating",
        }

    # === STEPS === #

    @api.model
    def _get_graduation_steps(self):
        """Return ``[(code, label)]`` of a graduation; some are those of a new store."""
        labels = {
            **dict(self._get_provisioning_steps()),
            "move_site": self.env._("Website and team"),
            "copy_catalogue": self.env._("Products, price lists and ways of delivery"),
            "move_carts": self.env._("Carts"),
            "move_stock": self.env._("Stock"),
        }
        return [(code, labels[code]) for code in GRADUATION_STEPS]

    def _get_waiting_steps(self):
        return self._get_graduation_steps() if self.is_graduating else super()._get_waiting_steps()

    @api.model
    def _get_step_labels(self):
        return super()._get_step_labels() | dict(self._get_graduation_steps())

    # === ACTIONS === #

    def action_graduate(self):
        """Ask for the new tax data, unless something has to be finished first."""
        self._check_provisioning_access()
        self._check_not_queued()
        self._check_ready_to_graduate()
        return {
            "type": "ir.actions.act_window",
            "name": self.env._("Graduate to a company of its own"),
            "res_model": "chasqui.store.graduate",
            "view_mode": "form",
            "target": "new",
            "context": {"default_store_id": self.id},
        }

    def action_forget_graduation(self):
        """Stay with the umbrella after a graduation that failed."""
        self._check_provisioning_access()
        failed = self.filtered(lambda store: store.is_graduating and store.provisioning_state == "failed")
        failed_sudo = failed.sudo()
        failed_sudo._settle_graduation()
        failed_sudo.provisioning_step_ids.unlink()

    # === WHAT MUST BE FINISHED FIRST === #

    def _check_not_queued(self):
        if self.provisioning_state == "queued":
            raise UserError(self.env._("“%s” is graduating already.", self.name))

    def _check_ready_to_graduate(self):
        self.ensure_one()
        if not self.umbrella_id or not self.company_id:
            raise UserError(self.env._("“%s” is no group of an umbrella organisation.", self.name))
        if self.state == "open":
            raise UserError(self.env._("Pause “%s” first, so that nobody buys meanwhile.", self.name))
        if obstacles := self._get_graduation_obstacles():
            raise UserError(
                self.env._("“%s” has to finish this first, as a group of its umbrella:", self.name)
                + "".join(f"\n• {obstacle}" for obstacle in obstacles)
            )

    def _get_graduation_obstacles(self):
        """Return what is open, as sentences; carts may stay."""
        own = Domain("company_id", "=", self.company_id.id)
        labels = self._get_obstacle_labels()
        obstacles = []
        for model, domain in OPEN_DOCUMENTS.items():
            documents_sudo = self.env[model].sudo().search(own & domain)
            if model == "sale.order":
                documents_sudo = documents_sudo.filtered(
                    lambda order: order.state != "draft" or order.chasqui_held_until
                )
            if documents_sudo:
                obstacles.append(self._describe_obstacle(labels[model], documents_sudo))
        return obstacles

    @api.model
    def _get_obstacle_labels(self):
        return {
            "sale.order": self.env._("Orders to deliver, invoice or be paid"),
            "payment.transaction": self.env._("Payments under way"),
            "stock.picking": self.env._("Transfers to finish"),
            "purchase.order": self.env._("Purchases to receive or bill"),
            "account.move": self.env._("Invoices to post or be paid"),
            "stock.quant": self.env._("Products to count: less than nothing, or archived with stock"),
        }

    @api.model
    def _describe_obstacle(self, label, documents_sudo):
        if documents_sudo._name == "stock.quant":
            documents_sudo = documents_sudo.product_id
        names = documents_sudo[:NAMED_OBSTACLES].mapped("display_name")
        if len(documents_sudo) > NAMED_OBSTACLES:
            names.append("…")
        return f"{label}: {', '.join(names)}"

    # === BUSINESS === #

    def _queue_graduation(self, vat, responsibility):
        """Ask a worker to give this branch a company of its own, wholly or not at all."""
        self._check_provisioning_access()
        self._check_not_queued()
        self._check_ready_to_graduate()
        store_sudo = self.sudo()
        store_sudo.write(
            {
                "is_graduating": True,
                "graduation_vat": vat,
                "graduation_responsibility_id": responsibility.id,
            }
        )
        store_sudo._queue_provisioning()

    def _run_provisioning_steps(self):
        """Do the graduation that was asked for, if nobody has opened the store or sold meanwhile."""
        if not self.is_graduating:
            return super()._run_provisioning_steps()
        self._check_ready_to_graduate()
        umbrella = self.umbrella_id
        self._run_graduation()
        self._settle_graduation()
        self._tell_graduation(umbrella)

    def _settle_graduation(self):
        self.write(dict.fromkeys(("is_graduating", "graduation_vat", "graduation_responsibility_id"), False))
        self._finish_provisioning()

    def _tell_graduation(self, umbrella):
        self.message_post(
            body=self.env._(
                "Graduated: it has a company of its own, with tax ID %(vat)s. What was sold and booked so"
                " far stays in the books of %(umbrella)s.",
                vat=self.vat,
                umbrella=umbrella.name,
            )
        )

    def _run_graduation(self):
        branch = self.company_id
        with self._provisioning_step("company"):
            self._leave_umbrella()
            self._provision_company()
        store = self.with_context(allowed_company_ids=self.company_id.ids)
        with store._provisioning_step("books"):
            store._provision_books()
        with store._provisioning_step("warehouse"):
            store._provision_warehouse()
            store._continue_numbering(branch)
        visitors = store.website_id.user_id.partner_id
        with store._provisioning_step("move_site"):
            store._move_website()
            store._move_people(branch)
        store._move_trade(branch, visitors)

    def _move_trade(self, branch, visitors):
        """Take along what is sold, how, and what shoppers have in their carts."""
        catalogue = CatalogueCopy(branch, self.company_id)
        with self._provisioning_step("copy_catalogue"):
            catalogue.run()
            pricelists = self._copy_pricelists(branch, catalogue)
            carriers = self._copy_carriers(branch, catalogue)
        with self._provisioning_step("payment"):
            self._renew_payment(branch)
        with self._provisioning_step("move_carts"):
            self._move_carts(branch, catalogue, pricelists, carriers, visitors)
        with self._provisioning_step("move_stock"):
            catalogue.move_stock(self._get_warehouse().lot_stock_id)
            catalogue.archive_originals()
            self.env.flush_all()

    def _leave_umbrella(self):
        """Become a store without a company, which the steps of provisioning can start from."""
        branch = self.company_id
        branch.name = self.env._(
            "%(store)s, in %(umbrella)s until %(date)s",
            store=self.name,
            umbrella=self.umbrella_id.name,
            date=self._get_today(),
        )
        self.write({"company_id": False, "former_company_id": branch.id})
        self.write(
            {
                "umbrella_id": False,
                "vat": self.graduation_vat,
                "l10n_ar_afip_responsibility_type_id": self.graduation_responsibility_id.id,
            }
        )
        self.flush_recordset()  # checks that the tax ID is free before the new company has it

    def _get_warehouse(self):
        return self.env["stock.warehouse"].search([("company_id", "=", self.company_id.id)], limit=1)

    def _continue_numbering(self, branch):
        """Go on counting where the branch was: two orders of one store share no number."""
        sequences = self.env["ir.sequence"].search([("company_id", "=", self.company_id.id)])
        for old in self.env["ir.sequence"].search([("company_id", "=", branch.id)]):
            same = sequences.filtered(lambda new, old=old: new.code and new.code == old.code)
            same.number_next_actual = old.number_next_actual

    def _move_website(self):
        self.website_id.write(
            {
                "company_id": self.company_id.id,
                "salesteam_id": self._create_sales_team().id,
                "warehouse_id": False,
            }
        )

    def _move_people(self, branch):
        """Take the team, the store's contacts and whom it knows along, but for the umbrella."""
        users = self.member_ids.user_id
        users._apply_store_roles()
        users._leave_companies(branch)
        partners = self.env["res.partner"].with_context(active_test=False)
        partners.search(
            [("company_id", "=", branch.id), ("user_ids", "=", False), ("ref_company_ids", "=", False)]
        ).company_id = self.company_id
        known = partners.search(
            [("chasqui_dealing_company_ids", "in", branch.ids), ("ref_company_ids", "=", False)]
        )
        partners._add_dealings((partner.id, self.company_id.id) for partner in known)

    def _copy_pricelists(self, branch, catalogue):
        """Return the new price list of each of the branch's, with the same prices."""
        originals = self.env["product.pricelist"].search([("company_id", "=", branch.id)])
        copies = {
            pricelist: pricelist.copy(
                {"name": pricelist.name, "company_id": self.company_id.id, "item_ids": False}
            )
            for pricelist in originals
        }
        for item in originals.item_ids:
            item.copy(
                {
                    "pricelist_id": copies[item.pricelist_id].id,
                    "product_tmpl_id": catalogue.get_template(item.product_tmpl_id).id,
                    "product_id": catalogue.get_variant(item.product_id).id,
                    "base_pricelist_id": copies.get(item.base_pricelist_id, item.base_pricelist_id).id,
                }
            )
        originals.active = False
        return copies

    def _copy_carriers(self, branch, catalogue):
        """Return the new method of each of the branch's ways of delivery."""
        originals = self.env["delivery.carrier"].search([("company_id", "=", branch.id)])
        copies = {}
        for carrier in originals:
            copies[carrier] = carrier.copy({"product_id": catalogue.get_variant(carrier.product_id).id})
            copies[carrier].write({"name": carrier.name, "is_published": carrier.is_published})
        originals.active = False
        return copies

    def _renew_payment(self, branch):
        """Make the ways of being paid anew: accounts and keys so far were the umbrella's.

        What the branch had switched off stays off.
        """
        self._provision_payment()
        providers = self.env["payment.provider"]
        new = providers.search([("company_id", "=", self.company_id.id)])
        for old in providers.search([("company_id", "=", branch.id)]):
            if old.code == "custom":
                same = new.filtered(lambda provider, old=old: provider.custom_mode == old.custom_mode)
                same.write({"name": old.name, "state": old.state, "is_published": old.is_published})
            old.write({"state": "disabled", "is_published": False})

    # === CARTS === #

    def _move_carts(self, branch, catalogue, pricelists, carriers, visitors):
        """Make the open carts the new company's: same things, same prices."""
        carts = self.env["sale.order"].search([("company_id", "=", branch.id), ("state", "=", "draft")])
        shared = {
            "company_id": self.company_id.id,
            "team_id": self.website_id.salesteam_id.id,
            "warehouse_id": self._get_warehouse().id,
            "payment_term_id": False,
            "journal_id": False,
        }
        if carts:
            carts.sale_order_template_id = False
        for cart in carts:
            vals = {
                **shared,
                "pricelist_id": pricelists.get(cart.pricelist_id, cart.pricelist_id).id,
                "carrier_id": carriers.get(cart.carrier_id, cart.carrier_id).id,
                "order_line": [self._get_line_command(line, catalogue) for line in cart.order_line],
            }
            if cart.partner_id == visitors:
                nobody = self.website_id.user_id.partner_id.id
                vals |= dict.fromkeys(("partner_id", "partner_invoice_id", "partner_shipping_id"), nobody)
            cart.write(vals)

    def _get_line_command(self, line, catalogue):
        """Return what to do with a line of a cart; what was off sale already goes."""
        product = catalogue.get_variant(line.product_id)
        if line.product_id and not product:
            return Command.delete(line.id)
        template = product.product_tmpl_id
        extra_values = catalogue.get_values(line.product_no_variant_attribute_value_ids, template)
        return Command.update(
            line.id,
            {
                **{fname: line[fname] for fname in LINE_FIELDS},
                "product_id": product.id,
                "product_uom_id": line.product_uom_id.id,
                "product_no_variant_attribute_value_ids": [Command.set(extra_values.ids)],
                "product_custom_attribute_value_ids": [
                    Command.update(
                        custom.id,
                        {
                            "custom_product_template_attribute_value_id": catalogue.get_values(
                                custom.custom_product_template_attribute_value_id, template
                            ).id
                        },
                    )
                    for custom in line.product_custom_attribute_value_ids
                ],
                "combo_item_id": catalogue.get_combo_item(line.combo_item_id).id,
            },
        )
