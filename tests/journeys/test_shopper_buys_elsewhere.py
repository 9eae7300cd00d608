"""Journey 2. Who signed up at one store buys at another, in cash at the door; and buys the same again."""

import pytest

from ..support.shopping import Shopper

PASSWORD = "canasta-de-barrio"
HUERTA, ESPIGA = "Zanahoria", "Tallarines al huevo"


@pytest.fixture
def address(size):
    return f"sofia-{size['width']}@example.com"


@pytest.fixture
def sofia(arrives):
    return arrives("shopper")


def orders_of(server, address):
    """Return the orders of a shopper, each with its store, oldest first."""
    rows = server.query(
        "SELECT o.id, o.name, o.state, s.slug FROM sale_order o JOIN res_partner p ON p.id = o.partner_id"
        " JOIN chasqui_store s ON s.company_id = o.company_id"
        f" WHERE p.email = '{address}' AND o.state != 'draft' ORDER BY o.id"
    )
    return [row.split("|") for row in rows.splitlines()]


def signs_up_and_buys(huerta, address):
    huerta.signs_up("Sofía Ledesma", address, PASSWORD)
    huerta.visitor.judges("account")
    huerta.finds(HUERTA)
    huerta.adds_to_cart()
    huerta.goes_to("/shop/cart")
    huerta.goes_on()
    huerta.writes_address(
        phone="+54 11 4999 0606", street="Belgrano 310", city="Moreno", zip="B1744", vat="20304050"
    )
    huerta.goes_on()
    huerta.chooses_pickup("Galpón de la cooperativa")
    huerta.goes_on()
    huerta.chooses_payment("contra entrega")
    huerta.confirms()
    huerta.visitor.sees(HUERTA)
    huerta.visitor.look("first-confirmation")


def buys_to_her_door(espiga):
    """At the second store she is known: the portal says who she is, and her address is there."""
    espiga.goes_to("/web/login")
    espiga.page.wait_for_url("**/my")
    espiga.finds(ESPIGA)
    espiga.visitor.judges("second-store")
    espiga.adds_to_cart()
    espiga.goes_to("/shop/cart")
    espiga.goes_on()
    espiga.chooses_home_delivery()
    espiga.visitor.sees("Belgrano 310")
    espiga.visitor.judges("home-delivery")
    espiga.goes_on()
    espiga.chooses_payment("contra entrega")
    espiga.visitor.judges("cash")
    espiga.confirms()
    espiga.visitor.sees(ESPIGA, "Belgrano 310")
    espiga.visitor.judges("second-confirmation")


def buys_again(shopper, order):
    """Repeat an order where it was made; the other store's is repeated at the other store."""
    shopper.opens_order(order, "La Huerta del Oeste")
    shopper.visitor.judges("order")
    shopper.page.locator("#reorder_sidebar_button:visible").first.click()
    shopper.page.wait_for_url("**/shop/cart")
    shopper.visitor.sees(HUERTA)
    shopper.visitor.sees_no(ESPIGA)
    shopper.visitor.judges("again")


def test_who_signed_up_at_one_store_buys_at_another_and_buys_again(server, arrives, sofia, address):
    huerta = Shopper(sofia, server.store_url("huerta"))
    espiga = Shopper(sofia, server.store_url("espiga"))
    signs_up_and_buys(huerta, address)
    buys_to_her_door(espiga)

    first, second = orders_of(server, address)
    assert [first[2:], second[2:]] == [["sale", "huerta"], ["sale", "espiga"]]
    for store in (huerta, espiga):
        store.goes_to("/my/orders")
        assert sofia.page.locator("tr a[href*='/my/orders/']").count() == 2
        sofia.sees(first[1], "La Huerta del Oeste", second[1], "La Nueva Espiga")
    buys_again(huerta, first[1])
    huerta.opens_order(second[1], "La Nueva Espiga")
    sofia.sees("La Nueva Espiga")
    assert not sofia.page.locator("#reorder_sidebar_button:visible").count()

    stranger = Shopper(arrives("neighbour"), espiga.url)
    stranger.visitor.enters(espiga.url, "ana", "chasqui")
    for number, *_rest in (first, second):
        stranger.goes_to(f"/my/orders/{number}")
        stranger.visitor.sees_no(HUERTA, ESPIGA, "Sofía", "Belgrano 310")
