"""Journey 7. A manager claims a seal, the commission looks into it, and a shopper chooses by it."""

import io

import pytest
from PIL import Image

from ..support.shopping import Shopper
from ..support.visitor import PHONE

#: by the width of the staff's windows
PRODUCTS = {360: "Acelga", 1280: "Zapallo anco"}
SEAL, SLUG = "Semilla nativa", "native-seed"
ASKED_BACK = "¿De dónde viene la semilla?"
MINUTES = "Recorrimos la chacra con dos familias de la zona y vimos la semilla guardada."


def draws_photo():
    output = io.BytesIO()
    Image.new("RGB", (1600, 1200), "#7a9a3a").save(output, format="JPEG")
    return {"name": "semilla.jpg", "mimeType": "image/jpeg", "buffer": output.getvalue()}


@pytest.fixture
def product(size):
    return PRODUCTS[size["width"]]


def answers(desk, lines, answer):
    """Answer each question of a questionnaire the same."""
    if desk.clerk.size is PHONE:
        return answers_cards(desk, lines, answer)
    rows = desk.page.locator(f"div[name={lines}] .o_data_row")
    for number in range(rows.count()):
        rows.nth(number).locator("td[name=answer]").click()
        choice = desk.page.locator(f"div[name={lines}] td[name=answer] :is(select, input)").first
        if choice.evaluate("box => box.tagName") == "SELECT":
            choice.select_option(label=answer)
        else:
            choice.click()
            desk.page.locator(".o_select_menu_item", has_text=answer).first.click()


def answers_cards(desk, lines, answer):
    """On a phone each question opens in a window of its own."""
    cards = desk.page.locator(f"div[name={lines}] .o_kanban_record:not(.o_kanban_ghost)")
    for number in range(cards.count()):
        cards.nth(number).click()
        window = desk.page.locator(".modal").last
        window.get_by_label(answer, exact=True).check()
        window.locator(".o_form_button_save:visible").first.click()
        cards.nth(number).get_by_text(answer, exact=True).wait_for()


def claims(desk, product_name):
    """Claim a seal from the product that is to carry it."""
    [product] = desk.call("product.template", "search", [["name", "=", product_name]])
    desk.opens("stock.product_template_action_product", product)
    desk.page.locator(".o_notebook_headers a[name=chasqui_seals]").click()
    desk.presses("action_claim_seal")
    desk.picks("seal_id", SEAL, ".modal")
    desk.page.locator(".modal div[name=answer_ids] :is(.o_data_row, .o_kanban_record)").first.wait_for()
    answers(desk, "answer_ids", "Sí")
    desk.page.locator(".modal div[name=statement] textarea").fill("La guardan de su propia cosecha.")
    desk.page.locator(".modal div[name=evidence] input[type=file]").set_input_files(draws_photo())
    desk.page.locator(".modal div[name=evidence]", has_text="semilla.jpg").or_(
        desk.page.locator(".modal div[name=evidence] input[type=text]")
    ).first.wait_for()
    desk.clerk.look("claim")
    desk.presses("action_claim", ".modal")
    rows = desk.page.locator(":is(.o_data_row, .o_kanban_record)", has_text=SEAL)
    rows.filter(has_text=product_name).first.wait_for()
    desk.clerk.fits()
    [claim] = desk.call("chasqui.seal.grant", "search", [["product_tmpl_id", "=", product]], limit=1)
    return claim


def gives_reason(desk, button, reason):
    desk.presses(button)
    desk.page.locator(".modal div[name=reason] textarea").fill(reason)
    desk.presses("action_confirm", ".modal")
    desk.page.wait_for_selector(".modal", state="detached")


def answers_what_was_asked(desk, claim):
    desk.opens("chasqui_seals.chasqui_seal_grant_action", claim)
    desk.page.get_by_text(ASKED_BACK).first.wait_for()
    desk.clerk.look("asked-back")
    desk.presses("action_submit")
    desk.reaches("in_review")


def visits(desk):
    """Write down a visit of peers, with its minutes."""
    desk.page.locator(".o_notebook_headers a[name=visits]").click()
    new = "div[name=visit_ids] :is(.o_field_x2many_list_row_add a, .o-kanban-button-new)"
    desk.page.locator(new).first.click()
    within = ".modal" if desk.clerk.size is PHONE else "div[name=visit_ids]"
    desk.page.locator(f"{within} [name=visitors] :is(input, textarea)").fill("Comisión y vecinas")
    desk.page.locator(f"{within} [name=minutes] :is(input, textarea)").fill(MINUTES)
    if desk.clerk.size is PHONE:
        desk.saves_window()


def reviews(desk, claim, product_name):
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review")
    desk.page.locator(".o_kanban_record", has_text=product_name).filter(has_text=SEAL).first.wait_for()
    desk.clerk.look("queue")
    desk.clerk.fits()
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review", claim)


def grants(desk, claim):
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review", claim)
    visits(desk)
    desk.presses("action_grant")
    desk.agrees()
    desk.reaches("granted")
    desk.clerk.look("visit")


def chooses_by_seal(shopper, product_name):
    shopper.goes_to("/shop")
    shopper.page.locator("details[name=seals] summary").click()
    shopper.visitor.look("filter")
    shopper.page.locator(f"details[name=seals] a[data-seal={SLUG}]").click()
    shopper.page.wait_for_url(f"**seal={SLUG}*")
    shopper.visitor.sees(product_name)
    shopper.visitor.judges("filtered")


def reads_proof(shopper, product_name):
    shopper.opens_product(product_name)
    seal = shopper.page.locator("details.o_chasqui_seal", has_text=SEAL)
    seal.locator("summary").click()
    shopper.visitor.judges("meaning")
    seal.get_by_role("link").first.click()
    shopper.page.wait_for_url("**/seals/grant/**")
    shopper.visitor.sees(product_name, SEAL, "Vigente hoy")
    shopper.visitor.sees_no(MINUTES, ASKED_BACK)
    shopper.visitor.judges("proof")
    shopper.visitor.is_hindered_by_nothing()


def test_a_seal_is_claimed_reviewed_and_chosen_by(server, arrives, at_desk, product):
    manager = at_desk("claimant", "huerta-gestion", "huerta")
    claim = claims(manager, product)
    commission = at_desk("commission", "comision")
    reviews(commission, claim, product)
    gives_reason(commission, "action_ask_back", ASKED_BACK)
    answers_what_was_asked(manager, claim)
    shopper = Shopper(arrives("shopper-by-seal"), server.store_url("huerta"))
    shopper.goes_to(f"/shop?seal={SLUG}")
    shopper.visitor.sees_no(product)
    grants(commission, claim)
    chooses_by_seal(shopper, product)
    reads_proof(shopper, product)
