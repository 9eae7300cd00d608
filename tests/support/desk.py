"""The back office as somebody at a desk uses it: forms, lists and buttons of Odoo's web client."""

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

FIRST_BYTES = "async (url) => (await (await fetch(url)).text()).slice(0, 4)"


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
        """Tell whether a report comes out as a PDF."""
        return self.page.evaluate(FIRST_BYTES, f"/report/pdf/{report}/{record}") == "%PDF"

    # === GOING === #

    def opens(self, action, record=""):
        self.clerk.goes_to(f"{self.url}/odoo/action-{action}/{record}".rstrip("/"))
        self.page.wait_for_selector(".o_action_manager .o_view_controller")

    def reaches(self, stage):
        """Wait until the form's bar of stages stands at one."""
        self.page.wait_for_selector(f".o_arrow_button_current[data-value={stage}]")

    # === DOING === #

    def presses(self, name, within=""):
        self.page.locator(f"{within} button[name={name}]:visible").first.click()

    def fills(self, field, value, within=".o_form_view"):
        box = self.page.locator(f"{within} div[name={field}] input:visible").first
        box.fill(value)
        box.press("Tab")

    def picks(self, field, words, within=".o_form_view"):
        """Look for a record by some words, and take the first that is offered."""
        self.page.locator(f"{within} div[name={field}] input:visible").first.fill(words)
        self.page.locator(".o-autocomplete--dropdown-menu li a", has_text=words).first.click()
