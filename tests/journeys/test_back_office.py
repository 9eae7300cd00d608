"""Journey 4. A manager sells, collects, buys, takes back what broke and closes the month.

At the end the goods and the books agree, to the unit and the cent.
"""

import re
from datetime import timedelta
from typing import NamedTuple

import pytest
from playwright.sync_api import TimeoutError as TooLate

from ..support.figures import Figures, in_spanish, today

PRICES = {"ESP-TALLARINES": 2900, "ESP-YERBA": 4100}
SOLD = 2
PAID = SOLD * sum(PRICES.values())
BROKEN, BROKEN_NAME = "ESP-TALLARINES", "Tallarines al huevo"
BOUGHT = "ESP-HARINA-000"
BOUGHT_UNITS = 100
BOUGHT_COST = 930
# the mill is a small taxpayer: its bills, of letter C, have no VAT
BILLED = BOUGHT_UNITS * BOUGHT_COST
PRODUCER = "Molino Cooperativo Colonia Bella"


class Trade(NamedTuple):
    """What differs between the two times that the journey is made."""

    buyer: str
    phone: str
    bill: str


TRADES = {
    360: Trade("Elsa Ferreyra", "+54 3492 55-0102", "00003-00000041"),
    1280: Trade("Rosa Medina", "+54 3492 55-0101", "00003-00000042"),
}


@pytest.fixture
def trade(size):
    return TRADES[size["width"]]


@pytest.fixture
def desk(at_desk):
    desk = at_desk("manager", "espiga-gestion", "espiga")
    desk.clerk.look("first-screen")
    return desk


def take_order_by_phone(desk, trade):
    """Take an order from somebody known by a name and a phone; return its id and that of its delivery."""
    products = desk.call("product.product", "search", [["default_code", "in", list(PRICES)]])
    buyer = desk.call("res.partner", "create", {"name": trade.buyer, "phone": trade.phone})
    lines = [[0, 0, {"product_id": product, "product_uom_qty": SOLD}] for product in products]
    order = desk.call("sale.order", "create", {"partner_id": buyer, "order_line": lines})
    desk.call("sale.order", "action_confirm", [order])
    return order, desk.read("sale.order", order, "picking_ids")[0]


def deliver(desk, delivery, buyer):
    desk.opens("stock.action_picking_tree_all", delivery)
    desk.page.wait_for_selector("button[name=button_validate]:visible")
    desk.clerk.sees(buyer, "Tallarines al huevo")
    desk.clerk.look("delivery")
    desk.clerk.fits()
    assert buyer in desk.prints("stock.report_picking", delivery)
    desk.presses("button_validate")
    desk.reaches("done")
    desk.clerk.look("delivered")


def invoice_and_collect(desk, order, buyer):
    """Invoice the order and register its payment; return the invoice."""
    desk.opens("sale.action_orders", order)
    desk.presses_words("Crear factura")
    desk.page.locator(".modal button#create_invoice_open, .modal button[name=create_invoices]").first.click()
    desk.presses("action_post")
    desk.reaches("posted")
    desk.clerk.sees("FA-B", buyer, "14.000,00")
    desk.clerk.look("invoice")
    desk.clerk.fits()
    desk.presses("action_register_payment")
    desk.page.wait_for_selector(".modal button[name=action_create_payments]")
    desk.clerk.look("payment")
    desk.presses("action_create_payments", ".modal")
    desk.page.wait_for_selector(".modal", state="detached")
    [invoice] = desk.read("sale.order", order, "invoice_ids")
    return invoice


def picks_payment(page):
    """Click on the payment that a bank line is of; return the button that is then ready."""
    payment = page.locator(".o_field_account_reconcile_oca_match .o_data_row", has_text="14.000,00").first
    ready = page.locator("button[name=reconcile_bank_line]:not(.disabled):visible")
    payment.click()
    try:
        ready.wait_for(timeout=10000)
    except TooLate:
        # The list was drawn anew under the click, while the bank line was opened.
        payment.click()
        ready.wait_for()
    return ready


def enter_and_reconcile_bank_line(desk, journal, buyer):
    """Copy a line from the bank's statement, and match it with the payment."""
    page = desk.page
    desk.opens("account.open_account_journal_dashboard_kanban")
    desk.clerk.look("journals")
    card = page.locator(".o_kanban_record", has_text=journal["name"]).first
    card.get_by_role("button", name="Transacciones").click()
    page.wait_for_selector(".o_account_reconcile_oca")
    desk.clerk.look("bank")
    page.locator(".o_control_panel_main_buttons button.btn-primary:visible").first.click()
    desk.fills("payment_ref", f"Transferencia de {buyer}", ".modal")
    desk.fills("amount", str(PAID), ".modal")
    desk.clerk.look("bank-line")
    desk.presses("save", ".modal")
    page.wait_for_selector(".modal", state="detached")
    line = page.locator(".o_account_reconcile_oca .o_kanban_record", has_text=buyer).first
    line.click()
    page.wait_for_selector(".o_reconcile_widget_table")
    ready = picks_payment(page)
    desk.clerk.look("matched")
    desk.clerk.fits()
    ready.click()
    # The screen goes on to the next line that waits.
    line.get_by_text("Conciliado").wait_for()
    desk.clerk.look("reconciled")


def buy(desk, number):
    """Order flour from the mill, receive it and enter the mill's bill."""
    desk.opens("purchase.purchase_rfq", "new")
    desk.picks("partner_id", PRODUCER)
    desk.adds("order_line", BOUGHT, "product_qty", str(BOUGHT_UNITS))
    desk.clerk.look("purchase")
    desk.clerk.fits()
    desk.presses("button_confirm")
    desk.reaches("purchase")
    order = int(re.search(r"/(\d+)$", desk.page.url)[1])
    desk.follows("action_view_picking")
    desk.page.wait_for_selector("button[name=button_validate]:visible")
    desk.presses("button_validate")
    desk.reaches("done")
    desk.clerk.look("received")
    bills(desk, order, number)


