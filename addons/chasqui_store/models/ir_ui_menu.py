from odoo import models

# The reports of Odoo and OCA that say what the books of a store say, in an accountant's words.
DUPLICATES = (
    "account_financial_report.menu_oca_reports",
    "account.account_reports_partners_reports_menu",
    "account.account_reports_taxes_and_fiscal_menu",
)


class IrUiMenu(models.Model):
    _inherit = "ir.ui.menu"

    def _load_menus_blacklist(self):
        """Show people of a store one menu for each book; accountants of the platform keep all."""
        blacklist = super()._load_menus_blacklist()
        if not self.env.user._is_chasqui_store_staff():
            return blacklist
        duplicates = self.union(*filter(None, (self.env.ref(name, False) for name in DUPLICATES)))
        return [*blacklist, *self.search([("id", "child_of", duplicates.ids)]).ids]
