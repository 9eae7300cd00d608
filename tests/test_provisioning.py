"""A store is set up in the background, on a running server: test mode makes companies otherwise."""

import re
import time
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from urllib.parse import urlsplit

import pytest
import requests

from .support.real_server import RealServer
from .support.rpc import Refused, Rpc

CUIT_WEIGHTS = (5, 4, 3, 2, 7, 6, 5, 4, 3, 2)
INCUBATOR = "incubadora@example.com"
#: what these tests make the server refuse is told to the person, and logged too
EXPECTED = re.compile(
    r" odoo\.http: .*(There are no books for Chile yet\.|Otra tienda ya tiene este nombre)"
    r"| odoo\.sql_db: bad query: .*INSERT INTO \"chasqui_store\" .*La Disputada"
    r"| odoo\.sql_db: bad query: .*INSERT INTO \"website\" .*//ocupada\."
)
numbers = count(71000000)


def make_cuit(number):
    digits = f"30{number:08d}"
    check = 11 - sum(int(d) * w for d, w in zip(digits, CUIT_WEIGHTS, strict=True)) % 11
    return digits + str({11: 0, 10: 9}.get(check, check))


@pytest.fixture(scope="module")
def server(postgres, addons_database, mailbox):
    options = ["--smtp=127.0.0.1", f"--smtp-port={mailbox.port}", "--max-cron-threads=1"]
    with RealServer(postgres, "provisioning", addons_database, workers=2, options=options) as running:
        running.shell(
            "group = env.ref('chasqui_store.group_incubator')\n"
            f"env['res.users'].create({{'name': 'Incubadora', 'login': '{INCUBATOR}',"
            f" 'password': '{INCUBATOR}', 'lang': 'en_US', 'group_ids': [(6, 0, group.ids)]}})\n"
            "env.cr.commit()\n"
        )
        yield running
        problems = [line for line in running.problems() if not EXPECTED.search(line)]
        assert not problems, "The server logged:\n" + "\n".join(problems)


@pytest.fixture(scope="module")
def incubator(server):
    """A person of the incubator: no administrator of Odoo."""
    return Rpc(server.url, server.database, INCUBATOR, INCUBATOR)


def create_store(rpc, **values):
    number = next(numbers)
    defaults = {
        "name": f"Cooperativa {number}",
        "vat": make_cuit(number),
        "city": "Bernal",
        "manager_name": "Gestora",
        "manager_email": f"gestora-{number}@example.com",
    }
    [store] = rpc.call("chasqui.store", "create", [defaults | values])
    return store


def set_up(rpc, record, model="chasqui.store"):
    """Queue an organisation and wait; return what ``watch`` does."""
    rpc.call(model, "action_provision", [record])
    return watch(rpc, record, model)


def watch(rpc, record, model="chasqui.store", seconds=180):
    """Wait until the work is over; return the steps' states as they were seen, and the record at the end."""
    seen = []
    steps = [("res_model", "=", model), ("res_id", "=", record)]
    fields = ["name", "provisioning_state", "provisioning_error", "company_id"]
    if model == "chasqui.store":
        fields += ["slug", "website_id"]
    deadline = time.monotonic() + seconds
    while time.monotonic() < deadline:
        seen.append([step["state"] for step in rpc.call("chasqui.provisioning.step", "search_read", steps)])
        [found] = rpc.call(model, "read", [record], fields)
        if found["provisioning_state"] in ("done", "failed"):
            return seen, found
        time.sleep(0.1)
    raise AssertionError(f"Not set up within {seconds} s; last seen: {seen[-1]}")


def graduate(rpc, store, vat):
    """Ask for a graduation as its form does, and wait; return what ``watch`` does."""
    [wizard] = rpc.call("chasqui.store.graduate", "create", [{"store_id": store, "vat": vat}])
    rpc.call("chasqui.store.graduate", "action_graduate", [wizard])
    return watch(rpc, store)


def visit(server, slug):
    """Ask for a store's shop; its host is named in the request, since not every machine resolves it."""
    host = urlsplit(server.store_url(slug)).netloc
    return requests.get(f"{server.url}/shop", headers={"Host": host}, timeout=60)


def installed_modules(server):
    return server.query(
        "SELECT string_agg(name, ',' ORDER BY name) FROM ir_module_module WHERE state = 'installed'"
    )


