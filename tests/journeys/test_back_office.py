"""A manager sells, collects and buys; at the end the goods and the books agree, to the unit and the cent."""

from decimal import Decimal

import pytest

from ..support.visitor import DESKTOP

PRICES = {"ESP-TALLARINES": 2900, "ESP-YERBA": 4100}
SOLD = 2
PAID = SOLD * sum(PRICES.values())
BOUGHT = "ESP-HARINA-000"
BOUGHT_UNITS = 100
BOUGHT_COST = 930
# the mill is a small taxpayer: its bills, of letter C, have no VAT
BILLED = BOUGHT_UNITS * BOUGHT_COST
BILL_NUMBER = "00003-00000042"
PRODUCER = "Molino Cooperativo Colonia Bella"


@pytest.fixture
def desk(at_desk):
    desk = at_desk("manager", "espiga-gestion", "espiga")
    desk.clerk.look("first-screen")
    return desk


class Figures:
    """What the warehouse and the books say at one moment."""

    def __init__(self, desk):
        self.desk = desk
        [self.company] = desk.call("res.company", "search_read", [], ["account_stock_valuation_id"])
        [self.journal] = desk.call(
            "account.journal", "search_read", [["type", "=", "bank"]], ["default_account_id", "name"]
        )
        self._read_products()
        self._read_books()

    def _read_products(self):
        fields = ["default_code", "qty_available", "free_qty", "total_value"]
        domain = [["default_code", "in", [*PRICES, BOUGHT]]]
        rows = self.desk.call("product.product", "search_read", domain, fields)
        self.on_hand = {row["default_code"]: row["qty_available"] for row in rows}
        self.reserved = {row["default_code"]: row["qty_available"] - row["free_qty"] for row in rows}
        self.worth = {row["default_code"]: Decimal(str(row["total_value"])) for row in rows}

    def _read_books(self):
        self.bank = self._balance("account_id", self.journal["default_account_id"][0])
        self.receivable = self._balance("account_type", "asset_receivable")
        self.payable = self._balance("account_type", "liability_payable")
        self.goods = self._balance("account_id", self.company["account_stock_valuation_id"][0])
        quants = self.desk.call(
            "stock.quant", "search_read", [["location_id.usage", "=", "internal"]], ["value"]
        )
        self.shelves = sum(Decimal(str(quant["value"])) for quant in quants)

    def _balance(self, field, value):
        domain = [["parent_state", "=", "posted"], [field, "=", value]]
        lines = self.desk.call("account.move.line", "search_read", domain, ["balance"])
        return sum((Decimal(str(line["balance"])) for line in lines), Decimal())


def take_order_by_phone(desk):
    """Take an order from somebody known by a name and a phone; return its id and that of its delivery."""
    products = desk.call("product.product", "search", [["default_code", "in", list(PRICES)]])
    buyer = desk.call("res.partner", "create", {"name": "Rosa Medina", "phone": "+54 3492 55-0101"})
    lines = [[0, 0, {"product_id": product, "product_uom_qty": SOLD}] for product in products]
    order = desk.call("sale.order", "create", {"partner_id": buyer, "order_line": lines})
    desk.call("sale.order", "action_confirm", [order])
    return order, desk.read("sale.order", order, "picking_ids")[0]


def deliver(desk, delivery):
    desk.opens("stock.action_picking_tree_all", delivery)
    desk.page.wait_for_selector("button[name=button_validate]:visible")
    desk.clerk.sees("Rosa Medina", "Tallarines al huevo")
    desk.clerk.look("delivery")
    assert "Rosa Medina" in desk.prints("stock.report_picking", delivery)
    desk.presses("button_validate")
    desk.reaches("done")
    desk.clerk.look("delivered")


def invoice_and_collect(desk, order):
    """Invoice the order and register its payment; return the invoice."""
    desk.opens("sale.action_orders", order)
    desk.page.locator("#create_invoice:visible").click()
    desk.page.locator(".modal button#create_invoice_open, .modal button[name=create_invoices]").first.click()
    desk.presses("action_post")
    desk.reaches("posted")
    desk.clerk.sees("FA-B", "Rosa Medina", "14.000,00")
    desk.clerk.look("invoice")
    desk.presses("action_register_payment")
    desk.page.wait_for_selector(".modal button[name=action_create_payments]")
    desk.clerk.look("payment")
    desk.presses("action_create_payments", ".modal")
    desk.page.wait_for_selector(".modal", state="detached")
    [invoice] = desk.read("sale.order", order, "invoice_ids")
    return invoice


