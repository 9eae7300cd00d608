"""Who helps at a node: the last place goes to one, also when all ask for it at the same moment."""

import json
import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from .support.real_server import RealServer
from .support.rpc import Rpc

WORKERS = 8
PEOPLE = 8
PLACES = (1, 3)
SETUP = """
import json
from datetime import timedelta
from odoo import fields
node = env["chasqui.node"].create({"name": "La Casona", "slug": "la-casona", "city": "Bernal"})
portal = env.ref("base.group_portal")
for number in range(%(people)s):
    login = f"neighbour-{number}"
    user = env["res.users"].create(
        {"name": login, "login": login, "password": login, "group_ids": [(6, 0, portal.ids)]}
    )
    env["chasqui.node.member"].create({
        "node_id": node.id, "partner_id": user.partner_id.id, "name": login,
        "state": "accepted", "joined_on": "2026-01-01",
    })
start = fields.Datetime.now() + timedelta(days=9)
day = env["chasqui.gathering"].create(
    {"name": "Unloading", "node_id": node.id, "start": start, "is_public": False}
)
shifts = {places: day._add_shift("unload", places, start).id for places in %(places)s}
env.cr.commit()
print("RESULT" + json.dumps(shifts))
"""


@pytest.fixture(scope="module")
def server(postgres, addons_database):
    with RealServer(postgres, "shifts", addons_database, workers=WORKERS) as running:
        yield running  # its log tells of the transactions that waited and were tried again


@pytest.fixture(scope="module")
def shifts(server):
    """The shifts of a day, by how many are needed."""
    output = server.shell(SETUP % {"people": PEOPLE, "places": PLACES})
    return {int(places): shift for places, shift in json.loads(output.split("RESULT")[1]).items()}


@pytest.fixture(scope="module")
def neighbours(server, shifts):
    """The signed-in sessions of the node's people, with the key of their forms."""
    found = []
    for number in range(PEOPLE):
        login = f"neighbour-{number}"
        session = Rpc(server.url, server.database, login, login).session
        page = session.get(f"{server.url}/my/nodes/la-casona/calendar", timeout=120).text
        found.append((session, re.search(r'name="csrf_token" value="([^"]+)"', page)[1]))
    return found


@pytest.mark.parametrize("places", PLACES)
def test_no_more_sign_up_than_are_needed_and_the_others_are_told(server, shifts, neighbours, places):
    shift = shifts[places]

    def take(neighbour):
        session, key = neighbour
        url = f"{server.url}/my/nodes/la-casona/calendar/take"
        return session.post(url, {"csrf_token": key, "shift_id": shift}, timeout=120)

    with ThreadPoolExecutor(PEOPLE) as pool:
        answers = list(pool.map(take, neighbours))
    assert all(answer.ok for answer in answers)
    told = [answer for answer in answers if 'class="alert' in answer.text]
    taken = server.query(
        f"SELECT count(*), max(s.taken) FROM chasqui_node_shift_place p"
        f" JOIN chasqui_node_shift s ON s.id = p.shift_id WHERE s.id = {shift}"
    )
    assert taken.strip() == f"{places}|{places}"
    assert len(told) == PEOPLE - places
