"""A person at a browser: what they do, what they see, and what must not happen while they do."""

import re
import time

from axe_playwright_python.sync_playwright import Axe
from launcher import paths
from playwright.sync_api import Error

from . import guide

PHONE = {"width": 360, "height": 780}
DESKTOP = {"width": 1280, "height": 800}
SCREENSHOTS = paths.ROOT / ".chasqui" / "screenshots"
MOMENT = 10  # seconds
CHROMIUM = "/usr/bin/chromium"
CHROMIUM_OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
]
#: console messages that say nothing about our pages, each with its reason
HARMLESS_MESSAGES = [
    # A page that is left while it still asks for something says so.
    r"net::ERR_ABORTED",
    # The back office looks for a service worker, which plain http allows on localhost alone.
    r"[Ss]ervice ?[Ww]orker",
    # Debian's package leaves this library out: it blurs the background of video calls.
    r"selfie_segmentation",
]
#: colours that are on their way to others are no colours to judge
COME_TO_REST = """() => Promise.allSettled(
    document
        .getAnimations()
        .filter((one) => one.effect.getComputedTiming().endTime !== Infinity)
        .map((one) => one.finished)
)"""

DEAD_LINKS = "#wrapwrap :not(.disabled) > a:not([href], [role], [name], [tabindex])"


class Visitor:
    """One browser window.

    :param browser: Playwright's
    :param size: of the window: PHONE or DESKTOP
    :param name: what the screenshots are called after
    :param in_guide: whether the pictures that the guide shows are taken anew
    """

    def __init__(self, browser, size, name, in_guide=False):
        self.size = size
        self.name = name
        self.in_guide = in_guide
        self.problems = []
        self.expected = list(HARMLESS_MESSAGES)
        self.shots = 0
        self._context = browser.new_context(
            viewport=size,
            locale="es-AR",
            timezone_id="America/Argentina/Buenos_Aires",
            has_touch=size is PHONE,
        )
        self._context.set_default_timeout(90000)
        self.page = self._context.new_page()
        self.page.on("console", self._hear)
        self.page.on("pageerror", lambda error: self.problems.append(f"{self.page.url}: {error}"))
        self.page.on("response", self._receive)

    def close(self):
        self._context.close()

    def _hear(self, message):
        if message.type == "error" and not any(re.search(known, message.text) for known in self.expected):
            self.problems.append(f"{self.page.url}: {message.text} ({message.location.get('url', '')})")

    def _receive(self, response):
        if response.status >= 500:
            self.problems.append(f"{response.status} from {response.url}")

    # === SEEING === #

    def look(self, name):
        """Take a picture of the whole page, for people to judge; the guide gets what the window shows."""
        self.shots += 1
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        beginning = f"{self.name}-{self.size['width']}"
        self.page.screenshot(
            path=SCREENSHOTS / f"{beginning}-{self.shots:02}-{name}.png",
            full_page=True,
            animations="disabled",
        )
        if self.in_guide:
            guide.keep(f"{beginning}-{name}", self.page.screenshot(animations="disabled"))

    def sees(self, *texts):
        """Assert that each text can be read on the page, or in a moment: a form asks first who is there."""
        deadline = time.monotonic() + MOMENT
        while missing := [text for text in texts if text.lower() not in self._reads().lower()]:
            assert time.monotonic() < deadline, f"{missing} not on {self.page.url}:\n{self._reads()[:3000]}"
            self.page.wait_for_timeout(200)

    def _reads(self):
        """Return what can be read on the page now; nothing while it is left for another."""
        try:
            filled = self.page.eval_on_selector_all(
                "input:not([type=hidden])", "all => all.map((one) => one.value)"
            )
            return re.sub(r"\s+", " ", " ".join([self.page.locator("body").inner_text(), *filled]))
        except Error:
            return ""

    def sees_no(self, *texts):
        """Assert that none of the texts can be read on the page."""
        shown = re.sub(r"\s+", " ", self.page.locator("body").inner_text())
        for text in texts:
            assert text.lower() not in shown.lower(), f"“{text}” is on {self.page.url}:\n{shown[:3000]}"

    def judges(self, name):
        """Look at a page of a shop: it fits the window, and serves those who do not see or point."""
        self.look(name)
        self.fits()
        self.can_use()

    def fits(self):
        """Assert that nothing sticks out to the right: people do not scroll sideways on a phone."""
        width = self.page.evaluate("document.documentElement.scrollWidth")
        assert width <= self.size["width"], f"{self.page.url} is {width} wide on {self.size['width']}"

    def can_use(self):
        """Note what hinders people who do not see, or point; the journey goes on, and fails at its end."""
        self._note_hindrances(("serious", "critical"))

    def is_hindered_by_nothing(self):
        """As above, the small things too: what we promise of public pages."""
        self._note_hindrances(("minor", "moderate", "serious", "critical"))

    def _note_hindrances(self, impacts):
        self.page.evaluate(COME_TO_REST)
        found = Axe().run(self.page, options={"resultTypes": ["violations"]})
        for violation in found.response["violations"]:
            if violation["impact"] in impacts:
                places = "".join(f"\n    {node['html'][:160]}" for node in violation["nodes"][:3])
                self.problems.append(f"{self.page.url}: {violation['id']}: {violation['help']}{places}")
        # What is neither link nor button, and looks like one, is reached by no key; axe does not mind.
        for link in self.page.locator(DEAD_LINKS).all():
            self.problems.append(f"{self.page.url}: leads nowhere: {link.evaluate('a => a.outerHTML')[:160]}")

    def expects(self, message):
        """Do not take for a problem what the console says of a page that is meant to fail.

        :param message: a regular expression
        """
        self.expected.append(message)

    # === DOING === #

    def goes_to(self, url):
        self.page.goto(url, wait_until="load")

    def is_served(self):
        """Wait until the page of a shop does what is asked of it."""
        self.page.wait_for_selector("body[is-ready=true]", state="attached")

    def signs_in(self, url, login, password):
        """Sign in to the back office, as staff does."""
        self._writes_login(f"{url}/web/login?redirect=/odoo", login, password)
        self.page.wait_for_selector(".o_web_client .o_main_navbar")

    def enters(self, url, login, password):
        """Sign in from the site of a store, as shoppers do: the portal asks who they are."""
        self._writes_login(f"{url}/web/login", login, password)
        self.page.wait_for_url(re.compile(r"/my(/home)?$"))

    def _writes_login(self, door, login, password):
        self.goes_to(door)
        self.page.fill("input[name=login]", login)
        self.page.fill("input[name=password]", password)
        self.page.click("form.oe_login_form button[type=submit]")
