from datetime import datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from odoo import Command, api, models

from .chasqui_demo import DEMO_TIMEZONE


class ChasquiDemo(models.AbstractModel):
    """What a store of the demonstration starts with: goods on the shelves, money in the bank."""

    _inherit = "chasqui.demo"

    @api.model
    def _load_bank(self, store, bank):
        company = store.company_id
        account = self.env["res.partner.bank"].create(
            {
                "acc_number": bank["account"],
                "partner_id": company.partner_id.id,
                "company_id": company.id,
                "bank_id": self.env["res.bank"].create({"name": bank["name"]}).id,
                "acc_holder_name": company.name,
                "allow_out_payment": True,
                "chasqui_alias": bank["alias"],
            }
        )
        journal = self._get_journal(company, "bank")
        journal.write({"name": bank["name"], "bank_account_id": account.id})

    @api.model
    def _load_cash(self, store):
        """Let cash be in the drawer when it is paid: no statement tells of it later."""
        journal = self._get_journal(store.company_id, "cash")
        ways = journal.inbound_payment_method_line_ids + journal.outbound_payment_method_line_ids
        ways.payment_account_id = journal.default_account_id

    @api.model
    def _get_journal(self, company, journal_type):
        """Return the journal of that type: a branch's own, or else that of its umbrella."""
        journals = self.env["account.journal"].search(
            [("company_id", "parent_of", company.ids), ("type", "=", journal_type)]
        )
        return journals.filtered(lambda journal: journal.company_id == company)[:1] or journals[:1]

    @api.model
    def _load_opening_stock(self, store, rows):
        """Count what is on the shelves, on the eve of the first day."""
        quants = self.env["stock.quant"].with_context(inventory_mode=True)
        quants.create(self._prepare_opening_quants_vals(store, rows)).action_apply_inventory()
        counted = self.env["stock.move"].search(
            [("company_id", "=", store.company_id.id), ("is_inventory", "=", True)]
        )
        counted.date = self._get_moment(self._get_first_day() - timedelta(1), 20)

    @api.model
    def _prepare_opening_quants_vals(self, store, rows):
        warehouse = self.env["stock.warehouse"].search([("company_id", "=", store.company_id.id)], limit=1)
        return [
            {
                "product_id": self._ref(f"{store.slug}_{row['code']}").product_variant_id.id,
                "location_id": warehouse.lot_stock_id.id,
                "inventory_quantity": float(row["stock"]),
            }
            for row in rows
        ]

    @api.model
    def _get_moment(self, day, hour):
        """Return that hour of a day in Argentina, as Odoo stores it."""
        local = datetime.combine(day, time(hour), tzinfo=ZoneInfo(DEMO_TIMEZONE))
        return local.astimezone(timezone.utc).replace(tzinfo=None)

    @api.model
    def _load_opening_entry(self, store, bank_balance):
        """Book what the store starts with, money in the bank and goods, against its capital.

        The goods are in the books with that: the first closing need not tell of them again.
        """
        company = store.company_id
        stock_value = sum(company.stock_value().values())
        capital = self.env["account.account"].search(
            [("company_ids", "parent_of", company.ids), ("account_type", "=", "equity")], limit=1
        )
        lines = (
            (self._get_journal(company, "bank").default_account_id, bank_balance),
            (company.account_stock_valuation_id, stock_value),
            (capital, -bank_balance - stock_value),
        )
        opening = self.env["account.move"].create(
            {
                "journal_id": self._get_journal(company, "general").id,
                "company_id": company.id,
                "date": self._get_first_day(),
                "ref": "Asiento de apertura",
                "line_ids": [
                    Command.create({"account_id": account.id, "balance": balance})
                    for account, balance in lines
                ],
            }
        )
        opening.action_post()
        company._save_closing_id(opening.id)
