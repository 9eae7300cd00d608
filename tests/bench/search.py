"""The portal's search over a large network: what a search takes, what it finds, what an edit costs."""

import time
from statistics import quantiles

import requests
from launcher.say import Failure, say

from . import search_data
from .figures import HIGHER, Figure, p50, ratio

SEARCHES = 200
PAGES = 120
WARM_UP = 20
EDITS = 30
MISSPELT = 1000
LANGUAGE = "es_AR"
#: what one presses without looking for anything
FILTERS_ALONE = [
    [("seal", "agroecological")],
    [("way", "pickup")],
    [("seal", "agroecological"), ("way", "pickup")],
    [("at", "-34.70,-58.27")],
    [("sort", "price")],
    [("page", "2")],
]
FILTER_VISITS = 10


def network(site, open_server, stores, products):
    """Measure a network of so many stores and products, beside the two stores that it grew from."""
    before = site.run(search_data, f"edit_seconds(env, {EDITS})")
    say(f"Making {stores} stores with {products} products…")
    site.run(search_data, f"fill_network(env, {stores}, {products})")
    say("Measuring searches…")
    name = f"search in {products} products of {stores} stores"
    searches = site.run(search_data, f"search_seconds(env, {SEARCHES})")
    share = site.run(search_data, f"misspelt_share(env, {MISSPELT})")
    after = site.run(search_data, f"edit_seconds(env, {EDITS})")
    addresses = site.run(search_data, f"search_addresses(env, {PAGES + WARM_UP})")
    with open_server(site) as server:
        say("Measuring /products…")
        pages = [_get_seconds(server, values) for values in addresses][WARM_UP:]
        plain = [_get_seconds(server, []) for _visit in range(WARM_UP)]
        alone = [_get_seconds(server, values) for _visit in range(FILTER_VISITS) for values in FILTERS_ALONE]
    return [
        p50(f"{name}: SQL", searches),
        p95(f"{name}: SQL, p95", searches, 50),
        p50(f"{name}: page", pages),
        p95(f"{name}: page, p95", pages, 150),
        p50(f"{name}: page without parameters", plain[5:]),
        p95(f"{name}: page with filters alone, p95", alone[len(FILTERS_ALONE) :], 150),
        Figure(f"{name}: words with one letter wrong that are found", share, "share", 0.99, HIGHER),
        p50("an edit of a product, until it can be found", after),
        ratio(f"an edit of a product, with {products} products / with few", after, before, 1.25),
    ]


def p95(name, seconds, target):
    return Figure(name, quantiles(seconds, n=20)[-1] * 1000, "ms", target)


def _get_seconds(server, values):
    begun = time.perf_counter()
    answer = requests.get(
        f"http://127.0.0.1:{server.port}/products",
        params=values,
        headers={"Host": "localhost:8069"},
        cookies={"frontend_lang": LANGUAGE},
    )
    seconds = time.perf_counter() - begun
    if answer.status_code != 200 or "o_chasqui_products" not in answer.text:
        raise Failure(f"/products answered {answer.status_code} to {values}")
    return seconds
