from odoo import models

from ..tools.book_table import MONEY, QUANTITY, TEXT, Column, Table


class ChasquiBook(models.TransientModel):
    """What was on the shelves at the end of a day, at cost, and what the books say of it."""

    _inherit = "chasqui.book"

    def _get_stock_table(self):
        _ = self.env._
        table = Table(
            [
                Column(_("Product")),
                Column(_("Quantity"), QUANTITY),
                Column(_("Unit"), TEXT),
                Column(_("Cost per unit"), MONEY),
                Column(_("Value"), MONEY),
            ],
            empty=_("No goods on the shelves on this day."),
        )
        for product in self._get_stocked_products():
            table.add(
                product.display_name,
                product.qty_available,
                product.uom_id.name,
                product.avg_cost,
                product.total_value,
                url=f"/odoo/product.product/{product.id}",
            )
        value = table.get_sum(4)
        if table.rows:
            table.add(_("Total"), None, None, None, value, kind="total")
            self._add_stock_in_books(table, value)
        return table

    def _get_stocked_products(self):
        """Return the goods that there were at the end of the day, with their value then."""
        company = self.company_id
        products = self.env["product.product"].union(*company._get_accounts_by_product())
        until = company._get_end_of_day(self.date_to)
        return (
            products.with_company(company)
            .with_context(to_date=until)
            .filtered(lambda product: not product.uom_id.is_zero(product.qty_available))
            .sorted("display_name")
        )

    def _add_stock_in_books(self, table, value):
        """Say what the accounts of stock say, and what the next stock closing will therefore post."""
        in_books = sum(self.company_id.stock_accounting_value(at_date=self.date_to).values())
        table.add(self.env._("In the books"), None, None, None, in_books, kind="subtotal")
        if self._is_zero(value - in_books):
            table.notes.append(self.env._("The books agree with the shelves."))
        else:
            table.add(self.env._("Difference"), None, None, None, value - in_books, kind="subtotal")
            table.notes.append(
                self.env._("The next stock closing, done as the month is closed, posts the difference.")
            )
