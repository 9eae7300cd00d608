"""Whoever guesses passwords waits, whichever worker each try falls to: test mode has only one process."""

import re
from urllib.parse import urlsplit

import pytest
import requests
from requests.adapters import HTTPAdapter

from .support.real_server import RealServer

WORKERS = 4
GUESSES = 10  # after which an address waits: Odoo's default of base.login_cooldown_after
SHOPPER, PASSWORD = "compradora@example.com", "a long password"


class From(HTTPAdapter):
    """Asks from an address of its own, so that one person does not wait for what another did."""

    def __init__(self, address):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, source_address=(self.address, 0), **kwargs)


@pytest.fixture(scope="module")
def server(postgres, addons_database):
    with RealServer(postgres, "sign_in", addons_database, workers=WORKERS) as running:
        running.shell(
            "portal = env.ref('base.group_portal')\n"
            f"env['res.users'].create({{'name': 'Compradora', 'login': '{SHOPPER}',"
            f" 'password': '{PASSWORD}', 'group_ids': [(6, 0, portal.ids)]}})\n"
            "env.cr.commit()\n"
        )
        yield running
        assert not running.problems(), "The server logged:\n" + "\n".join(running.problems())


def sign_in(server, address, password):
    """Return whether somebody at this address gets in; each try is a new connection."""
    url = f"http://127.0.0.1:{urlsplit(server.url).port}/web/login"
    with requests.Session() as session:
        session.mount("http://", From(address))
        token = re.search(r'name="csrf_token" value="([^"]+)"', session.get(url, timeout=60).text)[1]
        form = {"login": SHOPPER, "password": password, "csrf_token": token}
        return session.post(url, form, timeout=60, allow_redirects=False).status_code == 303


def test_who_guesses_passwords_waits_at_every_worker(server):
    guesser, owner = "127.0.0.66", "127.0.0.67"
    assert not any(sign_in(server, guesser, f"guess {number}") for number in range(GUESSES))
    assert not any(sign_in(server, guesser, PASSWORD) for _try in range(2 * WORKERS))
    assert sign_in(server, owner, PASSWORD)
