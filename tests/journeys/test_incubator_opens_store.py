"""Journey 5. The incubator sets up a store, opens it, pauses it and sees it open again; and a branch."""

from datetime import date, timedelta

import pytest

from ..support.shopping import Shopper
from ..support.visitor import DESKTOP

#: its check digit is right; it is given to nobody
TAX_ID = "30719990068"
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


@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"], indirect=True)
def test_the_incubator_opens_a_store_and_it_comes_back_from_its_break(server, arrives, desk):
    store_name = "Escoberas del Sur"
    desk.opens("chasqui_store.chasqui_store_action", "new")
    writes_who(desk, store_name, TAX_ID)
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
    takes_a_break(desk, date.today() + timedelta(days=3))
    shopper.goes_to("/shop/cart")
    shopper.visitor.sees("Estamos en asamblea", PRODUCT)
    shopper.visitor.look("paused-store")
    shopper.goes_to("/shop/checkout")
    assert shopper.page.url.endswith("/shop/cart")

    desk.call("chasqui.store", "write", [store], {"reopening_date": str(date.today() - timedelta(days=1))})
    shopper.goes_to("/shop/cart")
    shopper.visitor.sees_no("Estamos en asamblea")
    server.shell("env['chasqui.store']._reopen_stores(); env.cr.commit()")
    assert desk.read("chasqui.store", store, "state") == "open"
    shopper.goes_on()
    shopper.page.wait_for_selector("form.address_autoformat")


@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"], indirect=True)
def test_the_incubator_opens_a_branch_of_an_umbrella_for_a_group_with_no_tax_id(server, arrives, desk):
    store_name = "Dulces del Valle"
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
    visitor = arrives("visitor-of-branch")
    visitor.goes_to(server.store_url(branch["slug"]))
    visitor.sees(store_name)
    visitor.look("branch")
