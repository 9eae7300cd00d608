"""Fixtures of the tests that cross addons: they start real servers on clones of the prepared databases."""

import pytest
from launcher import databases
from launcher import postgres as launcher_postgres

from .support.mailbox import Mailbox
from .support.real_server import RealServer


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


@pytest.fixture(scope="session")
def demo_server(postgres, demo_database, mailbox):
    """A server with two workers on the demo network, whose mails land in the mailbox."""
    mail = ["--smtp=127.0.0.1", f"--smtp-port={mailbox.port}", "--max-cron-threads=1"]
    with RealServer(postgres, "demo", demo_database, workers=2, options=mail) as running:
        yield running
        assert not running.problems(), "The server logged:\n" + "\n".join(running.problems())
