"""The incubator writes the minutes of a vote and counts it on a phone; everybody reads what was decided.

What is decided here is a matter of the platform: it changes nothing for the journeys that follow.
"""

from datetime import date

import pytest

from ..support.visitor import PHONE

TITLE = "Retiros también los sábados"
MINUTES = "Se conversó en asamblea."


def proposes(desk):
    """Bring a proposal to its vote; how that looks in a form is no matter of this journey."""
    draft = {"name": TITLE, "closes_on": str(date.today()), "proposal": "<p>Quien trabaja llega.</p>"}
    [decision] = desk.call("chasqui.decision", "create", [draft])
    for step in ("action_propose", "action_open"):
        desk.call("chasqui.decision", step, [decision])
    return decision


def writes_minutes(desk):
    desk.page.locator(".o_notebook_headers a[name=minutes]").click()
    desk.page.locator("div[name=minutes] .odoo-editor-editable").tap()
    desk.page.keyboard.type(MINUTES)
    desk.page.locator(".o-toolbar-above-keyboard").wait_for()


def counts(desk):
    """Close the vote, the cursor still in the minutes: their tools lie over nothing that is to be pressed."""
    desk.presses("action_close")
    desk.page.locator(".modal .modal-footer button.btn-primary").wait_for()
    desk.clerk.look("sure")
    desk.agrees()
    desk.reaches("closed")
    desk.clerk.look("counted")


@pytest.mark.parametrize("size", [PHONE], ids=["phone"], indirect=True)
def test_a_vote_is_counted_right_after_its_minutes_and_everybody_reads_it(server, arrives, at_desk):
    desk = at_desk("incubator-votes", "incubadora")
    decision = proposes(desk)
    desk.opens("chasqui_store.chasqui_decision_action", decision)
    writes_minutes(desk)
    counts(desk)
    reader = arrives("reader-of-decisions")
    reader.goes_to(f"{server.url}/decisions/{decision}")
    today = f"{date.today():%d/%m/%Y}"
    reader.sees(TITLE, MINUTES, f"Votación del {today} al {today}.")
    reader.judges("decision")
    reader.is_hindered_by_nothing()
