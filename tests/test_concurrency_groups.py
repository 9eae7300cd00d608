"""Groups and nodes at the same moment: the last units, the last room, a payment while all is called off."""

import pytest

from .support import groups
from .support.real_server import RealServer
from .support.rpc import Rpc

PEOPLE = 6


@pytest.fixture(scope="module")
def server(postgres, addons_database):
    # its log tells of the transactions that waited and were tried again
    with RealServer(postgres, "groups", addons_database, workers=groups.WORKERS) as running:
        yield running


def coordinate(server, group):
    """Return the phone of who coordinates a purchase, with its page open."""
    phone = groups.Phone(server.url)
    phone.opens(f"/collective/back/{group['token']}")
    return phone


def count(server, what):
    return int(server.query(f"SELECT count(*) FROM {what}"))


def get_orders(group):
    return f"(SELECT id FROM sale_order WHERE chasqui_collective_id = {group['id']})"


def test_of_two_groups_that_want_the_last_units_one_gets_them_and_the_other_is_told(server):
    both = groups.run(server, groups.CONFIRMING % {"units": 5, "groups": [(2, 2), (1, 3)]})
    phones = [coordinate(server, group) for group in both]
    pages = groups.at_once(
        lambda phone=phone, group=group: phone.presses(f"{group['path']}/confirm")
        for phone, group in zip(phones, both, strict=True)
    )
    [winner] = [group for group, page in zip(both, pages, strict=True) if "o_chasqui_track" in page]
    [(loser, page)] = [(group, page) for group, page in zip(both, pages, strict=True) if group is not winner]
    for words in ("Last 5", "Person 0", "Person 1", f"{loser['path']}/shorten"):
        assert words in page
    reserved = "stock_move m JOIN stock_picking p ON p.id = m.picking_id WHERE m.state = 'assigned'"
    assert count(server, f"{reserved} AND sale_id IN {get_orders(winner)}") == 2
    assert count(server, f"sale_order WHERE state = 'draft' AND id IN {get_orders(loser)}") == 2
    assert not count(server, f"stock_picking WHERE sale_id IN {get_orders(loser)}")


def test_a_group_that_is_confirmed_from_three_phones_at_once_is_confirmed_once(server):
    [group] = groups.run(server, groups.CONFIRMING % {"units": 9, "groups": [(1, 2, 3)]})
    phones = [coordinate(server, group) for _number in range(3)]
    pages = groups.at_once(lambda phone=phone: phone.presses(f"{group['path']}/confirm") for phone in phones)
    assert all("o_chasqui_track" in page for page in pages), "All three see that it is confirmed"
    orders = get_orders(group)
    assert count(server, f"stock_picking WHERE sale_id IN {orders}") == 3
    assert count(server, f"(SELECT DISTINCT batch_id FROM stock_picking WHERE sale_id IN {orders}) b") == 1
    kept = "chasqui_stock_hold h JOIN sale_order o ON o.id = h.order_id WHERE h.id > o.chasqui_hold_consumed"
    assert not count(server, f"{kept} AND o.id IN {orders}"), "What is reserved is not kept a second time"


def test_who_pays_while_the_group_is_called_off_gets_the_money_back_and_keeps_what_they_chose(server):
    for ended in groups.run(server, groups.PAYING):
        assert ended["group"] == "cancelled", ended
        assert ended["cart"] == ended["chosen"] and not ended["payments_of_cart"], ended
        assert ended["given_back"] == ended["paid"], ended
        assert ended["asked_to_give_back"] == ended["payments"], ended
        assert ended["payments"] or any(ended["told"]), ended


@pytest.fixture(scope="module")
def node(server):
    """What became of a node with one room left when two were taken in, and when both coordinators left."""
    return groups.run(server, groups.COMING_AND_GOING % {"slug": "coming", "capacity": 2, "people": 2})


def test_of_two_who_are_taken_in_at_once_one_gets_the_last_room(node):
    assert node["in_node"] == 2
    assert [bool(words) for words in node["taken_in"]] == [False, True]


def test_when_both_coordinators_leave_at_once_one_stays(node):
    assert node["coordinators"] == 1
    assert [bool(words) for words in node["left"]] == [False, True]


def test_an_invitation_takes_in_as_many_as_there_is_room_for(server):
    token = groups.run(server, groups.INVITED % {"slug": "inviting", "capacity": 3, "people": PEOPLE})
    phones = []
    for number in range(PEOPLE):
        login = f"inviting-{number}"
        phones.append(groups.Phone(server.url, Rpc(server.url, server.database, login, login).session))
        phones[-1].opens(f"/nodes/invitation/{token}")
    groups.at_once(
        lambda phone=phone: phone.presses(f"/nodes/invitation/{token}", phone="11 5555 0000")
        for phone in phones
    )
    members = "chasqui_node_member m JOIN chasqui_node n ON n.id = m.node_id WHERE slug = 'inviting'"
    assert count(server, f"{members} AND m.state = 'accepted'") == 3
    assert count(server, f"{members} AND m.state = 'waiting'") == PEOPLE - 2
