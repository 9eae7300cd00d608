"""What happens in a store of the demonstration: who buys what and when, how it ends, what is bought again.

Drawn by lot with the store's slug as the seed, so that it is the same for everybody on the same day.
Nothing happens on the last day of a month: the books are closed on it.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from math import ceil
from random import Random

from dateutil.relativedelta import relativedelta

PAID = "paid"
RETURNED = "returned"  # something came back damaged: a credit note, and the rest was paid
OVERDUE = "overdue"
UNMATCHED = "unmatched"  # the money is on the bank's statement, and nobody matched it yet
TO_INVOICE = "to invoice"
PARTIAL = "partial"
TO_PICK = "to pick"
PROMISED = "promised"  # a transfer is awaited
CART = "cart"
BILLED = "billed"
TO_BILL = "to bill"
ORDERED = "ordered"

ONE_IN_RETURNED = 11
SETTLED_DAYS = 18
#: how the latest sales of every store stand, and how many days ago each was ordered
RECENT_SALES = (
    (OVERDUE, 40),
    (UNMATCHED, 12),
    (TO_INVOICE, 6),
    (PARTIAL, 4),
    (TO_PICK, 2),
    (TO_PICK, 1),
    (PROMISED, 1),
    (PROMISED, 0),
    (CART, 1),
    (CART, 0),
)
NOT_CONFIRMED = {PROMISED, CART}
INVOICED = {PAID, RETURNED, OVERDUE, UNMATCHED}
#: how much of what a store starts with may be sold before the shelves are filled again
SOLD_SHARE = 0.5
MONTHS_BETWEEN_PURCHASES = 2


@dataclass
class Sale:
    """One order of a shopper."""

    ordered_on: date
    ends: str
    shopper: int
    lines: list  # (product's code, quantity)
    at_home: bool
    in_cash: bool
    delivered_on: date | None = None
    paid_on: date | None = None

    @property
    def is_confirmed(self):
        return self.ends not in NOT_CONFIRMED

    @property
    def is_invoiced(self):
        return self.ends in INVOICED


@dataclass
class Purchase:
    """One order to a producer, of what was sold since the last one."""

    ordered_on: date
    ends: str
    producer: str
    lines: list
    received_on: date
    billed_on: date
    paid_on: date


class Plan:
    """The business of one store.

    :param str slug: the store, which is the seed
    :param list rows: its products, as read from their file
    :param int sales: how many whole cycles, from an order to the bank
    :param int shoppers: how many people buy there
    :param date first_day: when its books open
    :param date today: until when
    """

    def __init__(self, slug, rows, sales, shoppers, first_day, today):
        self.lot = Random(slug)  # noqa: S311 no secret: everybody must draw the same
        self.producers = {row["code"]: row["producer"] for row in rows}
        self.left = {row["code"]: float(row["stock"]) * SOLD_SHARE for row in rows}
        self.shoppers = shoppers
        self.first_day = first_day
        self.today = today
        self.sales = sorted(
            [*self._draw_settled_sales(sales), *self._draw_recent_sales()], key=lambda sale: sale.ordered_on
        )
        self.purchases = self._draw_purchases()

    def get_month_ends(self):
        """Return the last days of the months that are over."""
        ends, day = [], self.first_day + relativedelta(day=31)
        while day < self.today:
            ends.append(day)
            day += relativedelta(months=1, day=31)
        return ends

    def _draw_settled_sales(self, number):
        days = (self.today - self.first_day).days - SETTLED_DAYS - 2
        for i in range(number):
            ordered_on = self.first_day + timedelta(2 + self.lot.randrange(days))
            yield self._draw_sale(ordered_on, RETURNED if i % ONE_IN_RETURNED == 4 else PAID)

    def _draw_recent_sales(self):
        for ends, age in RECENT_SALES:
            yield self._draw_sale(self.today - timedelta(age), ends)

    def _draw_sale(self, ordered_on, ends):
        sale = Sale(
            ordered_on=self._avoid_closing(ordered_on),
            ends=ends,
            shopper=self.lot.randrange(self.shoppers),
            lines=self._draw_lines(least=3 if ends in (RETURNED, PARTIAL) else 2),
            at_home=self.lot.random() < 0.3,
            in_cash=ends != UNMATCHED and self.lot.random() < 0.25,
        )
        if ends in INVOICED | {TO_INVOICE, PARTIAL}:
            sale.delivered_on = self._later(sale.ordered_on, 1, 3)
        if ends in (PAID, RETURNED, UNMATCHED):
            wait = (0, 0) if sale.in_cash else (3, 9)
            sale.paid_on = self._later(sale.delivered_on, *wait)
        return sale

    def _draw_lines(self, least):
        """Draw up to four products of which there is enough."""
        on_sale = [code for code, left in self.left.items() if left >= 3]
        lines = []
        for code in self.lot.sample(on_sale, min(self.lot.randint(least, 4), len(on_sale))):
            quantity = self.lot.choice((1, 1, 2, 2, 3))
            self.left[code] -= quantity
            lines.append((code, quantity))
        return lines

    def _draw_purchases(self):
        """Buy again what was sold since the last time, from whoever made it."""
        purchases, since = [], self.first_day
        months = range(MONTHS_BETWEEN_PURCHASES, 13, MONTHS_BETWEEN_PURCHASES)
        days = [self.first_day + relativedelta(months=month, day=4) for month in months]
        days = [day for day in days if day < self.today] or [self.today - timedelta(3)]
        for day in days:
            is_last = day == days[-1]
            for i, (producer, lines) in enumerate(sorted(self._get_sold(since, day).items())):
                ends = (BILLED, TO_BILL, ORDERED, PAID)[i % 4] if is_last else PAID
                purchases.append(self._draw_purchase(day, ends, producer, lines))
            since = day
        return purchases

    def _get_sold(self, since, until):
        """Return what was delivered between two days, in whole units, by producer."""
        quantities = {}
        for sale in self.sales:
            if sale.is_invoiced and since <= sale.delivered_on < until:
                for code, quantity in sale.lines:
                    quantities[code] = quantities.get(code, 0) + quantity
        sold = {}
        for code, quantity in sorted(quantities.items()):
            sold.setdefault(self.producers[code], []).append((code, ceil(quantity)))
        return sold

    def _draw_purchase(self, day, ends, producer, lines):
        ordered_on = self._later(day, 0, 2)
        received_on = self._later(ordered_on, 2, 5)
        billed_on = self._later(received_on, 0, 3)
        return Purchase(
            ordered_on, ends, producer, lines, received_on, billed_on, self._later(billed_on, 5, 12)
        )

    def _later(self, day, least, most):
        return self._avoid_closing(min(day + timedelta(self.lot.randint(least, most)), self.today))

    def _avoid_closing(self, day):
        return day - timedelta(1) if (day + timedelta(1)).day == 1 and day != self.today else day
