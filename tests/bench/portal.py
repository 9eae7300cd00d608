"""What the portal costs: its kept pages, and the directory of many stores."""

import time

import requests
from launcher.say import Failure, say

from . import portal_data
from .figures import Figure, p50, ratio
from .measures import PAGE_VISITS, WARM_UP, in_turn

HOST = "localhost:8069"
BATCH = 100
DIRECTORY_STORES = 1000
DIRECTORY_PRODUCTS = 5
DIRECTORY_VISITS = 30
#: pages without parameters, as every anonymous visitor sees them
KEPT_PAGES = ("/stores", "/producers")
#: what is looked for in the directory, each answered anew
SEARCHES = {
    "the directory": "/stores?page=2",
    "the directory, by kind of organisation": "/stores?kind=cooperative",
    "the directory, near a town": "/stores?near=Luján, Buenos Aires",
}


class Visitor:
    """Somebody at the platform's site who keeps one connection, as browsers do."""

    def __init__(self, server):
        self._root = f"http://127.0.0.1:{server.port}"
        self._browser = requests.Session()
        self._browser.trust_env = False  # no proxy between us and this machine
        self._browser.headers["Host"] = HOST

    def open(self, path):
        """Return how many seconds a page took."""
        begun = time.perf_counter()
        answer = self._browser.get(self._root + path, allow_redirects=False)
        seconds = time.perf_counter() - begun
        if answer.status_code != 200:
            raise Failure(f"{path} answered {answer.status_code}")
        return seconds


def kept_pages(site, open_server):
    """Pages that are drawn once, beside `/web/health`, which draws nothing."""
    figures = []
    with open_server(site) as server:
        visitor = Visitor(server)
        for path in KEPT_PAGES:
            say(f"Measuring {path}…")
            page, health = in_turn(
                PAGE_VISITS,
                WARM_UP,
                lambda path=path: visitor.open(path),
                lambda: visitor.open("/web/health"),
            )
            figures += [p50(path, page), ratio(f"{path} / web health", page, health, 3.0)]
    return figures


def directory(site, open_server, stores=DIRECTORY_STORES):
    """The directory and its map of many stores, filtered, so that each visit is answered anew."""
    for first in range(1, stores + 1, BATCH):
        say(f"Listing stores {first} to {first + BATCH - 1}…")
        call = f"list_stores(env, {first}, {min(BATCH, stores - first + 1)}, {DIRECTORY_PRODUCTS})"
        site.run(portal_data, call)
    figures = []
    with open_server(site) as server:
        visitor = Visitor(server)
        for name, path in SEARCHES.items():
            say(f"Measuring {path}…")
            [seconds] = in_turn(DIRECTORY_VISITS, WARM_UP, lambda path=path: visitor.open(path))
            figures.append(Figure(f"{name}, {stores} stores, with map", p50(name, seconds).value, "ms", 80.0))
    return figures
