"""What buying together costs: thirty people at one purchase, and a hundred baskets confirmed at once."""

import threading
import time

from launcher.say import Failure, say

from . import collective_data
from .figures import Figure, p95, ratio, ratio_p95
from .sites import Server
from .visits import Shopper

PEOPLE = 30
#: the load is measured in goes, together and alone in turn: so many seconds in all for each
SECONDS, GOES = 60, 3
#: seconds that do not count: every worker reads what it keeps in memory
WARM_UP = 20


class BusyServer(Server):
    """As many workers as a machine of some size has: races show with them that four hide."""

    options = ["--workers=16", "--max-cron-threads=0"]


class Neighbour(Shopper):
    """Somebody who changes a basket as fast as the server answers."""

    def __init__(self, server, store, products):
        super().__init__(server, store)
        self.products = products
        self.added = 0
        self.seconds = []
        self.problems = []

    def enter(self, path, token):
        """Take part in a purchase, as whoever a mail was sent to."""
        self._open(f"/collective/back/{token}")
        page = self._open(path)
        key = page.partition('name="csrf_token" value="')[2].partition('"')[0]
        self._send(f"{path}/shop", data={"csrf_token": key})

    def add_until(self, end):
        while time.monotonic() < end:
            product_id, template_id = self.products[self.added % len(self.products)]
            begun = time.perf_counter()
            try:
                self._call(
                    "/shop/cart/add", product_id=product_id, product_template_id=template_id, quantity=1
                )
            except Exception as error:  # whatever it is, the one at the phone sees it
                self.problems.append(repr(error))
                continue
            self.seconds.append(time.perf_counter() - begun)
            self.added += 1


def load(site, open_server=BusyServer):
    """Thirty people at one shared purchase, beside thirty who buy alone."""
    store = site.stores[0]
    template_id = store["product_template_id"]
    group = site.run(collective_data, f"open_group(env, {template_id}, {PEOPLE})")
    with open_server(site) as server:
        together = [Neighbour(server, store, group["products"]) for _ in range(PEOPLE)]
        alone = [Neighbour(server, store, group["products"]) for _ in range(PEOPLE)]
        for neighbour, token in zip(together, group["tokens"], strict=True):
            neighbour.enter(group["path"], token)
        say("Warming up sixteen workers…")
        for neighbours in (together, alone):
            _all_add(neighbours, WARM_UP)
        for neighbour in together + alone:
            neighbour.seconds.clear()
        for go in range(1, GOES + 1):
            say(f"Thirty people fill their baskets, go {go} of {GOES}…")
            _all_add(together, SECONDS / GOES)
            _all_add(alone, SECONDS / GOES)
    counted = site.run(collective_data, f"count_baskets(env, {group['tokens']!r})")
    lost = sum(abs(neighbour.added - count) for neighbour, count in zip(together, counted, strict=True))
    problems = [problem for neighbour in together for problem in neighbour.problems]
    if problems:
        say(problems[0])
    name = f"adding to a basket, {PEOPLE} at one purchase"
    return [
        p95(name, _seconds(together)),
        p95("adding to a cart, as many alone", _seconds(alone)),
        ratio_p95(f"{name} / alone", _seconds(together), _seconds(alone), 1.3),
        Figure("lines lost at one purchase", lost, "lines", 0),
        Figure("errors shown at one purchase", len(problems), "errors", 0),
        Figure("things added at one purchase", sum(counted), "things"),
    ]


def _all_add(neighbours, seconds):
    end = time.monotonic() + seconds
    threads = [threading.Thread(target=neighbour.add_until, args=(end,)) for neighbour in neighbours]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()


def _seconds(neighbours):
    seconds = [taken for neighbour in neighbours for taken in neighbour.seconds]
    if not seconds:
        raise Failure(f"Nobody could add anything: {neighbours[0].problems[:1]}")
    return seconds


def confirmation(stock, ours, goes=2):
    """A hundred baskets of ten lines confirmed together, beside as many orders in stock Odoo."""
    taken = {"singly": [], "together": []}
    for _go in range(goes):
        for site, kind in ((stock, "singly"), (ours, "together")):
            say(f"Confirming {collective_data.PEOPLE} orders in {site.name}…")
            call = {"singly": "confirm_singly", "together": "confirm_group"}[kind]
            template_id = site.stores[0]["product_template_id"]
            taken[kind].append(site.run(collective_data, f"{call}(env, {template_id})"))
    name = f"confirming {collective_data.PEOPLE} orders of {collective_data.LINES} lines"
    return [
        Figure(f"{name}, stock Odoo one by one", min(taken["singly"]), "s"),
        Figure(f"{name}, as a group", min(taken["together"]), "s"),
        ratio(f"{name}, as a group / one by one", taken["together"], taken["singly"], 0.5),
    ]
