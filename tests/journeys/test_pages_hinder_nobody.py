"""The public pages, by day and by night: nothing that hinders who does not see, or does not point."""

import pytest

PLATFORM_PAGES = [
    "/",
    "/stores",
    "/stores/huerta",
    "/products?q=miel",
    "/nodes",
    "/producers",
    "/figures",
    "/calendar",
    "/blog",
    "/about",
    "/help",
    "/apply",
    "/contact",
    "/privacy",
    "/seals",
    "/seals/agroecological",
    "/seals/nothing",
    "/decisions",
    "/web/login",
    "/nothing-here",
]
STORE_PAGES = [
    "/",
    "/shop",
    "/shop?search=zzqqxx",
    "/shop?seal=agroecological&seal=artisanal&seals=all",
    "/producers",
    "/about",
    "/contactus",
    "/terms",
    "/shop/cart",
    "/web/login",
    "/web/signup",
    "/nothing-here",
]

ACCOUNT_PAGES = [
    "/my",
    "/my/purchases",
    "/my/balance",
    "/my/groups",
    "/my/nodes",
    "/my/favourites",
    "/my/seals",
    "/my/year",
    "/my/invoices",
    "/my/account",
    "/my/addresses",
    "/my/security",
    "/my/data",
    "/my/orders",
]


# when a page asked for the rest of its scripts, and when it had been painted or waited long enough for that
ASKED_AND_SEEN = """() => {
    const script = performance.getEntriesByType("resource").find((one) => one.name.includes("_lazy"));
    const [paint] = performance.getEntriesByName("first-contentful-paint");
    const [page] = performance.getEntriesByType("navigation");
    return script && page.loadEventEnd && [
        script.startTime,
        Math.min(paint ? paint.startTime : Infinity, page.loadEventEnd + 2000),
    ];
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_pages_of_an_account_hinder_nobody_and_lead_back(server, visitor, scheme):
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.enters(server.url, "ana", "chasqui")
    for path in ACCOUNT_PAGES:
        visitor.goes_to(server.url + path)
        visitor.fits()
        visitor.is_hindered_by_nothing()
        assert visitor.page.locator("nav a.o_chasqui_back").count() == (path != "/my"), path


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_public_pages_hinder_nobody(server, visitor, scheme):
    visitor.page.emulate_media(color_scheme=scheme)
    visitor.expects(r"status of 404")
    addresses = [server.url + path for path in PLATFORM_PAGES]
    addresses += [server.store_url("huerta") + path for path in STORE_PAGES]
    for address in addresses:
        visitor.goes_to(address)
        visitor.fits()
        visitor.is_hindered_by_nothing()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_product_in_the_cart_hinders_nobody(server, visitor, scheme):
    page = visitor.page
    page.emulate_media(color_scheme=scheme)
    visitor.goes_to(server.store_url("huerta") + "/shop?search=tomate")
    page.get_by_role("link", name="Tomate redondo").first.click()
    page.wait_for_selector(".o_wsale_product_page")
    visitor.is_served()
    visitor.is_hindered_by_nothing()
    page.locator("#add_to_cart").click()
    page.wait_for_function("document.querySelector('.my_cart_quantity')?.textContent.trim() > '0'")
    visitor.goes_to(server.store_url("huerta") + "/shop/cart")
    visitor.is_hindered_by_nothing()
    visitor.look(f"cart-{scheme}")


def test_pages_are_seen_before_the_rest_of_their_scripts_is_run(server, visitor):
    for address in (server.url, server.store_url("huerta") + "/shop"):
        visitor.goes_to(address)
        asked, seen = visitor.page.wait_for_function(ASKED_AND_SEEN).json_value()
        assert asked >= seen, address
