"""A guest buys vegetables: pickup, bank transfer, a mail in Spanish."""

import re


def test_a_guest_buys_with_pickup_and_transfer(demo_server, mailbox, visitor):
    page = visitor.page
    address = f"lucia-{visitor.size['width']}@example.com"
    visitor.goes_to(demo_server.store_url("huerta"))
    visitor.sees("La Huerta del Oeste")
    visitor.look("home")
    visitor.fits()
    visitor.can_use()

    visitor.goes_to(demo_server.store_url("huerta") + "/shop")
    visitor.sees("Verduras")
    visitor.look("shop")
    visitor.fits()
    visitor.can_use()

    visitor.goes_to(demo_server.store_url("huerta") + "/shop?search=tomate")
    page.get_by_role("link", name="Tomate redondo").first.click()
    page.wait_for_selector(".o_wsale_product_page")
    visitor.is_served()
    visitor.sees("Tomate redondo", "2.600", "Quinta Los Talas")
    visitor.look("product")
    visitor.fits()
    visitor.can_use()

    page.locator("#add_to_cart").click()
    page.wait_for_function("document.querySelector('.my_cart_quantity')?.textContent.trim() > '0'")
    visitor.goes_to(demo_server.store_url("huerta") + "/shop/cart")
    visitor.sees("Tomate redondo")
    visitor.look("cart")
    visitor.fits()
    visitor.can_use()

    page.locator("a[name=website_sale_main_button]:visible").first.click()
    page.wait_for_selector("form.address_autoformat")
    page.fill("input[name=name]", "Lucía Herrera")
    page.fill("input[name=email]", address)
    page.fill("input[name=phone]", "+54 11 4999 0505")
    page.fill("input[name=street]", "Alsina 1200")
    page.fill("input[name=city]", "Moreno")
    page.fill("input[name=zip]", "B1744")
    page.locator("select[name=state_id]").select_option(label="Buenos Aires")
    visitor.look("address")
    visitor.fits()
    visitor.can_use()
    page.locator("[name=website_sale_main_button]:visible").first.click()

    page.wait_for_url("**/shop/checkout*")
    page.locator("input[name=o_delivery_radio][data-delivery-type=chasqui_pickup]").check(force=True)
    with page.expect_response("**/set_pickup_location"):
        page.get_by_text("Biblioteca Popular de Moreno").first.click()
    page.wait_for_selector("a[name=website_sale_main_button]:not(.disabled)", state="attached")
    visitor.look("delivery")
    visitor.fits()
    visitor.can_use()
    page.locator("a[name=website_sale_main_button]:not(.disabled):visible").first.click()

    page.wait_for_url("**/shop/payment*")
    page.get_by_text(re.compile("transfer", re.I)).first.click()
    visitor.look("payment")
    visitor.fits()
    visitor.can_use()
    page.locator("button[name=o_payment_submit_button]:not([disabled]):visible").first.click()

    page.wait_for_url("**/shop/confirmation*", timeout=40000)
    visitor.sees("2.600", "LECHUGA.TOMATE.HUERTA", "9990001800000001000016", "Biblioteca Popular de Moreno")
    visitor.look("confirmation")
    visitor.fits()
    visitor.can_use()

    mail = mailbox.wait_for(address)
    text = mail.get_body(("html", "plain")).get_content()
    for expected in (
        "Lucía Herrera",
        "Tomate redondo",
        "LECHUGA.TOMATE.HUERTA",
        "Biblioteca Popular de Moreno",
    ):
        assert expected in text, text
    assert "La Huerta del Oeste" in mail["from"]
