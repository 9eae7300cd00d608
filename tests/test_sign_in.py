"""Whoever guesses passwords waits, whichever worker each try falls to: test mode has only one process."""

import re
from urllib.parse import urlsplit

import requests
from requests.adapters import HTTPAdapter

GUESSES = 10  # after which Odoo lets an address wait
SHOPPER, PASSWORD = "ana", "chasqui"


class From(HTTPAdapter):
    """Asks from an address of its own, so that other tests do not wait with this one."""

    def __init__(self, address):
        self.address = address
        super().__init__()

    def init_poolmanager(self, *args, **kwargs):
        super().init_poolmanager(*args, source_address=(self.address, 0), **kwargs)


def sign_in(server, address, password):
    """Return whether somebody at this address gets in; each try is a new connection."""
    url = f"http://127.0.0.1:{urlsplit(server.url).port}/web/login"
    with requests.Session() as session:
        session.mount("http://", From(address))
        token = re.search(r'name="csrf_token" value="([^"]+)"', session.get(url, timeout=60).text)[1]
        form = {"login": SHOPPER, "password": password, "csrf_token": token}
        return session.post(url, form, timeout=60, allow_redirects=False).status_code == 303


def test_who_guesses_passwords_waits_at_every_worker(demo_server):
    guesser, owner = "127.0.0.66", "127.0.0.67"
    assert not any(sign_in(demo_server, guesser, f"guess {number}") for number in range(GUESSES))
    assert not any(sign_in(demo_server, guesser, PASSWORD) for _try in range(2 * GUESSES))
    assert sign_in(demo_server, owner, PASSWORD)
