"""What the warehouse and the books of a store say, read without the screens that show it."""

from datetime import datetime
from decimal import Decimal
from zoneinfo import ZoneInfo


class Figures:
    """The figures of one moment.

    :param desk: the Desk of somebody who may read the books
    :param codes: internal references of the products that are looked at
    """

    def __init__(self, desk, codes=()):
        self.desk = desk
        [self.company] = desk.call("res.company", "search_read", [], ["account_stock_valuation_id"])
        [self.journal] = desk.call(
            "account.journal", "search_read", [["type", "=", "bank"]], ["default_account_id", "name"]
        )
        self._read_products(codes)
        self._read_books()

    def _read_products(self, codes):
        fields = ["default_code", "qty_available", "free_qty", "total_value"]
        rows = self.desk.call("product.product", "search_read", [["default_code", "in", list(codes)]], fields)
        self.on_hand = {row["default_code"]: row["qty_available"] for row in rows}
        self.reserved = {row["default_code"]: row["qty_available"] - row["free_qty"] for row in rows}
        self.worth = {row["default_code"]: Decimal(str(row["total_value"])) for row in rows}

    def _read_books(self):
        self.bank = self._balance("account_id", "=", self.journal["default_account_id"][0])
        self.receivable = self._balance("account_type", "=", "asset_receivable")
        self.payable = self._balance("account_type", "=", "liability_payable")
        self.goods = self._balance("account_id", "=", self.company["account_stock_valuation_id"][0])
        self.assets = self._balance("account_type", "=like", "asset%")
        self.result = -self._balance("account_type", "=like", "income%", this_year())
        self.result -= self._balance("account_type", "=like", "expense%", this_year())
        quants = self.desk.call(
            "stock.quant", "search_read", [["location_id.usage", "=", "internal"]], ["value"]
        )
        self.shelves = add(quants, "value")

    def _balance(self, field, operator, value, *more):
        domain = [["parent_state", "=", "posted"], [field, operator, value], *more]
        return add(self.desk.call("account.move.line", "search_read", domain, ["balance"]), "balance")

    def invoiced(self, side, since):
        """Return the sum of all sales (`out`) or purchases (`in`) documents since a day."""
        domain = [["state", "=", "posted"], ["move_type", "=like", f"{side}%"], ["date", ">=", str(since)]]
        documents = self.desk.call("account.move", "search_read", domain, ["amount_total_signed"])
        return abs(add(documents, "amount_total_signed"))


def this_year():
    return ["date", ">=", f"{today().year}-01-01"]


def today():
    """Return the day that it is for the stores."""
    return datetime.now(ZoneInfo("America/Argentina/Buenos_Aires")).date()


def add(rows, field):
    return sum((Decimal(str(row[field])) for row in rows), Decimal())


def in_spanish(amount):
    """Write an amount as people here do: 1.234,56."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
