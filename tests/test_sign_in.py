"""Signing in where there are several workers: test mode has only one process."""

import re
from concurrent.futures import ThreadPoolExecutor
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
    # nothing else writes while a store is opened
    options = ["--max-cron-threads=0"]
    with RealServer(postgres, "sign_in", addons_database, WORKERS, options) as running:
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


def open_store(server):
    """Open a store with a site of its own; return its host."""
    host = f"huerta.localhost:{server.port}"
    server.shell(
        "company = env['res.company'].create({'name': 'La Huerta'})\n"
        "website = env['website'].with_context(chasqui_provisioning=True).create("
        f"{{'name': 'La Huerta', 'company_id': company.id, 'domain': 'http://{host}'}})\n"
        "env['chasqui.store'].create({'name': 'La Huerta', 'slug': 'huerta', 'state': 'open',"
        " 'country_id': env.ref('base.ar').id, 'vat': '30700000008', 'street': 'Mitre 1', 'zip': 'B1744',"
        " 'city': 'Moreno', 'manager_name': 'Rosa', 'manager_email': 'rosa@example.com',"
        " 'company_id': company.id, 'website_id': website.id})\n"
        "env.cr.commit()\n"
    )
    return host


def ask(server, session, host, path, form=None):
    """Ask one host for a page, with the cookies that the browser has of it, and follow nothing."""
    url = f"http://127.0.0.1:{server.port}{path}"
    headers = {"Host": host}
    method = "POST" if form else "GET"
    return session.request(method, url, data=form, headers=headers, timeout=60, allow_redirects=False)


def get_code(server, host, at_store):
    """Sign in at the portal for a store; return the path with the code."""
    portal = f"localhost:{server.port}"
    at_portal = requests.Session()
    at_portal.mount("http://", From("127.0.0.68"))
    target = ask(server, at_store, host, "/web/login?redirect=/shop").headers["Location"]
    door = ask(server, at_portal, portal, target.partition(portal)[2]).headers["Location"]
    page = ask(server, at_portal, portal, door).text
    form = {
        "login": SHOPPER,
        "password": PASSWORD,
        "csrf_token": re.search(r'name="csrf_token" value="([^"]+)"', page)[1],
        "redirect": target.partition(portal)[2],
    }
    back = ask(server, at_portal, portal, "/web/login", form).headers["Location"]
    return ask(server, at_portal, portal, back).headers["Location"].partition(host)[2]


def test_a_code_that_arrives_many_times_at_once_opens_one_session(server):
    host = open_store(server)
    at_store = requests.Session()
    path = get_code(server, host, at_store)
    copies = [requests.Session() for _copy in range(2 * WORKERS)]
    for copy in copies:
        copy.cookies.update(at_store.cookies)
    with ThreadPoolExecutor(len(copies)) as pool:
        answers = list(pool.map(lambda copy: ask(server, copy, host, path).status_code, copies))
    assert sorted(answers) == [303, *[403] * (len(copies) - 1)]


def test_who_guesses_passwords_waits_at_every_worker(server):
    guesser, owner = "127.0.0.66", "127.0.0.67"
    assert not any(sign_in(server, guesser, f"guess {number}") for number in range(GUESSES))
    assert not any(sign_in(server, guesser, PASSWORD) for _try in range(2 * WORKERS))
    assert sign_in(server, owner, PASSWORD)