def bills(desk, order, number):
    desk.opens("purchase.purchase_form_action", order)
    desk.presses("action_create_invoice")
    desk.fills("l10n_latam_document_number", number)
    desk.fills("invoice_date", desk.page.evaluate("new Date().toLocaleDateString('es-AR')"))
    desk.clerk.look("bill")
    desk.clerk.fits()
    desk.presses("action_post")
    desk.reaches("posted")
    desk.clerk.sees(PRODUCER, "FA-C", "93.000,00")


def takes_back(desk, delivery):
    """One box came back broken: it is received, and written off."""
    page = desk.page
    desk.opens("stock.action_picking_tree_all", delivery)
    desk.presses_words("Devolver")
    page.wait_for_selector(".modal div[name=product_return_moves] .o_data_row")
    desk.writes("product_return_moves", BROKEN_NAME, "quantity", "1")
    desk.clerk.look("return")
    desk.presses("action_create_returns", ".modal")
    page.wait_for_selector(".modal", state="detached")
    desk.presses("button_validate")
    desk.reaches("done")

    desk.opens("stock.action_stock_scrap", "new")
    desk.picks("product_id", BROKEN_NAME)
    desk.fills("scrap_qty", "1")
    desk.clerk.look("written-off")
    desk.presses("action_validate")
    desk.reaches("done")


def gives_credit_note(desk, invoice, buyer):
    """Credit one box of what was invoiced."""
    desk.opens("account.action_move_out_invoice_type", invoice)
    desk.presses("action_reverse")
    desk.fills("reason", "Una caja llegó rota", ".modal")
    desk.clerk.look("credit-note-reason")
    desk.presses("refund_moves", ".modal")
    desk.reaches("draft")
    desk.removes("invoice_line_ids", "Yerba")
    desk.writes("invoice_line_ids", BROKEN_NAME, "quantity", "1")
    desk.presses("action_post")
    desk.reaches("posted")
    desk.clerk.sees("NC-B", buyer, in_spanish(PRICES[BROKEN]))
    desk.clerk.look("credit-note")
    desk.clerk.fits()


def closes_last_month(desk):
    """Look through what is unfinished, then let nobody change the month that is over."""
    page = desk.page
    desk.opens("chasqui_store.action_month_close")
    page.wait_for_selector("button[name=action_close]:visible")
    desk.clerk.look("month")
    desk.clerk.fits()
    if page.locator("button[name=action_post_stock]:visible").count():
        desk.presses("action_post_stock")
        page.wait_for_selector("button[name=action_post_stock]", state="detached")
    desk.presses("action_close")
    page.wait_for_selector("button[name=action_close]", state="detached")
    desk.clerk.sees("Este mes está cerrado")
    desk.clerk.look("month-closed")


def opens_last_month_again(desk):
    """Take back what was closed, as who forgot something does."""
    desk.presses("action_reopen")
    desk.page.wait_for_selector("button[name=action_close]:visible")
    desk.clerk.sees_no("Este mes está cerrado")


def look_at_trial_balance(desk):
    """Open the trial balance with what it proposes; return its text."""
    desk.opens("chasqui_store.action_book_trial")
    book = desk.page.locator(".o_chasqui_book")
    book.wait_for()
    desk.clerk.look("trial-balance")
    return book.inner_text()


def test_a_manager_sells_collects_buys_and_closes_the_month_and_all_figures_agree(desk, trade):
    before = Figures(desk, [*PRICES, BOUGHT])
    order, delivery = take_order_by_phone(desk, trade)
    ordered = Figures(desk, [*PRICES, BOUGHT])
    assert ordered.on_hand == before.on_hand
    assert ordered.reserved == {
        code: before.reserved[code] + SOLD * (code in PRICES) for code in PRICES | {BOUGHT: 0}
    }

    deliver(desk, delivery, trade.buyer)
    invoice = invoice_and_collect(desk, order, trade.buyer)
    enter_and_reconcile_bank_line(desk, before.journal, trade.buyer)
    assert desk.read("account.move", invoice, "payment_state") == "paid"
    assert desk.read("account.move", invoice, "amount_total") == PAID
    buy(desk, trade.bill)
    takes_back(desk, delivery)
    gives_credit_note(desk, invoice, trade.buyer)
    closes_last_month(desk)
    last_month_end = today().replace(day=1) - timedelta(days=1)
    assert desk.read("res.company", before.company["id"], "fiscalyear_lock_date") == str(last_month_end)
    opens_last_month_again(desk)
    desk.call("res.company", "action_close_stock_valuation", [before.company["id"]], auto_post=True)

    after = Figures(desk, [*PRICES, BOUGHT])
    assert after.on_hand == {
        **{code: before.on_hand[code] - SOLD for code in PRICES},
        BOUGHT: before.on_hand[BOUGHT] + BOUGHT_UNITS,
    }
    assert after.reserved == before.reserved
    assert after.worth[BOUGHT] == before.worth[BOUGHT] + BILLED
    assert after.bank == before.bank + PAID
    assert after.receivable == before.receivable - PRICES[BROKEN]
    assert after.payable == before.payable - BILLED
    assert after.goods == after.shelves

    trial_balance = look_at_trial_balance(desk)
    for amount in (after.bank, after.goods, -after.payable):
        assert in_spanish(amount) in trial_balance, trial_balance
