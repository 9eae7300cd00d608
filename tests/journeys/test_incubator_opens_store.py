"""Journey 5. The incubator sets up a store, opens it, pauses it and sees it open again; and a branch."""

import time
from datetime import timedelta

import pytest

from ..support.figures import today
from ..support.shopping import Shopper

#: by the width of the window; the tax IDs' check digits are right, and they are given to nobody
STORES = {360: ("Cesteras del Sur", "30719990076"), 1280: ("Escoberas del Sur", "30719990068")}
BRANCHES = {360: "Conservas del Valle", 1280: "Dulces del Valle"}
BREAK_DAYS = 3
PATIENCE = 150  # s; the server looks each minute for what is due
PRODUCT = "Escoba de palma"
UMBRELLA = "Federación de Trabajo de Traslasierra"


@pytest.fixture
def desk(at_desk):
    return at_desk("incubator", "incubadora")


def writes_who(desk, name, tax_id):
    desk.fills("name", name)
    desk.fills("vat", tax_id)
    desk.picks("l10n_ar_afip_responsibility_type_id", "Exento")
    desk.fills("city", "Bernal")


def writes_manager(desk, name):
    desk.fills("manager_name", "Nélida Ponce")
    desk.fills("manager_email", f"{name.replace(' ', '-').lower()}@example.com")


def sets_up(desk):
    """Ask for it, and watch it come: nobody has to reload the page."""
    desk.presses("action_provision")
    desk.page.locator("[name=provisioning_progress]:visible").first.wait_for()
    desk.clerk.look("being-set-up")


def opens_new_store(desk):
    desk.presses("action_open")
    desk.clerk.look("open")
    desk.agrees()
    desk.reaches("open")


def takes_a_break(desk, until):
    desk.page.locator(".o_notebook_headers a[name=life]").click()
    desk.fills("reopening_date", until.strftime("%d/%m/%Y"))
    desk.page.locator("div[name=pause_message] textarea").fill("Estamos en asamblea.")
    desk.clerk.look("break")
    desk.presses("action_pause")
    desk.agrees()
    desk.reaches("paused")
    desk.clerk.look("paused")


def offers(desk, store, product):
    """Put a product in the shop, as the store's manager would."""
    [company, _name] = desk.read("chasqui.store", store, "company_id")
    values = {
        "name": product,
        "company_id": company,
        "list_price": 900,
        "is_published": True,
        "type": "consu",
    }
    desk.call("product.template", "create", values, context={"allowed_company_ids": [company]})


def days_go_by(server, store, days):
    """Make the days of the store's break pass in a moment: what was planned for its end is due now."""
    server.query(f"UPDATE chasqui_store SET reopening_date = reopening_date - {days} WHERE id = {store}")
    server.query(
        f"UPDATE ir_cron_trigger SET call_at = call_at - interval '{days} days' WHERE cron_id = "
        "(SELECT res_id FROM ir_model_data WHERE module = 'chasqui_store' AND name = 'ir_cron_reopen')"
    )


def sees_it_open_again(desk, store):
    """Look now and then: nobody presses anything, the server's own clock opens it."""
    deadline = time.monotonic() + PATIENCE
    while desk.read("chasqui.store", store, "state") != "open":
        assert time.monotonic() < deadline, "The store did not open by itself."
        desk.page.wait_for_timeout(1000)
    desk.opens("chasqui_store.chasqui_store_action", store)
    desk.reaches("open")
    desk.clerk.look("open-again")


def test_the_incubator_opens_a_store_and_it_comes_back_from_its_break(server, arrives, desk):
    store_name, tax_id = STORES[desk.clerk.size["width"]]
    desk.opens("chasqui_store.chasqui_store_action", "new")
    desk.clerk.fits()
    writes_who(desk, store_name, tax_id)
    writes_manager(desk, store_name)
    desk.clerk.look("new-store")
    sets_up(desk)
    opens_new_store(desk)
    [store] = desk.call("chasqui.store", "search", [["name", "=", store_name]])
    offers(desk, store, PRODUCT)

    shopper = Shopper(
        arrives("visitor-of-new-store"), server.store_url(desk.read("chasqui.store", store, "slug"))
    )
    shopper.finds(PRODUCT)
    shopper.adds_to_cart()
    takes_a_break(desk, today() + timedelta(days=BREAK_DAYS))
    shopper.goes_to("/shop/cart")
    shopper.visitor.sees("Estamos en asamblea", PRODUCT)
    shopper.visitor.judges("paused-store")
    shopper.goes_to("/shop/checkout")
    assert shopper.page.url.endswith("/shop/cart")

    days_go_by(server, store, BREAK_DAYS)
    sees_it_open_again(desk, store)
    shopper.goes_to("/shop/cart")
    shopper.visitor.sees_no("Estamos en asamblea")
    shopper.goes_on()
    shopper.page.wait_for_selector("form.address_autoformat")


def test_the_incubator_opens_a_branch_of_an_umbrella_for_a_group_with_no_tax_id(server, arrives, desk):
    store_name = BRANCHES[desk.clerk.size["width"]]
    desk.opens("chasqui_store.chasqui_store_action", "new")
    desk.fills("name", store_name)
    desk.picks("umbrella_id", UMBRELLA)
    desk.page.wait_for_selector("div[name=vat]", state="detached")
    desk.fills("city", "Nono")
    writes_manager(desk, store_name)
    desk.clerk.look("new-branch")
    sets_up(desk)
    opens_new_store(desk)

    [branch] = desk.call(
        "chasqui.store", "search_read", [["name", "=", store_name]], ["slug", "umbrella_id", "vat"]
    )
    assert branch["umbrella_id"][1] == UMBRELLA
    assert not branch["vat"]
    desk.opens("chasqui_store.chasqui_umbrella_action", branch["umbrella_id"][0])
    desk.clerk.sees(store_name)
    desk.clerk.look("umbrella")
    desk.clerk.fits()
    visitor = arrives("visitor-of-branch")
    visitor.goes_to(server.store_url(branch["slug"]))
    visitor.sees(store_name)
    visitor.look("branch")
