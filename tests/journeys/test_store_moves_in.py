"""Journey 10. A new store's manager accepts the invitation; the store gets a domain of its own."""

import re

import pytest

from ..support.desk import Desk

MANAGER = "Zulma Ibáñez"
PASSWORD = "una clave larga y propia"
#: width of the window -> a name and a tax id; its check digit is right, and it is given to nobody
STORES = {360: ("Alpargateras del Puerto", "30719990114"), 1280: ("Canasteras del Delta", "30719990122")}
MINUTES = 35


@pytest.fixture
def desk(at_desk):
    return at_desk("settings", "incubadora")


def changes_settings(desk):
    desk.clerk.goes_to(f"{desk.url}/odoo/action-chasqui_store.chasqui_platform_settings_action")
    desk.fills("hold_minutes", str(MINUTES), ".modal")
    desk.clerk.look("settings")
    desk.page.locator(".modal button[name=action_apply]:visible").click()
    desk.page.wait_for_selector(".modal", state="detached")


def sets_up(desk, name, tax_id, email):
    [exempt] = desk.call("l10n_ar.afip.responsibility.type", "search", [["name", "ilike", "exento"]], limit=1)
    store = desk.call(
        "chasqui.store",
        "create",
        {
            "name": name,
            "vat": tax_id,
            "l10n_ar_afip_responsibility_type_id": exempt,
            "city": "Quequén",
            "manager_name": MANAGER,
            "manager_email": email,
        },
    )
    desk.call("chasqui.store", "action_provision", [store])
    return store


def reads_invitation(mailbox, name, email):
    """Return the link of the invitation, as the mail has it."""
    message = mailbox.wait_for(email)
    assert name in message["subject"]
    body = message.get_body(("html",)).get_content()
    assert "Hola" in body
    return re.search(r'href="([^"]*/web/signup[^"]*)"', body)[1].replace("&amp;", "&")


def accepts(manager, name, link, url):
    """Choose a password, and be at home: in the back office of the new store and of no other."""
    manager.goes_to(link)
    manager.look("invitation")
    manager.page.fill("input[name=password]", PASSWORD)
    manager.page.fill("input[name=confirm_password]", PASSWORD)
    manager.page.locator("form.oe_signup_form button[type=submit]").click()
    manager.page.wait_for_selector(".o_chasqui_today_steps")
    manager.sees("Poné tus primeros productos en la tienda")
    manager.look("first-steps")
    manager.page.locator(".o_chasqui_today_steps button").first.click()
    manager.page.wait_for_selector(".o_form_view")
    manager.sees(name)
    Desk(manager, url).opens("chasqui_store.chasqui_store_action")
    manager.sees(name)
    manager.sees_no("La Huerta del Oeste")


def moves_to(desk, store, domain):
    """Give the store a domain of its own, or take it back below the platform's address."""
    desk.opens("chasqui_store.chasqui_store_action", store)
    desk.fills("own_domain", domain)
    desk.page.locator(".o_form_button_save:visible").first.click()
    desk.page.locator(".o_form_saved, .o_form_button_save:not(:visible)").first.wait_for(state="attached")
    desk.clerk.look("own-domain" if domain else "back-home")


def finds(visitor, address, name, host):
    visitor.goes_to(f"{address}/shop")
    assert visitor.page.url.startswith(host)
    visitor.sees(name)


def test_a_manager_moves_in_and_the_store_gets_a_domain_of_its_own(server, mailbox, arrives, desk, size):
    name, tax_id = STORES[size["width"]]
    email = f"zulma-{size['width']}@example.com"
    changes_settings(desk)
    store = sets_up(desk, name, tax_id, email)
    link = reads_invitation(mailbox, name, email)
    assert desk.read("chasqui.store", store, "hold_minutes") == MINUTES
    manager = arrives("new-manager")
    accepts(manager, name, link, server.url)
    desk.call("chasqui.store", "action_open", [store])
    home, domain = desk.read("chasqui.store", store, "address"), f"http://127.0.0.1:{server.port}"
    visitor = arrives("visitor-of-own-domain")
    moves_to(desk, store, domain)
    finds(visitor, home, name, domain)
    moves_to(desk, store, "")
    finds(visitor, home, name, home)
