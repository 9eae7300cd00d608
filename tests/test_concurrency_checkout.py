"""Nothing is sold twice, with sixteen workers and payments that happen elsewhere."""

import pytest

from .support.checkout import Checkouts
from .support.real_server import RealServer

UNITS = (1, 5, 50)
LATE_UNITS = 4
SHOPPERS = 200
BATCHES = 4


@pytest.fixture(scope="module")
def server(postgres, addons_database):
    # No scheduler: while one of its jobs runs, Odoo installs no module (here, payments made elsewhere).
    options = ["--max-cron-threads=0"]
    with RealServer(postgres, "checkout", addons_database, workers=16, options=options) as running:
        yield running


@pytest.fixture(scope="module")
def checkouts(server):
    return Checkouts(server, units=UNITS, shoppers=SHOPPERS)


@pytest.fixture(scope="module")
def sold_out(checkouts):
    """All start to pay at once, and all who may go on pay at once."""
    payments = checkouts.start_all(checkouts.orders(*UNITS))
    checkouts.pay_all(payments)
    return payments


@pytest.mark.parametrize("units", UNITS)
def test_the_last_units_are_sold_once_each(sold_out, checkouts, units):
    assert checkouts.count_orders(units, "o.state = 'sale'") == units
    assert checkouts.count_assigned(units) == units


@pytest.mark.parametrize("units", UNITS)
def test_nothing_is_reserved_beyond_what_there_is(sold_out, checkouts, units):
    assert checkouts.count_over_reserved(units) == 0


def test_whoever_could_not_buy_was_told_before_paying(sold_out, checkouts):
    assert len(sold_out) == sum(UNITS)
    assert not any(checkouts.count_orders(units, "o.chasqui_late_payment IS NOT NULL") for units in UNITS)


def test_of_those_who_pay_late_only_as_many_as_there_are_units_get_them(server):
    late = Checkouts(server, units=[LATE_UNITS], shoppers=BATCHES * LATE_UNITS)
    orders, payments = late.orders(LATE_UNITS), []
    for first in range(0, len(orders), LATE_UNITS):
        payments += late.start_all(orders[first : first + LATE_UNITS])
        late.expire_holds()
    late.pay_all(payments)
    assert len(payments) == len(orders)
    assert late.count_orders(LATE_UNITS, "o.state = 'sale'") == LATE_UNITS
    assert late.count_over_reserved(LATE_UNITS) == 0
    told = late.count_orders(LATE_UNITS, "o.state = 'cancel' AND o.chasqui_late_payment = 'refund'")
    assert told == len(orders) - LATE_UNITS
