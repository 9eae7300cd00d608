"""`python -m bench --stores N --products M`: prints the figures as one JSON object."""

import argparse
import json
import sys

from launcher import postgres, server
from launcher.say import Failure, say, step

from . import collective, crowd, data, figures, measures, portal, seals, search
from .sites import Server, Site

STOCK_STORES = 12
SIZES = (12, 60, 300)
#: stores are made in as many goes, ours and stock Odoo's in turn
GOES = 3


def main():
    parser = argparse.ArgumentParser(prog="./chasqui bench")
    parser.add_argument("--stores", type=int, default=60)
    parser.add_argument("--products", type=int, default=40)
    parser.add_argument(
        "--seals-products", type=int, default=0, help="also measure a store of that many products with seals"
    )
    parser.add_argument(
        "--only-catalogue", action="store_true", help="measure nothing but one and eight at a catalogue"
    )
    parser.add_argument("--only-seals", action="store_true", help="measure nothing but seals")
    parser.add_argument("--only-collective", action="store_true", help="measure nothing but buying together")
    parser.add_argument("--only-portal", action="store_true", help="measure nothing but the portal")
    parser.add_argument(
        "--directory-stores", type=int, default=0, help="also measure a directory of that many"
    )
    parser.add_argument(
        "--search-products", type=int, default=0, help="also measure the portal's search in so many products"
    )
    parser.add_argument("--search-stores", type=int, default=1000, help="stores that these products are of")
    parser.add_argument("--only-search", action="store_true", help="measure nothing but the portal's search")
    arguments = parser.parse_args()
    if server.running():
        raise Failure("Stop the server first (./chasqui stop): it would slow what is measured.")
    machine = figures.machine()
    found = []
    only = [
        name
        for name in ("catalogue", "collective", "portal", "search", "seals")
        if getattr(arguments, f"only_{name}")
    ]
    if not only:
        found += [*measures.start_up(), *_measure_stores(arguments.stores, arguments.products)]
    if "catalogue" in only:
        found += _measure_catalogue(arguments.stores, arguments.products)
    if "seals" in (only or ["seals"]):
        found += _measure_seals(arguments.products, arguments.seals_products)
    if "collective" in (only or ["collective"]):
        found += _measure_collective(arguments.products)
    if "portal" in (only or ["portal"]):
        found += _measure_portal(arguments.directory_stores)
    if arguments.search_products:
        found += _measure_search(arguments.search_stores, arguments.search_products)
    json.dump(figures.report(found, machine), sys.stdout, ensure_ascii=False, indent=1)


def _measure_stores(stores, products):
    database_server = postgres.connect()
    with (
        Site(database_server, "stock", "base", data.make_stock_stores) as stock,
        Site(database_server, "chasqui", "addons", data.make_chasqui_stores) as ours,
    ):
        _make_stores(stock, ours, stores, products)
        found = [*measures.births(stock, ours), *_measure_visits(stock, ours, stores)]
        return found + crowd.catalogue(ours)


def _measure_catalogue(stores, products):
    with Site(postgres.connect(), "catalogue", "addons", data.make_chasqui_stores) as site:
        site.add_stores(stores, products)
        return crowd.catalogue(site)


def _measure_seals(products, many):
    """Measure on a database of its own: what the others measure has no seals in it."""
    with Site(postgres.connect(), "seals", "addons", data.make_chasqui_stores) as site:
        site.add_stores(2, products)
        found = seals.shop(site, Server)
        if many:
            found += seals.large_shop(site, Server, many)
        return found + seals.expiry(site)


def _measure_collective(products):
    """Measure on databases of their own, with one store each."""
    database_server = postgres.connect()
    with (
        Site(database_server, "stock_orders", "base", data.make_stock_stores) as stock,
        Site(database_server, "collective", "addons", data.make_chasqui_stores) as ours,
    ):
        for site in (stock, ours):
            site.add_stores(1, products)
        return collective.load(ours) + collective.confirmation(stock, ours)


def _measure_portal(directory_stores):
    """Measure on a database of its own, with a few stores first, and then with many."""
    with Site(postgres.connect(), "portal", "addons", data.make_chasqui_stores) as site:
        site.run(portal.portal_data, "list_stores(env, 100001, 12, 5)")
        found = portal.kept_pages(site, Server)
        if directory_stores:
            found += portal.directory(site, Server, directory_stores)
        return found


def _measure_search(stores, products):
    with Site(postgres.connect(), "search", "addons", data.make_chasqui_stores) as site:
        site.add_stores(2, 20)
        return search.network(site, Server, stores, products)


def _make_stores(stock, ours, stores, products):
    for go in range(1, GOES + 1):
        for site, total in ((stock, min(stores, STOCK_STORES)), (ours, stores)):
            count = total * go // GOES - len(site.stores)
            with step(f"Making {count} stores in {site.name}"):
                site.add_stores(count, products)


def _measure_visits(stock, ours, stores):
    with Server(stock) as stock_server, Server(ours) as server:
        found = measures.pages(stock_server, server)
    # Fresh servers, so that two workers' memory differs only by the stores that they saw.
    with Server(stock) as stock_server, Server(ours, "one") as one, Server(ours, "turn") as turn:
        return found + measures.flat(_sizes(stores), stock_server, one, turn)


def _sizes(stores):
    """Return how many stores are visited in turn: each usual number up to what was asked for."""
    return sorted({size for size in SIZES if size < stores} | {stores})


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        say(f"\n{failure}")
        sys.exit(1)
