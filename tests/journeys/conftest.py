"""Browsers for the journeys."""

import pytest
from playwright.sync_api import sync_playwright

from ..support.real_server import RealServer
from ..support.visitor import CHROMIUM, CHROMIUM_OPTIONS, DESKTOP, PHONE, Visitor


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=CHROMIUM_OPTIONS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def back_office(postgres, demo_database):
    """A server on the demo network whose live bus is on the page's own port, as behind a proxy."""
    with RealServer(postgres, "back_office", demo_database) as running:
        yield running
        assert not running.problems(), "The server logged:\n" + "\n".join(running.problems())


@pytest.fixture(params=[PHONE, DESKTOP], ids=["phone", "desktop"])
def visitor(request, browser):
    """Somebody with a phone, then somebody at a desk."""
    yield from _visit(request, browser, request.param)


@pytest.fixture
def clerk(request, browser):
    """Somebody of a co-op at their desk."""
    yield from _visit(request, browser, DESKTOP)


def _visit(request, browser, size):
    name = request.node.originalname.removeprefix("test_").replace("_", "-")
    someone = Visitor(browser, size, name)
    try:
        yield someone
    finally:
        someone.look("end")
        someone.close()
    assert not someone.problems, "\n".join(someone.problems)
