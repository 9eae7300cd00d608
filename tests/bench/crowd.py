"""One visitor and eight at a catalogue whose products carry seals: searches, and guests who buy."""

import threading
import time

from launcher.say import Failure, say

from . import seal_data
from .figures import HIGHER, Figure, p50, p95
from .portal import Visitor
from .sites import Server
from .visits import Shopper

CLIENTS = (1, 8)
SECONDS = 10
#: seconds that do not count: every worker reads what it keeps in memory
WARM_UP = 6
PRODUCTS = 40


class Crowded(Server):
    """As many workers as two cores are given."""

    options = ["--workers=5", "--max-cron-threads=0"]


class Guest:
    """Somebody who does one thing over and over, each time a little differently."""

    def __init__(self, server, number):
        self.number = number
        self.visitor = Visitor(server)
        self.shopper = Shopper(server, server.site.stores[number % len(server.site.stores)])

    def search_all(self):
        self.visitor.open(f"/products?q=producto+{self._count()}")

    def see_all(self):
        self.visitor.open(f"/products?page={1 + self._count() % 20}&sort=price")

    def search_store(self):
        self.shopper.open_path(f"/shop?search=producto+{self._count()}")

    def see_store(self):
        self.shopper.open_path(f"/shop/page/{1 + self._count() % 2}")

    def buy(self):
        self.shopper.buy()

    def _count(self):
        self.number += 1
        return self.number % PRODUCTS


WAYS = {
    "all stores searched": Guest.search_all,
    "all stores, without a term": Guest.see_all,
    "one store searched": Guest.search_store,
    "one store, without a term": Guest.see_store,
    "guest checkout": Guest.buy,
}


def catalogue(site):
    """Return what each way takes for one client and for eight, and how many are served a second."""
    site.run(seal_data, "seal_catalogue(env)")
    found = []
    with Crowded(site) as server:
        for name, way in WAYS.items():
            say(f"{name.capitalize()}, by {max(CLIENTS)} at a time…")
            _do_all(server, way, max(CLIENTS), WARM_UP)
            for clients in CLIENTS:
                found += _tell(f"{name}, {clients} at a time", *_do_all(server, way, clients, SECONDS))
    return found


def _tell(name, seconds, lasted):
    return [
        p50(name, seconds),
        p95(f"{name}: p95", seconds),
        Figure(f"{name}: served", len(seconds) / lasted, "per second", better=HIGHER),
    ]


def _do_all(server, way, clients, lasting):
    """Let so many guests do the same until the time is over; return how long each took, and all together."""
    begun = time.perf_counter()
    seconds, problems = [], []

    def go_on(number):
        guest = Guest(server, number * 7)
        try:
            while time.perf_counter() - begun < lasting:
                started = time.perf_counter()
                way(guest)
                seconds.append(time.perf_counter() - started)
        except Exception as problem:  # of a thread: told when all have ended
            problems.append(problem)

    threads = [threading.Thread(target=go_on, args=(number,)) for number in range(clients)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if problems:
        raise Failure(f"A guest was refused: {problems[0]}")
    return seconds, time.perf_counter() - begun
