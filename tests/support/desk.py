"""The back office as somebody at a desk uses it: forms, lists and buttons of Odoo's web client."""

import io
import re
import subprocess
from contextlib import contextmanager
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
PATIENCE = (5_000, *[10_000] * 8)  # ms
MORE_BUTTONS = ".o_statusbar_buttons button:has(.oi-ellipsis-v)"
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
        """Open a list, or the form of a record.

        Odoo draws a form as it remembers it, then as it is; a window that a phone opened in between cannot
        be saved.
        """
        door = f"{self.url}/odoo/action-{action}/{record}".rstrip("/")
        if isinstance(record, int):
            with self.page.expect_response(re.compile("/web_read$")):
                self.clerk.goes_to(door)
        else:
            self.clerk.goes_to(door)
        self.page.wait_for_selector(".o_action_manager .o_view_controller")

    def reaches(self, stage):
        """Wait until the form's bar of stages stands at one."""
        self.page.wait_for_selector(f".o_arrow_button_current[data-value={stage}]", state="attached")

    # === DOING === #

    def presses(self, name, within=""):
        """Press a button; on a phone all but the first of a form wait behind three dots."""
        self._presses(f"{within} button[name={name}]", f"{within} {MORE_BUTTONS}")

    def presses_words(self, words):
        """Press the button of a form that says some words, where its name is a number."""
        places = ":is(.o_statusbar_buttons, .o-dropdown-item-unstyled-button)"
        self._presses(f'{places} button:has-text("{words}")', MORE_BUTTONS)

    def follows(self, name):
        """Press a button that leads to other documents; on a phone they wait behind a flash."""
        self._presses(f"button[name={name}]", ".o_control_panel button:has(.fa-bolt)")

    def _presses(self, button, door):
        button = self.page.locator(f"{button}:visible").first
        more = self.page.locator(f"{door}:visible").first
        for patience in PATIENCE:
            button.or_(more).first.wait_for()
            try:
                if button.is_visible():
                    return button.click(timeout=patience)
                more.click(timeout=patience)
                # What comes up is closed by scrolling, and Playwright scrolls to what still moves.
                return button.evaluate("one => one.click()", timeout=patience)
            except TimeoutError as error:
                late = error
                self._closes_sheet()
        raise late

    def _closes_sheet(self):
        """Close what a phone has opened over a button that came back into its place meanwhile."""
        behind = self.page.locator(".o_bottom_sheet_backdrop:visible")
        if behind.count():
            behind.first.click(position={"x": 5, "y": 5})

    def fills(self, field, value, within=".o_form_view"):
        box = self.page.locator(f"{within} div[name={field}] :is(input, textarea):visible").first
        box.fill(value)
        box.press("Tab")

    def writes(self, lines, row, field, value):
        """Write into a line of a form, the one that has some words; a phone opens it in a window."""
        found = self.page.locator(f"div[name={lines}] :is(.o_data_row, .o_kanban_record)", has_text=row).first
        found.wait_for()
        if self._is_card(found):
            found.click()
            self.fills(field, value, ".modal")
            self.clerk.look(field)
            self.saves_window()
        else:
            found.locator(f"td[name={field}]").click()
            self.fills(field, value, f"div[name={lines}]")

    def adds(self, lines, product, field, value):
        """Add a line to a form, of some product."""
        with self._adds_line(lines) as within:
            self.picks("product_id", product, within)
            self.fills(field, value, within)

    def adds_words(self, lines, **words):
        """Add a line to a form, of words alone."""
        with self._adds_line(lines) as within:
            for field, value in words.items():
                self.fills(field, value, within)

    @contextmanager
    def _adds_line(self, lines):
        """Begin a line of a form; give where it is written. A phone opens it in a window."""
        new = f"div[name={lines}] :is(.o_field_x2many_list_row_add a, .o-kanban-button-new)"
        self.page.locator(new).first.click()
        yield ".modal" if self.clerk.size is PHONE else f"div[name={lines}]"
        if self.clerk.size is PHONE:
            self.clerk.look("line")
            self.saves_window()

    def chooses_in_all(self, lines, field, choice, within=""):
        """Choose the same in every line of a form; a phone opens each in a window."""
        lines_shown = ":is(.o_data_row, .o_kanban_record:not(.o_kanban_ghost))"
        rows = self.page.locator(f"{within} div[name={lines}] {lines_shown}")
        rows.first.wait_for()
        for number in range(rows.count()):
            if self._is_card(rows.nth(number)):
                rows.nth(number).click()
                self._chooses_in_window(field, choice)
            else:
                rows.nth(number).locator(f"td[name={field}]").click()
                self._chooses_in_row(f"{within} div[name={lines}] td[name={field}]", choice)

    def _chooses_in_window(self, field, choice):
        window = self.page.locator(".modal", has=self.page.locator(".o_form_button_save:visible"))
        window.locator(f"div[name={field}]").get_by_label(choice, exact=True).check()
        self.clerk.look(field)
        window.locator(".o_form_button_save:visible").first.click()
        window.wait_for(state="detached")

    def _chooses_in_row(self, cell, choice):
        box = self.page.locator(f"{cell} :is(select, input)").first
        if box.evaluate("box => box.tagName") == "SELECT":
            box.select_option(label=choice)
        else:
            box.click()
            self.page.locator(".o_select_menu_item", has_text=choice).first.click()

    def removes(self, lines, row):
        """Take a line out of a form, the one that has some words."""
        found = self.page.locator(f"div[name={lines}] :is(.o_data_row, .o_kanban_record)", has_text=row).first
        found.wait_for()
        if self._is_card(found):
            found.click()
            self._closes_window(".o_btn_remove")
        else:
            found.locator(".o_list_record_remove").click()

    def _is_card(self, line):
        return "o_kanban_record" in line.get_attribute("class")

    def saves_window(self):
        """Save the line that a phone has opened in a window."""
        self._closes_window(".o_form_button_save")

    def _closes_window(self, button):
        self.page.locator(f".modal {button}:visible").first.click()
        self.page.wait_for_selector(".modal", state="detached")

    def picks(self, field, words, within=".o_form_view"):
        """Look for a record by some words, and take the first that is offered; a phone offers cards."""
        box = self.page.locator(f"{within} div[name={field}] input:visible").first
        if self.clerk.size is PHONE:
            box.click()
            self._picks_card(words)
        else:
            box.fill(words)
            self.page.locator(".o-autocomplete--dropdown-menu li a", has_text=words).first.click()

    def _picks_card(self, words):
        window = self.page.locator(".modal", has=self.page.locator(".o_select_create_dialog_content"))
        search = window.locator("input.o_searchview_input")
        window.locator(".o_kanban_renderer").wait_for()
        if not search.is_visible():
            window.locator("button:has(.fa-search)").first.click()
        search.fill(words)
        search.press("Enter")
        window.locator(".o_searchview_facet").first.wait_for()
        window.locator(".o_kanban_record", has_text=words).first.click()
        window.wait_for(state="detached")

    def downloads(self, name):
        """Press a button that makes a file; return where it is."""
        with self.page.expect_download() as download:
            self.presses(name)
        return Path(download.value.path())

    def agrees(self):
        """Say yes to what is asked before something of weight is done."""
        self.page.locator(".modal .modal-footer button.btn-primary").click()
        self.page.wait_for_selector(".modal", state="detached")
