"""Journey 7. A manager claims a seal, the commission looks into it, and a shopper chooses by it.

It ends as it began, with no seal: what was granted is withdrawn, so that the next may claim it again.
"""

import io
from datetime import date, timedelta

from PIL import Image

from ..support.shopping import Shopper
from ..support.visitor import PHONE

PRODUCT = "Zapallo anco"
SEAL, SLUG = "Semilla nativa", "native-seed"
ASKED_BACK = "¿De dónde viene la semilla?"
TERMS = "Guardar semilla de la próxima cosecha."
WHY_NO_MORE = "La última siembra fue con semilla comprada."
MINUTES = "Recorrimos la chacra con dos familias de la zona y vimos la semilla guardada."


def draws_photo():
    output = io.BytesIO()
    Image.new("RGB", (1600, 1200), "#7a9a3a").save(output, format="JPEG")
    return {"name": "semilla.jpg", "mimeType": "image/jpeg", "buffer": output.getvalue()}


def claims(desk):
    """Claim a seal from the product that is to carry it."""
    [product] = desk.call("product.template", "search", [["name", "=", PRODUCT]])
    desk.opens("stock.product_template_action_product", product)
    desk.page.locator(".o_notebook_headers a[name=chasqui_seals]").click()
    desk.presses("action_claim_seal")
    desk.picks("seal_id", SEAL, ".modal")
    desk.chooses_in_all("answer_ids", "answer", "Sí", within=".modal")
    desk.page.locator(".modal div[name=statement] textarea").fill("La guardan de su propia cosecha.")
    desk.page.locator(".modal div[name=evidence] input[type=file]").set_input_files(draws_photo())
    desk.page.locator(".modal div[name=evidence]", has_text="semilla.jpg").or_(
        desk.page.locator(".modal div[name=evidence] input[type=text]")
    ).first.wait_for()
    desk.clerk.look("claim")
    desk.presses("action_claim", ".modal")
    desk.page.wait_for_selector(".modal", state="detached")
    claimed = desk.page.locator(":is(.o_data_row, .o_kanban_record)", has_text=SEAL)
    claimed.filter(has_text=PRODUCT).first.wait_for()
    [claim] = desk.call("chasqui.seal.grant", "search", [["product_tmpl_id", "=", product]], limit=1)
    return claim


def gives_reason(desk, button, reason, **more):
    desk.presses(button)
    desk.page.locator(".modal div[name=reason] textarea").fill(reason)
    for field, value in more.items():
        desk.fills(field, value, ".modal")
    desk.clerk.look(button)
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
    desk.adds_words("visit_ids", visitors="Comisión y vecinas", minutes=MINUTES)


def reviews(desk, claim):
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review")
    desk.page.locator(".o_kanban_record", has_text=PRODUCT).filter(has_text=SEAL).first.wait_for()
    desk.clerk.look("queue")
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review", claim)


def lets_it_wait(desk, claim):
    """Put it in transition: the shop does not show it before all is done."""
    desk.opens("chasqui_seals.chasqui_seal_grant_action_review", claim)
    visits(desk)
    by = date.today() + timedelta(days=60)
    gives_reason(desk, "action_transition", TERMS, deadline=by.strftime("%d/%m/%Y"))
    desk.reaches("transition")
    desk.clerk.look("transition")


def grants(desk):
    desk.presses("action_grant")
    desk.agrees()
    desk.reaches("granted")
    desk.page.locator(".o_notebook_headers a[name=visits]").click()
    desk.clerk.look("visit")


def withdraws(desk):
    gives_reason(desk, "action_withdraw", WHY_NO_MORE)
    desk.reaches("withdrawn")
    desk.clerk.look("withdrawn")


def finds_none(shopper):
    shopper.goes_to(f"/shop?seal={SLUG}")
    shopper.visitor.sees_no(PRODUCT)


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


def is_told_that_it_is_over(shopper):
    """What a label led to says so; the shop shows the seal no more."""
    shopper.page.reload()
    shopper.visitor.sees(PRODUCT, SEAL, "Ya no vale")
    shopper.visitor.sees_no("Vigente hoy", WHY_NO_MORE)
    shopper.visitor.judges("over")
    shopper.visitor.is_hindered_by_nothing()
    finds_none(shopper)


def test_a_seal_is_claimed_reviewed_chosen_by_and_withdrawn(server, arrives, at_desk):
    manager = at_desk("claimant", "huerta-gestion", "huerta")
    claim = claims(manager)
    commission = at_desk("commission", "comision")
    reviews(commission, claim)
    gives_reason(commission, "action_ask_back", ASKED_BACK)
    answers_what_was_asked(manager, claim)
    lets_it_wait(commission, claim)
    shopper = Shopper(arrives("shopper-by-seal", PHONE), server.store_url("huerta"))
    finds_none(shopper)
    grants(commission)
    chooses_by_seal(shopper)
    reads_proof(shopper)
    withdraws(commission)
    is_told_that_it_is_over(shopper)
