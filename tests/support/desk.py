"""The back office as somebody at a desk uses it: forms, lists and buttons of Odoo's web client."""

import io
import re
import subprocess
from pathlib import Path

from lxml import html
from PIL import Image
from playwright.sync_api import TimeoutError

from .visitor import PHONE

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

# Odoo folds a phone's buttons after it has drawn them all: a button may go while it is pressed.
PATIENCE = (5_000, 10_000, 10_000, 10_000, 10_000, None)  # ms; nothing: as long as for all else
BYTES = "async (url) => Array.from(new Uint8Array(await (await fetch(url)).arrayBuffer()))"


def has_ink(pdf):
    """Tell whether something is drawn on the first page of a PDF."""
    drawing = ["pdftoppm", "-f", "1", "-l", "1", "-r", "40", "-gray", "-"]
    drawn = subprocess.run(drawing, input=pdf, capture_output=True)
    return not drawn.returncode and sum(Image.open(io.BytesIO(drawn.stdout)).histogram()[:128]) > 100


class Desk:
    """The back office of one store, in the window of somebody who has signed in there.

    :param clerk: a Visitor
    :param url: address of the store
    """

    def __init__(self, clerk, url):
        self.clerk = clerk
        self.page = clerk.page
        self.url = url

    # === ASKING === #

    def call(self, model, method, *args, **kwargs):
        """Do what a screen does, where the screen is not what is looked at."""
        return self.page.evaluate(CALL, [model, method, list(args), kwargs])

    def read(self, model, record, field):
        return self.call(model, "read", [record], [field])[0][field]

    def prints(self, report, record):
        """Print a report; return what can be read on it, spaces made one.

        The words come from the page that the PDF is drawn from: Debian's wkhtmltopdf draws them as shapes.
        """
        printed = bytes(self.page.evaluate(BYTES, f"/report/pdf/{report}/{record}"))
        assert has_ink(printed), printed[:500]
        page = bytes(self.page.evaluate(BYTES, f"/report/html/{report}/{record}"))
        return re.sub(r"\s+", " ", html.fromstring(page.decode()).text_content())

    # === GOING === #

    def opens(self, action, record=""):
        self.clerk.goes_to(f"{self.url}/odoo/action-{action}/{record}".rstrip("/"))
        self.page.wait_for_selector(".o_action_manager .o_view_controller")

    def reaches(self, stage):
        """Wait until the form's bar of stages stands at one."""
        self.page.wait_for_selector(f".o_arrow_button_current[data-value={stage}]", state="attached")

    # === DOING === #

    def presses(self, name, within=""):
        """Press a button; on a phone all but the first of a form wait behind three dots."""
        self._presses(name, within, ".o_statusbar_buttons button:has(.oi-ellipsis-v)")

    def follows(self, name):
        """Press a button that leads to other documents; on a phone they wait behind a flash."""
        self._presses(name, "", ".o_control_panel button:has(.fa-bolt)")

    def _presses(self, name, within, door):
        button = self.page.locator(f"{within} button[name={name}]:visible").first
        more = self.page.locator(f"{within} {door}:visible").first
        for patience in PATIENCE:
            button.or_(more).first.wait_for()
            if not button.is_visible():
                more.click()
            try:
                return button.click(timeout=patience)
            except TimeoutError:
                if patience is None:
                    raise

    def fills(self, field, value, within=".o_form_view"):
        box = self.page.locator(f"{within} div[name={field}] input:visible").first
        box.fill(value)
        box.press("Tab")

    def writes(self, lines, row, field, value):
        """Write into a cell of a list within a form, in the row that has some words."""
        found = self.page.locator(f"div[name={lines}] .o_data_row", has_text=row)
        found.locator(f"td[name={field}]").click()
        self.fills(field, value, f"div[name={lines}]")

    def picks(self, field, words, within=".o_form_view"):
        """Look for a record by some words, and take the first that is offered."""
        self.page.locator(f"{within} div[name={field}] input:visible").first.fill(words)
        self.page.locator(".o-autocomplete--dropdown-menu li a", has_text=words).first.click()

    def downloads(self, name):
        """Press a button that makes a file; return where it is."""
        with self.page.expect_download() as download:
            self.presses(name)
        return Path(download.value.path())

    def prepares(self, product, quantity):
        """Write on a delivery how much there is of a product."""
        lines = self.page.locator("div[name=move_ids]")
        if self.clerk.size is PHONE:
            lines.locator(".o_kanban_record", has_text=product).click()
            self.fills("quantity", quantity, ".modal")
            self.clerk.look("quantity")
            self.page.locator(".modal .o_form_button_save").click()
            self.page.wait_for_selector(".modal", state="detached")
        else:
            self.writes("move_ids", product, "quantity", quantity)

    def agrees(self):
        """Say yes to what is asked before something of weight is done."""
        self.page.locator(".modal .modal-footer button.btn-primary").click()
        self.page.wait_for_selector(".modal", state="detached")
