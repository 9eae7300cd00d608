"""Journey 4, the books: a manager reads, prints and takes along each of them, and is paid by phone."""

from decimal import Decimal

import openpyxl
import pytest

from ..support.desk import has_ink
from ..support.figures import Figures, in_spanish, today
from ..support.visitor import PHONE

PRODUCT = "ESP-YERBA"
PRICE = 4100
PRODUCER = "Molino Cooperativo Colonia Bella"


@pytest.fixture
def desk(at_desk):
    return at_desk("manager", "espiga-gestion", "espiga")


def posts(desk, move_type, partner, **values):
    """Enter an invoice or a bill of today, as the earlier steps of this journey do on screens."""
    [product] = desk.call("product.product", "search", [["default_code", "=", PRODUCT]])
    line = {"product_id": product, "quantity": 1, "price_unit": PRICE}
    values |= {
        "move_type": move_type,
        "partner_id": partner,
        "invoice_date": str(today()),
        "invoice_line_ids": [[0, 0, line]],
    }
    move = desk.call("account.move", "create", values)
    desk.call("account.move", "action_post", [move])
    return move


def sells(desk, buyer):
    return posts(desk, "out_invoice", desk.call("res.partner", "create", {"name": buyer}))


def buys(desk, number):
    [producer] = desk.call("res.partner", "search", [["name", "=", PRODUCER]])
    return posts(desk, "in_invoice", producer, l10n_latam_document_number=number)


def get_expected(desk):
    """Return an amount that each book must say."""
    figures = Figures(desk)
    month = today().replace(day=1)
    return {
        "money": figures.bank,
        "receivable": figures.receivable,
        "payable": -figures.payable,
        "vat_sale": figures.invoiced("out", month),
        "vat_purchase": figures.invoiced("in", month),
        "ledger": figures.receivable,
        "trial": figures.bank,
        "profit": figures.result,
        "balance": figures.assets,
        "stock": figures.shelves,
    }


def opens_book(desk, kind):
    """Open a book with what it proposes; return what its cells say."""
    desk.opens(f"chasqui_store.action_book_{kind}")
    desk.page.wait_for_selector(".o_chasqui_book")
    return [text.strip() for text in desk.page.locator(".o_chasqui_book td").all_inner_texts()]


def read_numbers(file):
    """Return the numbers of a spreadsheet, to the cent."""
    sheet = openpyxl.load_workbook(file).active
    cells = (cell.value for row in sheet.iter_rows() for cell in row)
    return {Decimal(f"{value:.2f}") for value in cells if isinstance(value, int | float)}


def test_a_manager_reads_every_book(desk):
    width = desk.clerk.size["width"]
    sells(desk, f"Elsa Ledesma {width}")
    buys(desk, f"00004-{width:08}")
    for kind, amount in get_expected(desk).items():
        cells = opens_book(desk, kind)
        desk.clerk.look(f"book-{kind}")
        desk.clerk.fits()
        assert in_spanish(amount) in cells, (kind, amount, cells)


def test_a_manager_prints_every_book_and_takes_it_along(desk):
    width = desk.clerk.size["width"]
    sells(desk, f"Elsa Ledesma, de a {width}")
    buys(desk, f"00005-{width:08}")
    for kind, amount in get_expected(desk).items():
        opens_book(desk, kind)
        assert has_ink(desk.downloads("action_print").read_bytes()), kind
        numbers = read_numbers(desk.downloads("action_export").open("rb"))
        assert amount in numbers, (kind, amount, numbers)


@pytest.mark.parametrize("size", [PHONE], ids=["phone"], indirect=True)
def test_a_manager_is_paid_with_the_phone_in_hand(desk):
    invoice = sells(desk, "Elsa Ledesma, por teléfono")
    desk.opens("account.action_move_out_invoice_type", invoice)
    desk.clerk.fits()
    desk.presses("action_register_payment")
    desk.page.wait_for_selector(".modal button[name=action_create_payments]")
    desk.clerk.look("payment")
    desk.clerk.fits()
    desk.presses("action_create_payments", ".modal")
    desk.page.wait_for_selector(".modal", state="detached")
    assert desk.read("account.move", invoice, "payment_state") in ("in_payment", "paid")
