"""Journey 9. Who signs in once is in at every store, sees all they bought, and leaves everywhere at once."""

import json
import zipfile

import pytest

HUERTA = "La Huerta del Oeste"


@pytest.fixture
def ana(arrives):
    return arrives("one-account")


def comes_in_at_two_stores(ana, huerta, espiga):
    """The portal asks once; the second store lets her in without asking."""
    ana.enters(huerta, "ana", "chasqui")
    assert ana.page.url.startswith(huerta)
    ana.goes_to(f"{espiga}/web/login?redirect=/shop")
    assert ana.page.url == f"{espiga}/shop"
    assert ana.page.locator("html").get_attribute("data-logged") == "true"


def sees_all_she_bought(ana, portal):
    ana.goes_to(f"{portal}/my")
    ana.sees("Hola, Ana Villalba", HUERTA)
    ana.is_hindered_by_nothing()
    ana.judges("my")
    ana.goes_to(f"{portal}/my/purchases")
    ana.sees(HUERTA, "Puente Cooperativo")
    ana.is_hindered_by_nothing()
    ana.judges("purchases")
    for page in ("balance", "groups", "favourites", "seals", "security"):
        ana.goes_to(f"{portal}/my/{page}")
        ana.judges(page)


def takes_her_data_along(ana, portal):
    ana.goes_to(f"{portal}/my/data")
    ana.is_hindered_by_nothing()
    ana.judges("data")
    with ana.page.expect_download() as download:
        ana.page.get_by_role("link", name="Descargar mis datos").click()
    with zipfile.ZipFile(download.value.path()) as archive:
        sections = json.loads(archive.read("chasqui.json"))
        page = archive.read("chasqui.html").decode()
    assert "Ana Villalba" in page and HUERTA in page
    assert sections["purchases"]["rows"] and sections["purchases"]["title"] == "Compras"


def leaves_everywhere(ana, portal, stores):
    ana.goes_to(f"{portal}/my/security")
    ana.page.get_by_role("button", name="Cerrar sesión en todas partes").click()
    ana.sees("Cerraste sesión en todas partes")
    ana.judges("signed-out")
    for store in stores:
        ana.goes_to(f"{store}/my/orders")
        assert ana.page.url.startswith(f"{portal}/web/login")


def test_who_signs_in_once_is_in_everywhere_and_leaves_everywhere(server, ana):
    stores = huerta, espiga = server.store_url("huerta"), server.store_url("espiga")
    comes_in_at_two_stores(ana, huerta, espiga)
    sees_all_she_bought(ana, server.url)
    takes_her_data_along(ana, server.url)
    leaves_everywhere(ana, server.url, stores)
