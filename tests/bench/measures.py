"""What is measured. Whatever is compared is measured in turn, since the machine is never quiet."""

import subprocess
import time
import urllib.error
import urllib.request
from itertools import cycle

from launcher import paths, system
from launcher.say import Failure, say

from .figures import Figure, drift, p50, ratio
from .visits import Shopper

PAGE_VISITS = 60
CHECKOUTS = 12
WARM_UP = 3
#: stores visited in turn -> how much slower `/shop` may be than at one store
FLAT_TARGETS = {12: 1.15, 60: 1.25, 300: 1.3}
#: so many stores at least cost each what the first did
STEADY = 60
STARTS = 2
START_SECONDS = 600


def births(stock, ours):
    """What it costs to make a store, and whether the last costs what the first did."""
    steady = ours.births[:STEADY]
    return [
        p50("making a store, stock Odoo", stock.births),
        p50("provisioning a store", ours.births),
        ratio("provisioning a store / stock Odoo's own way", ours.births, stock.births, 0.5),
        drift(f"provisioning {len(steady)} stores, the last / the first", steady, 1.2),
    ]


def pages(stock, ours):
    """Warm pages and a guest's checkout at one store, beside stock Odoo's."""
    figures = []
    for name, visit, times, target in (
        ("/shop", Shopper.see_shop, PAGE_VISITS, 1.0),
        ("product page", Shopper.see_product, PAGE_VISITS, 1.0),
        ("guest checkout", Shopper.buy, CHECKOUTS, 1.1),
    ):
        say(f"Measuring {name}…")
        taken = in_turn(
            times, WARM_UP, *(around(server, server.site.stores[:1], visit) for server in (stock, ours))
        )
        figures += [
            p50(f"{name}, stock Odoo", taken[0]),
            p50(name, taken[1]),
            ratio(f"{name} / stock Odoo", taken[1], taken[0], target),
        ]
    return figures


def flat(sizes, stock, one, turn):
    """`/shop` of many stores visited in turn, beside one store visited over and over.

    :param one: a fresh server, for visits to its first store alone
    :param turn: another on the same database
    """
    figures = []
    for size in sizes:
        say(f"Visiting {size} stores in turn…")
        visits = [around(one, one.site.stores[:1]), around(turn, turn.site.stores[:size])]
        if size <= len(stock.site.stores):
            visits.append(around(stock, stock.site.stores[:size]))
        one_store, *in_turns = in_turn(max(size, PAGE_VISITS), size, *visits)
        name = f"/shop, {size} stores in turn"
        figures.append(ratio(f"{name} / one store", in_turns[0], one_store, flat_target(size)))
        figures += [p50(f"{name}, stock Odoo", seconds) for seconds in in_turns[1:]]
    figures.append(_memory(sizes[-1], one, turn))
    return figures


def flat_target(size):
    return next((target for most, target in FLAT_TARGETS.items() if size <= most), None)


def _memory(size, one, turn):
    """Compare two workers after the same number of visits: to one store, and to many."""
    name = f"memory of a worker, {size} stores / one store"
    return Figure(name, turn.memory() / one.memory(), "times", 1.3)


def around(server, stores, visit=Shopper.see_shop):
    """Return a function that makes the visit at the next of the stores, and returns its seconds."""
    shoppers = cycle([Shopper(server, store) for store in stores])
    return lambda: _seconds(visit, next(shoppers))


def _seconds(call, *arguments):
    begun = time.perf_counter()
    call(*arguments)
    return time.perf_counter() - begun


def in_turn(times, warm_up, *visits):
    """Make several kinds of visits in turn, again and again; return the seconds of each kind.

    :param warm_up: how many rounds come first and do not count
    :param visits: functions that return seconds
    """
    rounds = [[visit() for visit in visits] for _ in range(warm_up + times)]
    return [list(seconds) for seconds in zip(*rounds[warm_up:], strict=True)]


def start_up():
    """From `./chasqui run` to a served page, once all is set up: the first start does not count.

    All on one port: another address would be told to the database first.
    """
    port = system.free_port()
    seconds = [_start_once(port) for _ in range(1 + STARTS)]
    return [Figure("second start to a served page", min(seconds[1:]), "s", 10.0)]


def _start_once(port):
    say("Starting ./chasqui run…")
    begun = time.perf_counter()
    process = subprocess.Popen(
        [str(paths.ROOT / "chasqui"), "run", f"--port={port}"],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait_for_page(process, f"http://localhost:{port}/")
        return time.perf_counter() - begun
    finally:
        process.terminate()
        process.communicate()


def _wait_for_page(process, url):
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Failure(f"./chasqui run ended: {process.stderr.read()}")
        try:
            urllib.request.urlopen(url, timeout=60).read()
            return
        except urllib.error.HTTPError as error:
            raise Failure(f"{url} answered {error.code}") from error
        except OSError:
            time.sleep(0.05)
    raise Failure(f"./chasqui run served no page within {START_SECONDS} s")