def enter_and_reconcile_bank_line(desk, journal):
    """Copy a line from the bank's statement, and match it with the payment."""
    page = desk.page
    desk.opens("account.open_account_journal_dashboard_kanban")
    desk.clerk.look("journals")
    card = page.locator(".o_kanban_record", has_text=journal["name"]).first
    card.get_by_role("button", name="Transacciones").click()
    page.wait_for_selector(".o_account_reconcile_oca")
    desk.clerk.look("bank")
    page.locator(".o_control_panel_main_buttons button.btn-primary:visible").first.click()
    desk.fills("payment_ref", "Transferencia de Rosa Medina", ".modal")
    desk.fills("amount", str(PAID), ".modal")
    desk.clerk.look("bank-line")
    desk.presses("save", ".modal")
    page.wait_for_selector(".modal", state="detached")
    page.locator(".o_account_reconcile_oca .o_kanban_record", has_text="Rosa Medina").first.click()
    page.wait_for_selector(".o_reconcile_widget_table")
    page.locator(".o_field_account_reconcile_oca_match .o_data_row", has_text="14.000,00").first.click()
    ready = page.locator("button[name=reconcile_bank_line]:not(.disabled):visible")
    ready.wait_for()
    desk.clerk.look("matched")
    ready.click()
    page.wait_for_selector("button[name=unreconcile_bank_line]")
    desk.clerk.look("reconciled")


def buy(desk):
    """Order flour from the mill, receive it and enter the mill's bill."""
    page = desk.page
    desk.opens("purchase.purchase_rfq", "new")
    desk.picks("partner_id", PRODUCER)
    page.locator("div[name=order_line] .o_field_x2many_list_row_add a").first.click()
    desk.picks("product_id", BOUGHT, "div[name=order_line]")
    desk.fills("product_qty", str(BOUGHT_UNITS), "div[name=order_line]")
    desk.clerk.look("purchase")
    desk.presses("button_confirm")
    desk.reaches("purchase")
    desk.presses("action_view_picking")
    desk.presses("button_validate")
    desk.reaches("done")
    desk.clerk.look("received")

    desk.opens("purchase.purchase_form_action")
    page.locator(".o_data_row", has_text=PRODUCER).locator("input[type=checkbox]").first.check()
    desk.presses("action_create_invoice")
    desk.fills("l10n_latam_document_number", BILL_NUMBER)
    desk.fills("invoice_date", page.evaluate("new Date().toLocaleDateString('es-AR')"))
    desk.clerk.look("bill")
    desk.presses("action_post")
    desk.reaches("posted")
    desk.clerk.sees(PRODUCER, "FA-C", "93.000,00")


def look_at_trial_balance(desk):
    """Open the trial balance with what it proposes; return its text."""
    desk.opens("chasqui_store.action_book_trial")
    book = desk.page.locator(".o_chasqui_book")
    book.wait_for()
    desk.clerk.look("trial-balance")
    return book.inner_text()


def in_spanish(amount):
    """Write an amount as people here do: 1.234,56."""
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))


@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"], indirect=True)
def test_a_manager_sells_collects_and_buys_and_all_figures_agree(desk):
    before = Figures(desk)
    order, delivery = take_order_by_phone(desk)
    ordered = Figures(desk)
    assert ordered.on_hand == before.on_hand
    assert ordered.reserved == {
        code: before.reserved[code] + SOLD * (code in PRICES) for code in PRICES | {BOUGHT: 0}
    }

    deliver(desk, delivery)
    invoice = invoice_and_collect(desk, order)
    enter_and_reconcile_bank_line(desk, before.journal)
    assert desk.read("account.move", invoice, "payment_state") == "paid"
    assert desk.read("account.move", invoice, "amount_total") == PAID
    buy(desk)
    desk.call("res.company", "action_close_stock_valuation", [before.company["id"]], auto_post=True)

    after = Figures(desk)
    assert after.on_hand == {
        **{code: before.on_hand[code] - SOLD for code in PRICES},
        BOUGHT: before.on_hand[BOUGHT] + BOUGHT_UNITS,
    }
    assert after.reserved == before.reserved
    assert after.worth[BOUGHT] == before.worth[BOUGHT] + BILLED
    assert after.bank == before.bank + PAID
    assert after.receivable == before.receivable
    assert after.payable == before.payable - BILLED
    assert after.goods == after.shelves

    trial_balance = look_at_trial_balance(desk)
    for amount in (after.bank, after.goods, -after.payable):
        assert in_spanish(amount) in trial_balance, trial_balance
