"""One server for all journeys, and browsers for the people in them."""

import pytest
from playwright.sync_api import sync_playwright

from ..support.desk import Desk
from ..support.real_server import RealServer
from ..support.visitor import CHROMIUM, CHROMIUM_OPTIONS, DESKTOP, PHONE, Visitor


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def server(postgres, demo_database, mailbox):
    """A server on the demo network: it sends mails, sets up stores, and serves the live bus on its port."""
    options = ["--smtp=127.0.0.1", f"--smtp-port={mailbox.port}", "--max-cron-threads=1"]
    with RealServer(postgres, "journeys", demo_database, options=options) as running:
        yield running
        assert not running.problems(), "The server logged:\n" + "\n".join(running.problems())


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def size(request):
    """A phone, then a desk."""
    return request.param


@pytest.fixture
def arrives(request, browser, size):
    """Let people arrive, each with a name for the pictures; what goes wrong for one fails the test."""
    people = []

    def arrive(name, window=size):
        people.append(Visitor(browser, window, name, request.config.getoption("update_guide")))
        return people[-1]

    try:
        yield arrive
    finally:
        for someone in people:
            someone.look("end")
            someone.close()
    problems = [problem for someone in people for problem in someone.problems]
    assert not problems, "\n".join(problems)


@pytest.fixture
def visitor(arrives):
    """Somebody who looks around."""
    return arrives("visitor")


@pytest.fixture
def at_desk(server, arrives):
    """Let somebody sign in to the back office, at the address of a store or of the platform."""

    def sit_down(name, login, slug=None):
        someone = arrives(name)
        url = server.store_url(slug) if slug else server.url
        someone.signs_in(url, login, "chasqui")
        return Desk(someone, url)

    return sit_down
