"""Journey 3. An operator picks an order by phone; what is not all there becomes a backorder."""

import pytest

WHOLE, SHORT = "HUE-PAPA", "HUE-ZANAHORIA"
ORDERED, FOUND = 5, 3


@pytest.fixture
def desk(at_desk):
    return at_desk("operator", "huerta-operacion", "huerta")


def take_order(desk, buyer, *codes):
    products = desk.call("product.product", "search", [["default_code", "in", codes]])
    partner = desk.call("res.partner", "create", {"name": buyer, "phone": "+54 237 455-0101"})
    lines = [[0, 0, {"product_id": product, "product_uom_qty": ORDERED}] for product in products]
    return desk.call("sale.order", "create", {"partner_id": partner, "order_line": lines})


def confirms(desk, buyer):
    """From the list of orders to the one of the buyer, which is confirmed."""
    desk.opens("sale.action_quotations_with_onboarding")
    desk.clerk.look("orders")
    desk.clerk.fits()
    desk.page.locator(".o_kanban_record, .o_data_row", has_text=buyer).first.click()
    desk.presses("action_confirm")
    desk.reaches("sale")
    desk.clerk.look("order")


def delivers_what_is_there(desk):
    """Write what was found, and leave the rest for another day."""
    desk.follows("action_view_delivery")
    desk.page.wait_for_selector("button[name=button_validate]:visible")
    desk.clerk.look("delivery")
    desk.clerk.fits()
    desk.writes("move_ids", "Zanahoria", "quantity", str(FOUND))
    desk.presses("button_validate")
    desk.page.wait_for_selector(".modal button[name=process]")
    desk.clerk.look("backorder")
    desk.presses("process", ".modal")
    desk.reaches("done")
    desk.clerk.look("delivered")


def quantities(desk, picking):
    """Return how much of each product is in a transfer, by its code."""
    moves = desk.call(
        "stock.move", "search_read", [["picking_id", "=", picking]], ["product_id", "quantity", "state"]
    )
    return {
        (move["product_id"][1].split("]")[0].strip("["), move["quantity"], move["state"]) for move in moves
    }


def on_hand(desk):
    fields = ["default_code", "qty_available"]
    domain = [["default_code", "in", [WHOLE, SHORT]]]
    rows = desk.call("product.product", "search_read", domain, fields)
    return {row["default_code"]: row["qty_available"] for row in rows}


def test_an_operator_delivers_what_is_there_and_leaves_the_rest(at_desk, desk):
    elsewhere = at_desk("other-store", "espiga-operacion", "espiga")
    foreign = take_order(elsewhere, "Amparo Ibáñez", "ESP-YERBA")
    buyer = f"Rosa Medina {desk.clerk.size['width']}"
    order = take_order(desk, buyer, WHOLE, SHORT)
    before = on_hand(desk)

    confirms(desk, buyer)
    desk.clerk.sees_no("Amparo Ibáñez")
    assert not desk.call("sale.order", "search_count", [["id", "=", foreign]])
    [picking] = desk.read("sale.order", order, "picking_ids")
    sheet = desk.prints("stock.report_picking", picking)
    for words in (buyer, "Papa negra", "Zanahoria"):
        assert words in sheet, sheet

    delivers_what_is_there(desk)
    [backorder] = desk.read("stock.picking", picking, "backorder_ids")
    assert quantities(desk, picking) == {(WHOLE, ORDERED, "done"), (SHORT, FOUND, "done")}
    assert quantities(desk, backorder) == {(SHORT, ORDERED - FOUND, "assigned")}
    assert on_hand(desk) == {WHOLE: before[WHOLE] - ORDERED, SHORT: before[SHORT] - FOUND}
    desk.opens("stock.action_picking_tree_all", backorder)
    desk.clerk.sees(buyer, "Zanahoria")
    desk.clerk.look("rest")
