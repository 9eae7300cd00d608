"""A manager delivers, invoices and collects an order; what the books make of it is tested in the addon."""

import json

CALL = """async ([model, method, args, kwargs]) => {
    const response = await fetch("/web/dataset/call_kw", {
        method: "POST",
        headers: { "Content-Type": "application/json" },
        body: JSON.stringify({ params: { model, method, args, kwargs } }),
    });
    const answer = await response.json();
    if (answer.error) throw new Error(answer.error.data.message);
    return answer.result;
}"""

FIRST_BYTES = "async (url) => (await (await fetch(url)).text()).slice(0, 4)"


def call(page, model, method, *args, **kwargs):
    """Do what a screen does, where the screen is not what is looked at."""
    return page.evaluate(CALL, [model, method, list(args), kwargs])


def order_by_phone(page):
    """Take an order from somebody known by a name and a phone; return its id and that of its delivery."""
    products = call(
        page, "product.product", "search", [["default_code", "in", ["ESP-TALLARINES", "ESP-YERBA"]]]
    )
    buyer = call(page, "res.partner", "create", {"name": "Rosa Medina", "phone": "+54 3492 55-0101"})
    lines = [[0, 0, {"product_id": product, "product_uom_qty": 2}] for product in products]
    order = call(page, "sale.order", "create", {"partner_id": buyer, "order_line": lines})
    call(page, "sale.order", "action_confirm", [order])
    delivery = call(page, "sale.order", "read", [order], ["picking_ids"])[0]["picking_ids"][0]
    return order, delivery


def test_a_manager_takes_an_order_to_its_payment(back_office, clerk):
    page = clerk.page
    url = back_office.store_url("espiga")
    clerk.signs_in(url, "espiga-gestion", "chasqui")
    clerk.look("first-screen")
    order, delivery = order_by_phone(page)

    clerk.goes_to(f"{url}/odoo/action-stock.action_picking_tree_all/{delivery}")
    page.wait_for_selector("button[name=button_validate]:visible")
    clerk.sees("Rosa Medina", "Tallarines al huevo")
    clerk.look("delivery")
    assert page.evaluate(FIRST_BYTES, f"/report/pdf/stock.report_picking/{delivery}") == "%PDF"
    page.locator("button[name=button_validate]:visible").first.click()
    page.wait_for_selector(".o_arrow_button_current[data-value=done]")
    clerk.look("delivered")

    clerk.goes_to(f"{url}/odoo/action-sale.action_orders/{order}")
    page.locator("#create_invoice:visible").click()
    page.locator(".modal button#create_invoice_open, .modal button[name=create_invoices]").first.click()
    page.locator("button[name=action_post]:visible").first.click()
    page.wait_for_selector(".o_arrow_button_current[data-value=posted]")
    clerk.sees("FA-B", "Rosa Medina")
    clerk.look("invoice")

    page.locator("button[name=action_register_payment]:visible").first.click()
    page.wait_for_selector(".modal button[name=action_create_payments]")
    clerk.look("payment")
    page.locator(".modal button[name=action_create_payments]").click()
    page.wait_for_selector(".modal", state="detached")

    invoices = call(page, "sale.order", "read", [order], ["invoice_ids"])[0]["invoice_ids"]
    invoice = call(page, "account.move", "read", invoices, ["payment_state", "amount_residual"])[0]
    assert invoice["payment_state"] in ("in_payment", "paid"), json.dumps(invoice)
    assert invoice["amount_residual"] == 0
