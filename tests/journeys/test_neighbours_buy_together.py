"""Journey 6. Neighbours buy together: one starts, another joins with no account, the store delivers."""

import re

import pytest

from ..support.shopping import Shopper

GROUP = "Vecinas de la calle Brown"
POINT = "Biblioteca Popular de Moreno"


@pytest.fixture
def store(at_desk):
    """Somebody of the store, whose terms are such that two baskets are enough."""
    desk = at_desk("store", "huerta-gestion", "huerta")
    [way] = desk.call("chasqui.buying.way", "search", [["kind", "=", "collective"]])
    desk.call("chasqui.buying.way", "write", [way], {"min_amount": 1000, "min_baskets": 2, "is_on": True})
    return desk


def presses(neighbour, action):
    """Press the button of one of the purchase's forms, and wait for the page that follows."""
    with neighbour.page.expect_navigation():
        neighbour.page.locator(f"form[action$='/{action}'] button").first.click()
    neighbour.visitor.is_served()


def introduces_herself(neighbour, name, email):
    neighbour.page.fill("input[name=name]", name)
    neighbour.page.fill("input[name=phone]", "+54 11 4999 0505")
    neighbour.page.fill("input[name=email]", email)


def starts(neighbour, address):
    """From the store's page on buying together to a purchase of one's own."""
    neighbour.goes_to("/collective")
    neighbour.visitor.judges("together")
    neighbour.goes_to("/collective/new")
    neighbour.page.fill("input[name=group_name]", GROUP)
    neighbour.page.get_by_text(POINT).first.click()
    introduces_herself(neighbour, "Delia Ojeda", address)
    neighbour.visitor.judges("start")
    neighbour.page.locator("main form[action='/collective/new'] button").last.click()
    neighbour.page.wait_for_selector(".o_chasqui_purchase")
    neighbour.visitor.is_served()
    neighbour.visitor.sees(GROUP, POINT)
    neighbour.visitor.judges("purchase")
    return neighbour.page.input_value("#invite_link")


def joins(neighbour, link, address):
    neighbour.visitor.goes_to(link)
    neighbour.visitor.sees(GROUP)
    introduces_herself(neighbour, "Rubén Paz", address)
    neighbour.visitor.judges("invitation")
    neighbour.page.locator("main form[action^='/collective/'] button").last.click()
    neighbour.page.wait_for_selector(".o_chasqui_purchase")


def fills_basket(neighbour, product):
    """Choose in the shop, which says whose basket it fills, and come back to the group."""
    presses(neighbour, "shop")
    neighbour.finds(product)
    neighbour.adds_to_cart()
    neighbour.visitor.sees(GROUP)
    neighbour.page.locator(".o_chasqui_basket_bar a.btn").click()
    neighbour.page.wait_for_selector(".o_chasqui_purchase")
    neighbour.visitor.is_served()
    neighbour.visitor.sees(product)
    presses(neighbour, "ready")


def delivers(store, purchase):
    """From the list of purchases through each step, with the sheet that is packed by."""
    store.opens("chasqui_nodes.chasqui_collective_order_action")
    store.page.locator(".o_data_row, .o_kanban_record", has_text=GROUP).first.wait_for()
    store.clerk.look("purchases")
    store.clerk.fits()
    store.opens("chasqui_nodes.chasqui_collective_order_action", purchase)
    store.page.wait_for_selector(".o_form_view")
    store.clerk.look("group")
    store.clerk.fits()
    sheet = store.prints("chasqui_nodes.report_packing", purchase)
    for words in ("Delia Ojeda", "Rubén Paz", "Tomate redondo", "Zapallo"):
        assert words in sheet, sheet
    for button, stage in (
        ("action_accept", "accepted"),
        ("action_prepared", "prepared"),
        ("action_on_way", "on_way"),
        ("action_delivered", "delivered"),
    ):
        store.presses(button)
        store.reaches(stage)
    store.clerk.look("delivered")


def test_neighbours_buy_together_and_each_pays_their_own(server, mailbox, arrives, store):
    width = store.clerk.size["width"]
    delia = Shopper(arrives("coordinator"), server.store_url("huerta"))
    ruben = Shopper(arrives("neighbour"), server.store_url("huerta"))
    link = starts(delia, f"delia-{width}@example.com")
    fills_basket(delia, "Tomate redondo")

    joins(ruben, link, f"ruben-{width}@example.com")
    fills_basket(ruben, "Zapallo")
    ruben.visitor.judges("ready")
    # told by the bus, with no page loaded anew
    delia.page.locator(".o_chasqui_members li", has_text="Rubén Paz").locator(
        ".o_chasqui_chip_ready"
    ).wait_for()
    delia.visitor.judges("everybody-ready")

    presses(delia, "confirm")
    delia.page.locator(".o_chasqui_track").wait_for()
    delia.visitor.judges("confirmed")
    ruben.page.locator(".o_chasqui_track").wait_for()
    pay = ruben.page.locator("a[href$='/pay']").first
    pay.wait_for()
    with ruben.page.expect_navigation():
        pay.click()
    ruben.page.get_by_text(re.compile("transfer", re.I)).first.click()
    ruben.visitor.judges("pay")

    url = re.sub(r"\D", "", delia.page.url.rpartition("/")[2])
    delivers(store, int(url))
    ruben.page.go_back()
    ruben.page.reload()
    ruben.visitor.is_served()
    ruben.visitor.sees("Entregada")
    assert GROUP in str(mailbox.wait_for(f"ruben-{width}@example.com")["subject"])

    stranger = Shopper(arrives("stranger"), server.store_url("huerta"))
    stranger.visitor.expects(r"404")
    stranger.goes_to(f"/collective/purchase/{url}")
    stranger.visitor.sees_no(GROUP, "Rubén Paz")