def test_store_is_set_up_in_the_background_and_can_be_watched(server, incubator, mailbox):
    modules = installed_modules(server)
    store = create_store(incubator)
    seen, found = set_up(incubator, store)
    assert found["provisioning_state"] == "done", found["provisioning_error"]
    assert any("running" in states and "waiting" in states for states in seen), "No progress was to be seen."
    company = found["company_id"][0]
    assert server.query(f"SELECT chart_template FROM res_company WHERE id = {company}") == "ar_base"
    assert server.query(f"SELECT count(*) FROM stock_warehouse WHERE company_id = {company}") == "1"
    assert server.query(f"SELECT count(*) FROM ir_ui_view WHERE website_id = {found['website_id'][0]}") == "0"
    assert installed_modules(server) == modules
    assert found["name"] in mailbox.wait_for("gestora-")["subject"]

    assert visit(server, found["slug"]).status_code == 503
    incubator.call("chasqui.store", "action_open", [store])
    assert visit(server, found["slug"]).status_code == 200


def test_failed_store_leaves_nothing_but_the_reason_and_a_second_try_works(server, incubator):
    store = create_store(incubator, slug="ocupada")
    domain = server.store_url("ocupada")
    server.shell(f"env['website'].create({{'name': 'Squatter', 'domain': '{domain}'}}); env.cr.commit()")
    _seen, found = set_up(incubator, store)
    assert found["provisioning_state"] == "failed"
    assert "unique" in found["provisioning_error"]
    for table, column in (("res_company", "name"), ("stock_warehouse", "name"), ("website", "name")):
        assert server.query(f"SELECT count(*) FROM {table} WHERE {column} = '{found['name']}'") == "0"

    server.shell("env['website'].search([('name', '=', 'Squatter')]).unlink(); env.cr.commit()")
    _seen, found = set_up(incubator, store)
    assert found["provisioning_state"] == "done", found["provisioning_error"]


def test_country_without_books_is_refused_and_nothing_is_installed(server, incubator):
    modules = installed_modules(server)
    country = int(server.query("SELECT id FROM res_country WHERE code = 'CL'"))
    store = create_store(incubator, country_id=country, vat="76201224-3")
    with pytest.raises(Refused, match="Chile"):
        incubator.call("chasqui.store", "action_provision", [store])
    assert installed_modules(server) == modules


def test_two_people_at_once_cannot_take_one_name(server, incubator):
    def create(_number):
        try:
            return create_store(incubator, name="La Disputada")
        except Refused as refusal:
            return str(refusal)

    with ThreadPoolExecutor(4) as people:
        answers = list(people.map(create, range(4)))
    assert sum(isinstance(answer, int) for answer in answers) == 1
    assert all("ya tiene este nombre" in answer for answer in answers if isinstance(answer, str)), answers


def test_group_graduates_in_the_background_and_a_second_try_works(server, incubator):
    number = next(numbers)
    [umbrella] = incubator.call(
        "chasqui.umbrella", "create", [{"name": f"Federación {number}", "vat": make_cuit(number)}]
    )
    set_up(incubator, umbrella, model="chasqui.umbrella")
    store = create_store(incubator, vat=False, umbrella_id=umbrella)
    _seen, group = set_up(incubator, store)
    assert group["provisioning_state"] == "done", group["provisioning_error"]

    _seen, failed = graduate(incubator, store, "30-11111111-1")
    assert failed["provisioning_state"] == "failed"
    assert "30111111111" in failed["provisioning_error"]
    assert failed["company_id"] == group["company_id"]

    seen, found = graduate(incubator, store, make_cuit(next(numbers)))
    assert found["provisioning_state"] == "done", found["provisioning_error"]
    assert any("running" in states and "waiting" in states for states in seen), "No progress was to be seen."
    assert found["company_id"] != group["company_id"]
    assert found["website_id"] == group["website_id"]
    incubator.call("chasqui.store", "action_open", [store])
    assert visit(server, found["slug"]).status_code == 200


def test_store_of_another_country_gets_the_books_of_that_country(server, incubator):
    server.shell("env.ref('chasqui_store.localization_uy').action_install()")
    modules = installed_modules(server)
    country = int(server.query("SELECT id FROM res_country WHERE code = 'UY'"))
    store = create_store(incubator, country_id=country, vat="211003420017", city="Montevideo")
    _seen, found = set_up(incubator, store)
    assert found["provisioning_state"] == "done", found["provisioning_error"]
    company = found["company_id"][0]
    assert server.query(f"SELECT chart_template FROM res_company WHERE id = {company}") == "uy"
    currency = "SELECT c.name FROM res_company r JOIN res_currency c ON c.id = r.currency_id WHERE r.id ="
    assert server.query(f"{currency} {company}") == "UYU"
    assert installed_modules(server) == modules
