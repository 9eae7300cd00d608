"""Fixtures of the tests that cross addons: they start real servers on clones of the prepared databases."""

import pytest
from launcher import databases
from launcher import postgres as launcher_postgres

from .support.mailbox import Mailbox


def pytest_addoption(parser):
    parser.addoption(
        "--update-guide", action="store_true", help="take the pictures of docs/guide anew, in the journeys"
    )


@pytest.fixture(scope="session")
def postgres():
    """The PostgreSQL server that the launcher uses."""
    return launcher_postgres.connect()


@pytest.fixture(scope="session")
def addons_database(postgres):
    """Name of the prepared database with our addons and no demo."""
    return databases.prepare(postgres, "addons")


@pytest.fixture(scope="session")
def demo_database(postgres):
    """Name of the prepared database with the demo network."""
    return databases.prepare(postgres, "demo")


@pytest.fixture(scope="session")
def mailbox():
    """A mail server that keeps what it is given."""
    with Mailbox() as running:
        yield running
