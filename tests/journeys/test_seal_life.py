"""Journey 7. A manager claims a seal, the commission looks into it, and a shopper chooses by it."""

import io

import pytest
from PIL import Image

from ..support.shopping import Shopper
from ..support.visitor import DESKTOP, PHONE

PRODUCT = "Zapallo anco"
SEAL, SLUG = "Semilla nativa", "native-seed"
ASKED_BACK = "¿De dónde viene la semilla?"
MINUTES = "Recorrimos la chacra con dos familias de la zona y vimos la semilla guardada."


def draws_photo():
    output = io.BytesIO()
    Image.new("RGB", (1600, 1200), "#7a9a3a").save(output, format="JPEG")
    return {"name": "semilla.jpg", "mimeType": "image/jpeg", "buffer": output.getvalue()}


def answers(desk, lines, answer):
    """Answer each question of a questionnaire the same."""
    rows = desk.page.locator(f"div[name={lines}] .o_data_row")
    for number in range(rows.count()):
        rows.nth(number).locator("td[name=answer]").click()
        choice = desk.page.locator(f"div[name={lines}] td[name=answer] :is(select, input)").first
        if choice.evaluate("box => box.tagName") == "SELECT":
            choice.select_option(label=answer)
        else:
            choice.click()
            desk.page.locator(".o_select_menu_item", has_text=answer).first.click()


def claims(desk):
    """Claim a seal from the product that is to carry it."""
    [product] = desk.call("product.template", "search", [["name", "=", PRODUCT]])
    desk.opens("stock.product_template_action_product", product)
    desk.page.locator(".o_notebook_headers a[name=chasqui_seals]").click()
    desk.presses("action_claim_seal")
    desk.picks("seal_id", SEAL, ".modal")
    desk.page.locator(".modal div[name=answer_ids] .o_data_row").first.wait_for()
    answers(desk, "answer_ids", "Sí")
    desk.page.locator(".modal div[name=statement] textarea").fill("La guardan de su propia cosecha.")
    desk.page.locator(".modal div[name=evidence] input[type=file]").set_input_files(draws_photo())
    desk.page.locator(".modal div[name=evidence]", has_text="semilla.jpg").or_(
        desk.page.locator(".modal div[name=evidence] input[type=text]")
    ).first.wait_for()
    desk.clerk.look("claim")
    desk.presses("action_claim", ".modal")
    desk.page.locator(".o_data_row", has_text=SEAL).filter(has_text=PRODUCT).first.wait_for()
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
    desk.page.locator("div[name=visit_ids] .o_field_x2many_list_row_add a").click()
    desk.page.locator("div[name=visit_ids] td[name=visitors] :is(input, textarea)").fill("Comisión y vecinas")
    desk.page.locator("div[name=visit_ids] td[name=minutes] :is(input, textarea)").fill(MINUTES)


def reviews(desk, claim):
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review")
    desk.page.locator(".o_kanban_record", has_text=PRODUCT).filter(has_text=SEAL).first.wait_for()
    desk.clerk.look("queue")
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review", claim)


def grants(desk, claim):
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review", claim)
    visits(desk)
    desk.presses("action_grant")
    desk.agrees()
    desk.reaches("granted")
    desk.clerk.look("visit")


def chooses_by_seal(shopper):
    shopper.goes_to("/shop")
    shopper.page.locator("details[name=seals] summary").click()
    shopper.visitor.look("filter")
    shopper.page.locator(f"details[name=seals] a[data-seal={SLUG}]").click()
    shopper.page.wait_for_url(f"**seal={SLUG}*")
    shopper.visitor.sees(PRODUCT)
    shopper.visitor.judges("filtered")


def reads_proof(shopper):
    shopper.opens_product(PRODUCT)
    seal = shopper.page.locator("details.o_chasqui_seal", has_text=SEAL)
    seal.locator("summary").click()
    shopper.visitor.judges("meaning")
    seal.get_by_role("link").first.click()
    shopper.page.wait_for_url("**/seals/grant/**")
    shopper.visitor.sees(PRODUCT, SEAL, "Vigente hoy")
    shopper.visitor.sees_no(MINUTES, ASKED_BACK)
    shopper.visitor.judges("proof")
    shopper.visitor.is_hindered_by_nothing()


@pytest.mark.parametrize("size", [DESKTOP], ids=["desktop"], indirect=True)
def test_a_seal_is_claimed_reviewed_and_chosen_by(server, arrives, at_desk):
    manager = at_desk("claimant", "huerta-gestion", "huerta")
    claim = claims(manager)
    commission = at_desk("commission", "comision")
    reviews(commission, claim)
    gives_reason(commission, "action_ask_back", ASKED_BACK)
    answers_what_was_asked(manager, claim)
    shopper = Shopper(arrives("shopper-by-seal", PHONE), server.store_url("huerta"))
    shopper.goes_to(f"/shop?seal={SLUG}")
    shopper.visitor.sees_no(PRODUCT)
    grants(commission, claim)
    chooses_by_seal(shopper)
    reads_proof(shopper)
