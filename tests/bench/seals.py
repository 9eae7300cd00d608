"""What seals cost: on the shop's page, in a store of many products, and in the night when many expire."""

from launcher.say import say

from . import seal_data
from .figures import Figure, p50, ratio
from .measures import PAGE_VISITS, WARM_UP, around, in_turn
from .visits import Shopper

LARGE_VISITS = 10
EXPIRING = 10_000


def shop(site, open_server):
    """`/shop` of a store whose products carry seals, beside one whose products carry none."""
    sealed, plain = site.stores[:2]
    site.run(seal_data, f"carry_seals(env, {sealed['product_template_id']})")
    with open_server(site) as server:
        say("Measuring /shop with seals…")
        with_seals, without = in_turn(PAGE_VISITS, WARM_UP, around(server, [sealed]), around(server, [plain]))
    return [
        p50("/shop, with seals and their filter", with_seals),
        ratio("/shop, with seals / without", with_seals, without, 1.1),
    ]


def large_shop(site, open_server, products):
    """The page filtered by seals in a store of many products, beside its plain page."""
    store = site.stores[0]
    site.run(seal_data, f"fill_store(env, {store['product_template_id']}, {products})")
    with open_server(site) as server:
        say(f"Measuring /shop of {products} products…")
        filtered, plain = in_turn(
            LARGE_VISITS,
            1,
            around(server, [store], Shopper.filter_by_seals),
            around(server, [store], Shopper.open_shop),
        )
    name = f"/shop of {products} products with 5 seals each"
    return [
        p50(f"{name}, plain", plain),
        p50(f"{name}, filtered", filtered),
        ratio(f"{name}, filtered / plain", filtered, plain, 1.2),
    ]


def expiry(site):
    """The night in which ten thousand grants end at one store."""
    template_id = site.stores[1]["product_template_id"]
    products = EXPIRING // len(seal_data.SEALS)
    say(f"Expiring {EXPIRING} grants…")
    site.run(seal_data, f"fill_store(env, {template_id}, {products})")
    seconds = site.run(seal_data, f"expire(env, {template_id}, {EXPIRING})")
    return [Figure(f"expiry of {EXPIRING} grants", seconds, "s", 60.0)]
