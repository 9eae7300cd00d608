"""Journey 1. A guest buys vegetables: pickup, bank transfer, a mail in Spanish."""

import pytest

from ..support.shopping import Shopper

PRODUCT = "Tomate redondo"
PRODUCER = "Quinta Los Talas"
OTHERS_PRODUCT = "Zapallo"
POINT = "Biblioteca Popular de Moreno"
ALIAS = "LECHUGA.TOMATE.HUERTA"


@pytest.fixture
def guest(server, arrives):
    return Shopper(arrives("guest"), server.store_url("huerta"))


def finds_by_producer(guest):
    """From the store's first page to what one producer makes."""
    guest.goes_to("/")
    guest.visitor.sees("La Huerta del Oeste")
    guest.visitor.judges("home")
    guest.goes_to("/shop")
    guest.visitor.sees("Verduras")
    guest.visitor.judges("shop")
    guest.page.locator("details[name=producers] summary").click()
    guest.visitor.look("producers")
    guest.page.locator("details[name=producers] a", has_text=PRODUCER).click()
    guest.page.wait_for_url("**producer=*")
    makers = guest.page.locator(".o_chasqui_card_producer").all_inner_texts()
    assert makers and set(makers) == {PRODUCER}
    guest.visitor.judges("producer")


def fills_cart(guest):
    guest.finds(PRODUCT)
    guest.visitor.sees(PRODUCT, "2.600", PRODUCER)
    guest.visitor.judges("product")
    guest.adds_to_cart()
    guest.goes_to("/shop/cart")
    guest.visitor.sees(PRODUCT)
    guest.visitor.judges("cart")


def checks_out(guest, address):
    guest.goes_on()
    guest.writes_address(
        name="Lucía Herrera",
        email=address,
        phone="+54 11 4999 0505",
        street="Alsina 1200",
        city="Moreno",
        zip="B1744",
    )
    guest.visitor.judges("address")
    guest.goes_on()
    guest.chooses_pickup(POINT)
    guest.visitor.judges("delivery")
    guest.goes_on()
    guest.chooses_payment("transfer")
    guest.visitor.judges("payment")
    guest.confirms()
    guest.visitor.sees("2.600", ALIAS, "9990001800000001000016", POINT)
    guest.visitor.judges("confirmation")


def reads_mail(mailbox, address):
    mail = mailbox.wait_for(address)
    text = mail.get_body(("html", "plain")).get_content()
    for expected in ("Lucía Herrera", PRODUCT, ALIAS, POINT):
        assert expected in text, text
    assert "La Huerta del Oeste" in mail["from"]


def test_a_guest_buys_with_pickup_and_transfer(server, mailbox, arrives, guest):
    address = f"lucia-{guest.visitor.size['width']}@example.com"
    finds_by_producer(guest)
    fills_cart(guest)
    checks_out(guest, address)
    reads_mail(mailbox, address)

    order, name, state = server.query(
        f"SELECT o.id, o.name, o.state FROM sale_order o JOIN res_partner p ON p.id = o.partner_id"
        f" WHERE p.email = '{address}'"
    ).split("|")
    # what waits for its transfer is kept for who ordered it
    assert state == "sent"
    assert server.query(f"SELECT count(*) FROM chasqui_stock_hold WHERE order_id = {order}") == "1"

    stranger = Shopper(arrives("stranger"), guest.url)
    stranger.goes_to(f"/my/orders/{order}")
    stranger.visitor.sees_no(name, PRODUCT, "Lucía Herrera")
